import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const wallWords = {
  title: titles.wall,
  day: ['交易日', 'Trading day'],
  components: ['组件', 'Components'],
  alarms: ['告警', 'Alarms'],
  duty: ['在班', 'On duty'],
  noAlarms: ['没有未解除的告警', 'No open alarms'],
  noComponents: ['没有在用的组件', 'No components in service'],
  noPositions: ['没有值班位置', 'No duty positions'],
  nothingDue: ['没有待执行的流程', 'No runs are due'],
  affectsTrading: ['影响交易', 'affects trading'],
  nobodyTook: ['无人确认', 'nobody has taken it'],
  loading: ['正在载入', 'Loading'],
  noKey: [
    '这个地址不完整。请打开管理员给出的整个地址。',
    'This address is not whole. Open all of the address that the administrator gave.',
  ],
  gone: [
    '这个地址已失效。请管理员在「大屏」中生成新的地址。',
    'This address leads nowhere any more. An administrator makes a new one under Wall screens.',
  ],
  cutOff: ['连接中断', 'Cut off'],
  address: ['大屏地址', 'Address of the wall'],
  addressOnce: [
    '地址只显示这一次。知道地址的人都能看到大屏上的内容。',
    'The address is shown this once. Whoever knows it sees what the wall shows.',
  ],
  renewHint: [
    '旧地址立即失效,正在显示的大屏会断开。',
    'The old address leads nowhere at once; a wall that shows it is cut off.',
  ],
  howTo: [
    '在大屏那台机器的浏览器里打开,按 F11 全屏。← → 换屏。',
    'Open it in the browser of the wall’s machine; F11 fills the screen. ← → change the view.',
  ],
} as const satisfies Record<string, Words>

/** What is on the wall is how things stood then, that long ago. */
export const staleWords = (at: string, [zh, en]: Words): Words => [
  `画面停在 ${at},已 ${zh}`,
  `this is how things stood at ${at}, ${en} ago`,
]

export const moreWords = (count: number): Words => [`另有 ${count} 个`, `${count} more`]
export const openWords = (open: number, firing: number): Words => [
  `${open} 条告警,${firing} 条未确认`,
  `${open} open, ${firing} not acknowledged`,
]
export const tookWords = (name: string): Words => [`${name} 处理中`, `${name} has it`]
