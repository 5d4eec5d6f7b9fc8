import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const assetScreenWords = {
  where: ['位置与持有', 'Where and with whom'],
  nowhere: ['未登记位置。', 'No place is registered.'],
  held: ['使用人', 'In the hands of'],
  owned: ['责任人', 'Answers for it'],
  nobody: ['未指定', 'nobody'],
  worth: ['价值', 'Worth'],
  full: ['已提足折旧', 'fully depreciated'],
  book: ['账面净值', 'Book value'],
  impact: titles.impact,
  impactHint: [
    '右侧是它出故障会影响的,左侧是它所依赖的。',
    'To the right what its failure touches, to the left what it stands on.',
  ],
  alone: ['没有登记与它有关的资产。', 'Nothing is registered that it stands on or that stands on it.'],
  trading: ['影响交易', 'touches trading'],
  whole: ['展开', 'Look at it whole'],
  standsOn: ['它所依赖的', 'What it stands on'],
  touches: ['它会影响的', 'What it touches'],
  ties: ['关系', 'Relations'],
  addTie: ['新增关系', 'Add a relation'],
  runs: ['承载的运行组件', 'Runs'],
  labels: ['打印标签', 'Print labels'],
  label: ['标签', 'Label'],
  takeTag: ['取下一个编号', 'Take the next tag'],
  tagHint: [
    '按类别的前缀编号;取过的号不会再给别人。',
    'By the prefix of its category; a tag taken is given to nobody else.',
  ],
} as const satisfies Record<string, Words>

const inverse = {
  'runs-on': ['其上运行', 'carries'],
  'connects-to': ['被连接', 'is connected from'],
  'backed-up-by': ['为其备份', 'backs up'],
  'part-of': ['其组成部分', 'consists of'],
} as const satisfies Record<string, Words>

export const inverseWords = (kind: string): Words => inverse[kind as keyof typeof inverse] ?? [kind, kind]

/** How long until, or since, a date; both `YYYY-MM-DD`. */
export function untilWords(name: Words, date: string, today: string): Words {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  if (days < 0) return [`${name[0]}已于 ${date} 到期(${-days} 天前)`, `${name[1]} ended on ${date}, ${-days} days ago`]
  if (days === 0) return [`${name[0]}今天到期`, `${name[1]} ends today`]
  return [`${name[0]}至 ${date}(还有 ${days} 天)`, `${name[1]} until ${date}, ${days} more days`]
}

const yuan = (fen: number, digits = 2): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

export const worthWords = (book: number, cost: number): Words => [
  `今值 ${yuan(book)} 元,原值 ${yuan(cost)} 元`,
  `Worth CNY ${yuan(book)} today, bought for ${yuan(cost)}`,
]

export const bookedWords = (method: Words, done: number, months: number): Words => [
  `${method[0]},已提 ${done} / ${months} 个月`,
  `${method[1]}, ${done} of ${months} months taken`,
]

export const moreWords = (count: number, atLeast: boolean): Words => [
  `还有 ${count}${atLeast ? '+' : ''} 项`,
  `${count}${atLeast ? '+' : ''} more`,
]

export const levelWords = (level: number): Words =>
  level > 0 ? [`第 ${level} 层影响`, `Touched, step ${level}`] : [`第 ${-level} 层依赖`, `Stands on, step ${-level}`]
