import type { softwareCategories } from './software.record.ts'

type Category = (typeof softwareCategories)[number]

/** What a name that machines report means: tried in this order, the first that fits holds. */
export interface NameRule {
  readonly like: RegExp
  readonly name: string
  readonly publisher: string | null
  readonly category: Category
}

const rule = (like: RegExp, name: string, publisher: string | null, category: Category): NameRule => ({
  like,
  name,
  publisher,
  category,
})

/** Gone through last on 2026-11-29. */
export const nameRules: readonly NameRule[] = [
  // Systems, by the release that has its own support
  rule(/^(microsoft )?windows server (20\d\d( r2)?)/i, 'Windows Server $2', 'Microsoft', 'operating-system'),
  rule(/^(microsoft )?windows (11|10|8\.1|8|7)\b/i, 'Windows $2', 'Microsoft', 'operating-system'),
  rule(
    /^(debian|ubuntu|centos|rocky|almalinux|red hat enterprise linux|opensuse|alpine)( gnu\/linux| linux| stream)?$/i,
    '$1',
    null,
    'operating-system',
  ),
  rule(/^(openeuler|kylin|kylin linux advanced server|银河麒麟|uniontech|uos|统信)/i, '$1', null, 'operating-system'),
  rule(/^(macos|freebsd)$/i, '$1', null, 'operating-system'),
  // What is spelt with its language, edition or architecture
  rule(
    /^(microsoft )?office .*(专业增强版|professional plus|pro ?plus) ?2021/i,
    'Microsoft Office Professional Plus 2021',
    'Microsoft',
    'office',
  ),
  rule(
    /^(microsoft )?office .*(专业增强版|professional plus|pro ?plus) ?2019/i,
    'Microsoft Office Professional Plus 2019',
    'Microsoft',
    'office',
  ),
  rule(/^microsoft 365 (apps|企业应用版)/i, 'Microsoft 365 Apps', 'Microsoft', 'office'),
  rule(/^wps office/i, 'WPS Office', '金山办公', 'office'),
  rule(/^(adobe )?acrobat reader|^adobe reader/i, 'Adobe Acrobat Reader', 'Adobe', 'office'),
  rule(/^(adobe )?acrobat/i, 'Adobe Acrobat', 'Adobe', 'office'),
  rule(/^(腾讯会议|tencent ?meeting|wemeet)/i, '腾讯会议', '腾讯', 'office'),
  rule(/^(企业微信|wecom|wxwork)/i, '企业微信', '腾讯', 'office'),
  rule(/^(钉钉|dingtalk)/i, '钉钉', '阿里巴巴', 'office'),
  rule(/^(搜狗|sogou).*(输入法|pinyin|input)/i, '搜狗输入法', '腾讯', 'tool'),
  rule(/^(向日葵|sunlogin|awesun)/i, '向日葵远程控制', '贝锐', 'tool'),
  rule(/^todesk/i, 'ToDesk', '海南有趣', 'tool'),
  rule(/^teamviewer/i, 'TeamViewer', 'TeamViewer', 'tool'),
  rule(/^(360安全卫士|360 ?safe)/i, '360安全卫士', '奇虎360', 'security'),
  rule(/^(火绒|huorong|sysdiag)/i, '火绒安全', '火绒', 'security'),
  rule(/^(奇安信|qi-?anxin|tianqing|天擎)/i, '奇安信天擎', '奇安信', 'security'),
  rule(/^symantec endpoint/i, 'Symantec Endpoint Protection', 'Broadcom', 'security'),
  rule(/^(google )?chrome$|^google chrome|^google-chrome/i, 'Google Chrome', 'Google', 'tool'),
  rule(/^(mozilla )?firefox(-esr)?\b/i, 'Mozilla Firefox', 'Mozilla', 'tool'),
  rule(/^microsoft edge(?! ?webview)/i, 'Microsoft Edge', 'Microsoft', 'tool'),
  rule(/^7-?zip/i, '7-Zip', 'Igor Pavlov', 'tool'),
  rule(/^winrar/i, 'WinRAR', 'win.rar', 'tool'),
  rule(/^(openssh|openssh-server|openssh-client)$/i, 'OpenSSH', 'OpenBSD', 'tool'),
  rule(/^(putty)\b/i, 'PuTTY', 'Simon Tatham', 'tool'),
  rule(/^xshell/i, 'Xshell', 'NetSarang', 'tool'),
  // Databases and what stands between
  rule(
    /^microsoft sql server (20\d\d)(?!.*(native client|management studio|驱动|setup|policies))/i,
    'Microsoft SQL Server $1',
    'Microsoft',
    'database',
  ),
  rule(/^oracle database/i, 'Oracle Database', 'Oracle', 'database'),
  rule(/^mysql( server|-server|-community-server)/i, 'MySQL', 'Oracle', 'database'),
  rule(/^mariadb(-server|-community)?/i, 'MariaDB', 'MariaDB', 'database'),
  rule(
    /^postgresql(-\d+)?( \d+)?$|^postgresql\d*-server$/i,
    'PostgreSQL',
    'PostgreSQL Global Development Group',
    'database',
  ),
  rule(/^(达梦|dm ?dbms|dmdbms)/i, '达梦数据库', '达梦', 'database'),
  rule(/^redis(-server)?$/i, 'Redis', 'Redis', 'database'),
  rule(/^nginx(-core|-full|-light|-extras)?$/i, 'nginx', 'F5', 'middleware'),
  rule(/^(apache2|httpd|apache http server)/i, 'Apache HTTP Server', 'Apache Software Foundation', 'middleware'),
  rule(/^(apache )?tomcat\d*/i, 'Apache Tomcat', 'Apache Software Foundation', 'middleware'),
  rule(/^(weblogic|oracle weblogic)/i, 'Oracle WebLogic Server', 'Oracle', 'middleware'),
  rule(/^rabbitmq/i, 'RabbitMQ', 'Broadcom', 'middleware'),
  rule(/^(docker-ce|docker\.io|docker desktop|docker engine)$/i, 'Docker', 'Docker', 'middleware'),
  rule(/^(java|openjdk|jdk|jre|java\(tm\)).*?\b(8|11|17|21|25)\b/i, 'Java $2', null, 'development'),
  rule(/^(python)\s?(\d)(\.\d+)?/i, 'Python $2', 'Python Software Foundation', 'development'),
  rule(/^(git|git for windows)$/i, 'Git', 'Software Freedom Conservancy', 'development'),
  rule(/^(microsoft )?visual studio code/i, 'Visual Studio Code', 'Microsoft', 'development'),
  rule(/^vmware tools|^open-vm-tools$/i, 'VMware Tools', 'Broadcom', 'tool'),
  // What only carries others
  rule(/^microsoft visual c\+\+ (20\d\d(-20\d\d)?)/i, 'Microsoft Visual C++ $1', 'Microsoft', 'library'),
  rule(/^microsoft \.net.*(runtime|framework)/i, 'Microsoft .NET', 'Microsoft', 'library'),
  rule(/^(lib|python3?-|perl-|golang-|node-|ruby-|fonts-|gir1\.2-|linux-(headers|modules))/i, '$&', null, 'library'),
]
