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
  token: ['令牌', 'Token'],
  makeToken: ['生成令牌', 'Make a token'],
  renewToken: ['更换令牌', 'Renew the token'],
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
