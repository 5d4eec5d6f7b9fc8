import type { Words } from '../../../record/words.ts'
import { kindWords } from '../stocktake-difference/stocktake-difference.words.ts'
import type { Figures } from './figures.rules.ts'

/** The words of a stocktake's report, on the screen, on paper and in a sheet alike. */
export const reportWords = {
  summary: ['盘点结果', 'What came of it'],
  result: ['结果', 'Result'],
  quantity: ['数量', 'Quantity'],
  share: ['占应盘', 'Of expected'],
  expected: ['应盘', 'Expected'],
  counted: ['已盘', 'Counted'],
  found: ['账实相符', 'As registered'],
  unknown: ['其中台账无此编号', 'of these, tags nobody knows'],
  scope: ['范围', 'Scope'],
  everything: ['全部实物资产', 'Everything that can be seen'],
  mode: ['方式', 'Manner'],
  span: ['清点起止', 'Counted from, until'],
  leader: ['负责人', 'Led by'],
  submitted: ['提交', 'Submitted'],
  approved: ['批准', 'Approved'],
  notYet: ['尚未批准', 'Not approved yet'],
  byPlace: ['分位置', 'By place'],
  place: ['位置', 'Place'],
  nowhere: ['未登记位置', 'No place registered'],
  byCounter: ['分清点人', 'By counter'],
  counter: ['清点人', 'Counted by'],
  counts: ['次数', 'Counts'],
  first: ['首次', 'First'],
  last: ['末次', 'Last'],
  differences: ['差异与处理', 'Differences and what was done'],
  noDifferences: ['账实全部相符,没有差异。', 'All is as registered; there are no differences.'],
  number: ['编号', 'Number'],
  what: ['资产', 'Asset'],
  kind: ['类型', 'Kind'],
  expectedAt: ['账面', 'Registered'],
  foundAt: ['实物', 'Found'],
  decision: ['处理', 'Decision'],
  outcome: ['执行', 'Outcome'],
  reason: ['理由', 'Reason'],
  list: ['盘点明细', 'The whole list'],
  tag: ['资产编号', 'Tag'],
  name: ['名称', 'Name'],
  holder: ['使用人', 'Holder'],
  foundPlace: ['实际位置', 'Found at'],
  foundHolder: ['实际使用人', 'Found with'],
  countedAt: ['清点时间', 'Counted at'],
  proof: ['签署与校验', 'Signed and sealed'],
  frozen: ['应盘清单摘要(SHA-256)', 'Digest of the frozen list (SHA-256)'],
  digest: ['报告摘要(SHA-256)', 'Digest of the report (SHA-256)'],
  signature: ['批准签名摘要(SHA-256)', 'Digest signed at approval (SHA-256)'],
  more: ['其余见工作簿', 'The rest is in the workbook'],
} as const satisfies Record<string, Words>

/** A line of the results: how many, and how deep it stands below another. */
export interface ResultLine {
  readonly code: 'found' | 'wrong-place' | 'wrong-holder' | 'missing' | 'twice' | 'surplus' | 'unknown'
  readonly words: Words
  readonly n: number
  /** Percent of what was expected, to a tenth; null: beyond it. */
  readonly share: number | null
}

/** The six results, and of the surplus the tags that nobody knows. */
export function resultLines(figures: Figures): ResultLine[] {
  const { expected } = figures
  const of = (n: number) => (expected === 0 ? null : Math.round((n / expected) * 1_000) / 10)
  const line = (code: ResultLine['code'], words: Words, n: number, share: number | null): ResultLine => ({
    ...{ code, words, n, share },
  })
  return [
    line('found', reportWords.found, figures.found, of(figures.found)),
    line('wrong-place', kindWords['wrong-place'], figures.wrongPlace, of(figures.wrongPlace)),
    line('wrong-holder', kindWords['wrong-holder'], figures.wrongHolder, of(figures.wrongHolder)),
    line('missing', kindWords.missing, figures.missing, of(figures.missing)),
    line('twice', kindWords.twice, figures.twice, of(figures.twice)),
    line('surplus', kindWords.surplus, figures.surplus, null),
    line('unknown', reportWords.unknown, figures.unknown, null),
  ]
}
