import type { Words } from '../../../record/words.ts'

/** The words of an audit's report, on the screen and on paper alike. */
export const reportWords = {
  results: ['检查结果', 'Results'],
  items: ['检查事项', 'Items'],
  sampled: ['抽样对象', 'Subjects sampled'],
  differing: ['与控制判定不同', 'Found otherwise than judged'],
  area: ['领域', 'Area'],
  areas: ['按领域', 'By area'],
  findings: ['审计发现', 'Findings'],
  number: ['编号', 'Number'],
  finding: ['内容', 'Finding'],
  grade: ['等级', 'Grade'],
  clause: ['条号', 'Clause'],
  repeated: ['重复发生', 'Repeated'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  none: ['没有审计发现。', 'No findings.'],
  checklist: ['检查清单', 'Checklist'],
  stood: ['基准日', 'On the date'],
  result: ['结果', 'Result'],
  note: ['说明', 'Note'],
  draft: ['尚未签发', 'Not issued yet'],
} as const satisfies Record<string, Words>
