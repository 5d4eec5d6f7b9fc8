import type { Words } from '../../../../record/words.ts'

export const sourceScreenWords = {
  came: ['最近收到', 'What came'],
  nothingYet: [
    '还没有收到任何内容。按右侧说明设置发送方。',
    'Nothing came yet. Set up the sender as described beside.',
  ],
  last: ['最近一次', 'Last'],
  refresh: ['刷新', 'Refresh'],
  at: ['时间', 'At'],
  outcome: ['结果', 'Outcome'],
  became: ['处理', 'What became of it'],
  accepted: ['已接收', 'Accepted'],
  refused: ['已拒收', 'Refused'],
  content: ['内容', 'Content'],
  nothingNew: ['没有变化', 'nothing new'],
  preview: ['试读', 'Try a content'],
  previewHint: [
    '贴入一份内容,看它会成为什么;不会产生告警。',
    'Paste a content to see what it would become. No alarm is raised.',
  ],
  useLast: ['取最近收到的', 'Take what came last'],
  tryIt: ['试读', 'Try'],
  wouldBe: ['会成为', 'Would be'],
  title: ['内容', 'Title'],
  component: ['组件', 'Component'],
  key: ['归并标识', 'Key'],
  isOver: ['已恢复', 'Over'],
  critical: ['严重告警', 'Critical alarm'],
  warning: ['警告', 'Warning'],
  ignored: ['不告警', 'No alarm'],
  setUp: ['发送方设置', 'Set up the sender'],
  address: ['发送到', 'Send to'],
  renewHint: ['原令牌立即失效,发送方须改用新令牌。', 'The token before counts no more: the sender needs the new one.'],
  tokenHeader: [
    '发送方用请求头 Authorization: Bearer 出示令牌;不能设请求头的,把令牌接在地址后面。',
    'The sender shows the token as Authorization: Bearer. Where it can set no header, the token goes at the end of the address.',
  ],
  alertmanager: ['在 alertmanager.yml 中:', 'In alertmanager.yml:'],
  zabbixFile: ['下载 Zabbix 媒介类型', 'The media type for Zabbix'],
  zabbix1: [
    '告警 → 媒介类型 → 导入上面的文件(Zabbix 6.0 及以上)。',
    'Alerts, Media types: import the file above (Zabbix 6.0 and later).',
  ],
  zabbix2: [
    '管理 → 常规 → 宏:新建 {$TOUCHSTONE.TOKEN},类型为密文,值为令牌。',
    'Administration, General, Macros: add {$TOUCHSTONE.TOKEN} as secret text with the token.',
  ],
  zabbix3: ['给一个用户添加此媒介,「收件人」填 -。', 'Give one user this media, with - as what it is sent to.'],
  zabbix4: [
    '触发器动作:问题和恢复两种操作都发给该用户。',
    'Trigger actions: send both the problem and its recovery to that user.',
  ],
  json: ['例如:', 'For example:'],
  syslog: [
    '发送方按地址辨认,不需要令牌。rsyslog 例:',
    'A sender is known by its address and needs no token. For rsyslog:',
  ],
  syslogOff: [
    'syslog 接收还没有开启:请管理员在「系统设置」中设定接收端口和地址。',
    'Syslog is not taken yet: an administrator sets its port and address under Settings.',
  ],
  hintAlertmanager: [
    '「组件编码取自」填标签名,如 component:标签值与运行组件的编码相同,告警即归于该组件,否则归于默认组件。',
    'Component code from: the name of a label, such as component. Where its value is the code of a component, the alarm is about that; else about the one given here.',
  ],
  hintZabbix: [
    '「组件编码取自」填标记(tag)名;不填则以主机名对应运行组件的编码。',
    'Component code from: the name of a tag; without one the host’s name is taken as the code of a component.',
  ],
  hintJson: [
    '各项用 {路径} 取内容中的值,可以拼接,如 {host}/{checks.0.name};「事件列表的位置」只写路径,不填则整份内容是一个事件(或一列事件)。不填「开始时间」时,同一标识未恢复前只计一条告警。',
    'Each takes values of the content as {path}, joined as you like: {host}/{checks.0.name}. Where the list is takes a bare path; without it the content is one event, or a list of them. Without When it began, a key is one alarm until it is over.',
  ],
  hintSnmp: [
    '规则按顺序比对,第一条符合的生效;陷阱写名称(linkDown)或 OID 开头。「归并标识」和「内容」用 {ifIndex}、{1}(第一个变量)、{OID 开头} 取值,{device} 为设备地址,{trap} 为陷阱名。「组件编码取自」可填同样的写法,不填为设备地址。团体名和用户在保存之后设。',
    'Rules are tried in their order; the first that fits holds. Traps go by their name (linkDown) or by how their OID begins. Key and title take {ifIndex}, {1} (the first variable) or {how an OID begins}; {device} is the address of the device, {trap} the trap’s name. So does Component code from, which is the device without it. Communities and users are set once this is kept.',
  ],
  hintMail: [
    '寄到该收件邮箱、发件人在列的邮件成为事件,不再建单。正则表达式为 RE2;命名分组如 (?P<host>\\S+) 的值在「归并标识」「内容」「组件编码取自」中用 {host} 取。故障和恢复两封邮件须得出同一个归并标识。',
    'Mail at that mailbox from a sender listed here becomes an event and makes no record. Expressions are RE2; what a named group such as (?P<host>\\S+) found is {host} in key, title and Component code from. Mail of a failure and of its end must come to the same key.',
  ],
  trapOff: [
    'SNMP Trap 接收还没有开启:请管理员在「系统设置」中设定接收端口和地址。',
    'SNMP traps are not taken yet: an administrator sets their port and address under Settings.',
  ],
  trapOn: ['设备把 Trap 或 Inform 发到本服务器的 UDP 端口', 'Devices send traps or informs to this server’s UDP port'],
  access: ['团体名和用户', 'Communities and users'],
  accessHint: [
    '整体替换,保存后不再显示。v1、v2c 按团体名,v3 按用户辨认;口令至少 8 个字符。',
    'All at once, and shown to nobody afterwards. v1 and v2c are known by a community, v3 by a user; pass phrases have at least 8 characters.',
  ],
  communities: ['团体名(每行一个)', 'Communities (one on each line)'],
  user: ['用户名', 'User'],
  auth: ['认证', 'Authentication'],
  authKey: ['认证口令', 'Authentication pass phrase'],
  priv: ['加密', 'Privacy'],
  privKey: ['加密口令', 'Privacy pass phrase'],
  engineId: ['引擎 ID(不填则任意)', 'Engine id (any if empty)'],
  addUser: ['添加用户', 'Add a user'],
  removeUser: ['移除', 'Remove'],
  none: ['无', 'None'],
  keepAccess: ['保存', 'Keep'],
  kept: ['已保存', 'Kept'],
  mail: [
    '监控系统把邮件寄到该来源的收件邮箱;发件人须在上列之内。可用「试读」贴入一封,开头为 From: 和 Subject: 两行,空一行后是正文。',
    'The monitoring sends its mail to the mailbox of this source, from a sender listed there. To try one, paste it beside: a line From:, a line Subject:, an empty line, the text.',
  ],
  hintSyslog: [
    '规则按顺序比对,第一条符合的生效。「组件编码取自」填 host(默认)或 app。',
    'Rules are tried in their order; the first that fits holds. Component code from: host (as it comes) or app.',
  ],
} as const satisfies Record<string, Words>

export const trafficWords = (accepted: number, refused: number): Words => [
  `接收 ${accepted} 次,拒收 ${refused} 次`,
  `${accepted} accepted, ${refused} refused`,
]

/** What a delivery that was accepted did. */
export function becameWords({ raised, resolved, known }: { raised: number; resolved: number; known: number }): Words {
  const zh = [raised && `告警 ${raised}`, resolved && `解除 ${resolved}`, known && `已知 ${known}`]
  const en = [raised && `${raised} raised`, resolved && `${resolved} resolved`, known && `${known} known already`]
  const listed = (all: readonly (string | number)[], by: string) => all.filter((one) => one !== 0).join(by)
  return raised + resolved + known === 0 ? sourceScreenWords.nothingNew : [listed(zh, ','), listed(en, ', ')]
}
