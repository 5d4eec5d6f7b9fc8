import { wordsFor } from '../../../record/record.ts'
import { judgementSample } from './judgement-sample.record.ts'

export const judgementSampleWords = wordsFor(judgementSample, {
  name: ['抽样复判', 'Sample of verdicts'],
  plural: ['抽样复判', 'Samples of verdicts'],
  empty: ['系统每小时自动抽样复判。', 'A sample is judged afresh every hour, by itself.'],
  fields: {
    title: ['名称', 'Title'],
    day: ['日期', 'Day'],
    judged: ['复判数', 'Judged afresh'],
    differing: ['不一致数', 'Differing'],
    differences: ['不一致的对象', 'Differences'],
    lastAt: ['最近一次', 'Last at'],
    explanation: ['原因说明', 'Explanation'],
    explainedBy: ['说明人', 'Explained by'],
  },
  states: { agrees: ['一致', 'Agrees'], differs: ['不一致', 'Differs'], explained: ['已说明', 'Explained'] },
  verbs: { differ: ['发现不一致', 'Differ'], explain: ['说明原因', 'Explain'] },
  choices: {},
})
