import type { Words } from '../../../../record/words.ts'
import type { Queue } from '../../desk/order.rules.ts'
import { titles } from '../titles.words.ts'

export const queueWords = {
  mine: ['我的', 'Mine'],
  team: ['本团队', 'My team'],
  unassigned: ['未指派', 'Unassigned'],
  waiting: ['等待中', 'Waiting'],
  all: ['全部', 'All'],
} as const satisfies Record<Queue, Words>

export const deskWords = {
  title: titles.desk,
  anyService: ['全部服务', 'All services'],
  next: ['最紧急', 'Most urgent'],
  take: ['由我处理', 'Take it'],
  open: ['打开', 'Open'],
  nothing: ['这个队列是空的', 'This queue is empty'],
  nothingHint: ['换一个队列,或登记新的故障。', 'Look at another queue, or report an incident.'],
  pick: ['从左侧选一条,或按 J', 'Pick one on the left, or press J'],
  report: ['登记故障', 'Report an incident'],
  more: ['更多', 'More'],
  back: ['返回队列', 'Back to the queue'],
  nobody: ['未指派', 'Nobody yet'],
  keys: [
    'J K 上下 · N 最紧急 · Enter 打开页面 · A 由我处理 · R 回复 · M 快捷处理',
    'J K move · N most urgent · Enter opens the page · A take it · R reply · M macros',
  ],
  trading: ['影响交易', 'Trading'],
  looking: ['也在看', 'is looking too'],
  typing: ['正在输入', 'is typing'],
  macros: ['快捷处理', 'Macros'],
  noMacros: ['还没有快捷处理', 'No macros yet'],
  use: ['执行', 'Do it'],
  willSay: ['将回复', 'It says'],
  willSayPrivately: ['将写内部备注', 'It notes privately'],
  willDo: ['将办理', 'It does'],
  willAssign: ['指派给自己', 'assigns to you'],
  willHandOver: ['转给其他团队', 'hands it to a team'],
  impactTo: ['影响面改为', 'impact becomes'],
  urgencyTo: ['紧急度改为', 'urgency becomes'],
} as const satisfies Record<string, Words>
