import type { Words } from '../../../record/words.ts'
import type { ClauseState } from './rulebook.ts'
import { titles } from './titles.words.ts'

export const stateWords: Readonly<Record<ClauseState, Words>> = {
  broken: ['未遵守', 'Broken'],
  'no-evidence': ['无证据', 'No evidence'],
  excepted: ['按例外遵守', 'Kept by exception'],
  kept: ['已遵守', 'Kept'],
  attested: ['已声明', 'Attested'],
  'out-of-scope': ['不适用', 'Out of scope'],
  uncovered: ['未设控制', 'Uncovered'],
}

export const standingWords = {
  bad: ['未遵守', 'Broken'],
  unknown: ['无证据', 'No evidence'],
  excepted: ['例外', 'Exception'],
  ok: ['已遵守', 'Kept'],
} as const satisfies Record<string, Words>

export const unitWords: Readonly<Record<string, Words>> = {
  days: ['天', 'days'],
  hours: ['小时', 'hours'],
  minutes: ['分钟', 'minutes'],
}

export const rulebookWords = {
  title: titles.rulebook,
  intro: ['每条制度今天是否做到,由记录说了算。', 'Whether each rule is kept today, as the records have it.'],
  clauses: ['条款', 'Clauses'],
  byArea: ['按领域', 'By area'],
  overTime: ['近三十天', 'The last thirty days'],
  turned: ['昨天以来的变化', 'What turned since yesterday'],
  nothingTurned: ['没有变化。', 'Nothing turned.'],
  controls: ['控制项', 'Controls'],
  others: ['尚未写进制度的控制项', 'Controls that no policy names'],
  none: ['还没有有效的制度。请先起草并批准一份。', 'No policy is in effect yet. Draw one up and have it approved.'],
  begin: ['起草制度', 'Draw up a policy'],
  edition: ['版次', 'Edition'],
  who: ['责任人', 'Who'],
  when: ['时限', 'When'],
  all: ['全部', 'All'],
  of: ['项', 'subjects'],
  control: titles.control,
  since: ['自', 'Since'],
  until: ['至', 'Until'],
  subject: ['对象', 'Subject'],
  what: ['情况', 'What is so'],
  proof: ['证据', 'Proof'],
  owner: ['负责人', 'Owner'],
  remedy: ['怎样改正', 'What makes it good'],
  measures: ['参数', 'Measures'],
  usual: ['默认', 'default'],
  judgedBy: ['按', 'Judged by'],
  version: ['版本', 'version'],
  reads: ['依据', 'Reads'],
  saidBy: ['对应条款', 'Clauses'],
  unsaid: ['还没有制度写明这一条。', 'No policy says so yet.'],
  history: ['历次变化', 'How it stood'],
  more: ['再看', 'More'],
  on: ['看某一天', 'As of a date'],
  noneBad: ['没有未遵守的对象。', 'No subject breaks it.'],
  noneSo: ['没有这样的对象。', 'No subject stands so.'],
  preview: ['试算', 'Preview'],
  previewed: ['试算结果', 'What would change'],
  propose: ['提出新参数', 'Propose'],
  askException: ['申请例外', 'Ask for an exception'],
  sweeping: ['正在重新评判', 'Being judged anew'],
  needs: ['至少应有对象', 'Subjects wanted'],
  better: ['变好', 'better'],
  worse: ['变差', 'worse'],
  unchanged: ['没有对象改变。', 'No subject would change.'],
  askToRead: ['发起阅读签字', 'Have it read and signed'],
  attestedUntil: ['声明有效至', 'Attested until'],
  notAttested: ['应声明', 'To be attested by'],
  attestation: ['人工声明', 'Attestation'],
  outUntil: ['不适用至', 'Out of scope until'],
  compare: ['与上一版比较', 'Compare with the edition before'],
  comparison: titles.comparison,
  onlyOne: ['没有其他版次可以比较。', 'There is no other edition to compare with.'],
  with: ['与哪一版比较', 'Compared with'],
  same: ['各条相同。', 'All clauses are the same.'],
  added: ['新增', 'Added'],
  removed: ['删除', 'Removed'],
  changed: ['修改', 'Changed'],
  was: ['原文', 'Was'],
  now: ['现文', 'Now'],
} as const satisfies Record<string, Words>

export const readingWords = {
  nothing: ['没有待您阅读签字的制度。', 'There is nothing for you to read and sign.'],
  readAndSign: ['阅读并签字', 'Read and sign'],
  edition: ['版次', 'Edition'],
  dueBy: ['截止', 'Due'],
  wasDue: ['已逾期,应于', 'Overdue since'],
  toAttest: ['待您声明的条款', 'For you to attest'],
  signedLast: ['最近签过的', 'What you signed last'],
  progress: ['签字进度', 'Progress'],
  whoseList: ['查看未签人员', 'Who has not signed'],
  together: ['合计', 'Together'],
  noDepartment: ['未分部门', 'No department'],
  signed: ['已签', 'signed'],
  open: ['待签', 'to sign'],
  late: ['逾期', 'late'],
} as const satisfies Record<string, Words>

export const coverageWords = {
  none: [
    '还没有启用任何外部要求。请在列表里启用适用的法规或标准。',
    'No law or standard is on. Switch on those that apply.',
  ],
  fromPoints: ['按外部条款', 'By their points'],
  fromClauses: ['按本单位条款', 'By our clauses'],
  points: ['项', 'points'],
  holes: ['项没有对应条款', 'without a clause'],
  noClause: ['没有对应条款', 'No clause'],
  noPoint: ['没有对应的外部条款。', 'No point of it.'],
  noAdvice: [
    '要点为本产品概括,不是法律意见;以来源原文为准。',
    'Titles are our own and no legal advice; what counts is the text of the source.',
  ],
} as const satisfies Record<string, Words>

export const importWords = {
  fromDocument: ['从文档读入', 'Read from a document'],
  whichDocument: [
    '选择 DOCX 或文本文件,可识别第一章、第一条、1.1、一、(一);先预览,再填入。',
    'A DOCX or text file; chapters, articles and numbers are recognised. You look at it before it is filled in.',
  ],
  found: ['读出的条款', 'Clauses found'],
  noneFound: ['没有读出条款。请检查文档是否有编号。', 'No clause was found. See whether the document numbers them.'],
  take: ['填入表单', 'Fill in'],
} as const satisfies Record<string, Words>
