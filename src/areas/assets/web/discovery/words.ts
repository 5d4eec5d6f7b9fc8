import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

/** The words of the screen of discovery. */
export const discoveryWords = {
  title: titles.discovery,
  all: ['全部', 'All'],
  new: ['未登记', 'Not registered'],
  changed: ['有变化', 'Changed'],
  vanished: ['不再出现', 'Vanished'],
  how: ['采集方式', 'How machines report'],
  nothing: ['发现的与登记的一致,没有要决定的。', 'What was found is what is registered: there is nothing to decide.'],
  field: ['字段', 'Field'],
  registered: ['登记为', 'Registered'],
  found: ['发现为', 'Found'],
  empty: ['(空)', '(empty)'],
  accept: ['采纳', 'Accept'],
  dismiss: ['不采纳', 'Dismiss'],
  register: ['登记为资产', 'Register it'],
  isRegistered: ['就是已登记的…', 'Is registered as'],
  category: ['资产类别', 'Category'],
  tag: ['资产编号', 'Tag'],
  tagDrawn: ['留空则自动编号', 'Drawn if left empty'],
  outcome: ['去向', 'Where it went'],
  inStock: ['已收回入库', 'Taken back to stock'],
  retired: ['已停用', 'Out of service'],
  lost: ['遗失', 'Lost'],
  seen: ['最后出现', 'Last heard of'],
  why: ['不采纳的理由', 'Why not'],
  whyHint: ['同样的发现以后不再提出。', 'The same finding is not raised again.'],
  more: ['显示更多', 'Show more'],
  machines: ['发现记录', 'All machines found'],
  targets: ['SNMP 采集', 'SNMP targets'],
  shell: ['Linux、macOS、BSD', 'Linux, macOS, BSD'],
  windows: ['Windows', 'Windows'],
  token: [
    '令牌在「我的账号」里建立,范围填 discovery:write,只能上报,别的都做不了。',
    'Make the token under My account with the scope discovery:write: it can report and do nothing else.',
  ],
  noInstall: [
    '脚本不安装、不改动任何东西;先用 --print 看看会上报什么。建议每天定时运行一次。',
    'The script installs and changes nothing; run it with --print first to see what it would report. Once a day is enough.',
  ],
  network: [
    '交换机、防火墙等网络设备由系统用 SNMP(v2c、v3)询问,在「SNMP 采集」里登记地址和密钥。',
    'Switches, firewalls and the like are asked by SNMP (v2c, v3): give their address and keys under SNMP targets.',
  ],
  done: ['已办理', 'Done'],
  selected: ['全选', 'All'],
} as const satisfies Record<string, Words>

export const acceptChosen = (n: number): Words => [`采纳所选 ${n} 项`, `Accept the ${n} chosen`]
export const dismissChosen = (n: number): Words => [`不采纳所选 ${n} 项`, `Dismiss the ${n} chosen`]
export const acceptedWords = (done: number, refused: number): Words =>
  refused === 0
    ? [`已采纳 ${done} 项`, `${done} accepted`]
    : [`已采纳 ${done} 项,${refused} 项未能采纳`, `${done} accepted, ${refused} refused`]
export const chooseWords = (what: string): Words => [`选择 ${what}`, `Choose ${what}`]
