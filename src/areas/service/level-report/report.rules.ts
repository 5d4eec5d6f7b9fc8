import type { Words } from '../../../record/words.ts'
import { incidentWords } from '../incident/incident.words.ts'
import { type Figures, isHeld, type Kept, lastTwo, type Month, shareOf } from './figures.rules.ts'

/** The words of the report, on the screen, on paper and in a sheet alike. */
export const reportWords = {
  period: ['报告期', 'Period'],
  customer: ['客户部门', 'Customer'],
  service: ['服务', 'Service'],
  agreement: ['依据', 'Under'],
  owner: ['负责人', 'Owner'],
  contact: ['客户方代表', 'For the customer'],
  summary: ['概要', 'Summary'],
  figure: ['项目', 'Figure'],
  now: ['本月', 'This month'],
  before: ['上月', 'Month before'],
  promised: ['承诺', 'Promised'],
  outcome: ['结果', 'Outcome'],
  held: ['达到', 'Held'],
  missed: ['未达到', 'Missed'],
  in: ['收到', 'In'],
  out: ['解决', 'Resolved'],
  backlog: ['月末未解决', 'Backlog'],
  share: ['时限达成率', 'Within target'],
  availability: ['可用率', 'Availability'],
  down: ['服务时间内中断(分钟)', 'Down within the hours (minutes)'],
  grade: ['满意度(1–5)', 'Satisfaction (1–5)'],
  byPriority: ['各优先级时限', 'Targets by priority'],
  priority: ['优先级', 'Priority'],
  clock: ['时限', 'Clock'],
  minutes: ['承诺(分钟)', 'Promised (min)'],
  judged: ['应达成', 'Judged'],
  kept: ['按时', 'In time'],
  rate: ['达成率', 'Rate'],
  missedOnes: ['超时的故障', 'What missed its time'],
  noneMissed: ['本月没有超时。', 'Nothing missed its time.'],
  more: ['其余从略', 'The rest is left out'],
  number: ['编号', 'Number'],
  title: ['标题', 'Title'],
  clocks: ['超时项', 'Missed'],
  trend: ['近六个月', 'Six months'],
  comment: ['信息技术部说明', 'What IT says'],
  actions: ['改进措施', 'Improvement actions'],
  due: ['期限', 'Due'],
  state: ['状态', 'State'],
  remarks: ['客户意见', 'What the customer says'],
  issued: ['发出', 'Issued'],
  acknowledged: ['确认', 'Acknowledged'],
  awaited: ['待客户确认', 'To be acknowledged by the customer'],
  draft: ['草稿,数据尚可更新', 'A draft: its figures may still change'],
} as const satisfies Record<string, Words>

/** One line of the summary. What cannot be said is a dash. */
export interface Line {
  readonly label: Words
  readonly now: string
  readonly before: string
  readonly promised: string
  readonly held: boolean | null
}

const dash = '—'
const text = (value: number | null | undefined, unit = ''): string =>
  value === null || value === undefined ? dash : `${value}${unit}`

/** What the month came to, beside the month before and what was promised. */
export function summaryOf(figures: Figures): Line[] {
  const [now, before] = lastTwo(figures)
  const line = (label: Words, of: (month: Month) => string, promised = dash, held: boolean | null = null): Line => ({
    label,
    promised,
    held,
    now: of(now),
    before: before ? of(before) : dash,
  })
  const { availability } = figures
  return [
    line(reportWords.in, (month) => text(month.in)),
    line(reportWords.out, (month) => text(month.out)),
    line(reportWords.backlog, (month) => text(month.backlog)),
    line(
      reportWords.share,
      (month) => text(shareOf(month), ' %'),
      `${figures.share} %`,
      isHeld(shareOf(now), figures.share),
    ),
    line(
      reportWords.availability,
      (month) => text(month.availability, ' %'),
      text(availability, ' %'),
      availability === null ? null : isHeld(now.availability, availability),
    ),
    line(reportWords.down, (month) => text(month.down)),
    line(reportWords.grade, (month) => (month.grade === null ? dash : `${month.grade.toFixed(2)} (n=${month.grades})`)),
  ]
}

/** A promise in words, with what became of it. */
export interface Row {
  readonly priority: Words
  readonly clock: Words
  readonly kept: Kept
  readonly rate: string
  readonly held: boolean | null
}

export const rowsOf = ({ kept, share }: Figures): Row[] =>
  kept.map((one) => ({
    kept: one,
    priority: incidentWords.choices.priority[one.priority],
    clock: clockWords(one.clock),
    rate: text(shareOf(one), ' %'),
    held: isHeld(shareOf(one), share),
  }))

export const clockWords = (clock: Kept['clock']): Words => incidentWords.clocks?.[clock] ?? [clock, clock]

export const heldWords = (held: boolean | null): Words =>
  held === null ? [dash, dash] : held ? reportWords.held : reportWords.missed
