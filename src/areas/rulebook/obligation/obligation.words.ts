import { wordsFor } from '../../../record/record.ts'
import { verificationWords } from '../pack/pack.words.ts'
import { obligation } from './obligation.record.ts'

export const obligationWords = wordsFor(obligation, {
  name: ['外部条款', 'Obligation'],
  plural: ['外部条款', 'Obligations'],
  empty: ['还没有启用任何外部要求。请先在外部要求里启用。', 'No law or standard is on yet. Switch one on first.'],
  fields: {
    pack: ['外部要求', 'Law or standard'],
    item: ['条款号', 'Item'],
    parent: ['所属', 'Under'],
    title: ['要点', 'Title'],
    titleEn: ['英文要点', 'English title'],
    verified: ['核对情况', 'Verified'],
    effectiveFrom: ['生效日期', 'In force from'],
    effectiveTo: ['失效日期', 'In force to'],
    controls: ['控制项', 'Controls'],
    clauses: ['对应条款', 'Clauses'],
    applies: ['是否适用', 'Applies'],
    assessment: ['评估', 'Assessment'],
    changedOn: ['变动日期', 'Changed on'],
    assessedAt: ['评估时间', 'Assessed at'],
  },
  states: { 'in-force': ['现行', 'In force'], closed: ['已失效', 'Closed'] },
  verbs: { assess: ['评估', 'Assess'], close: ['失效', 'Close'], reopen: ['恢复', 'Reopen'] },
  choices: {
    verified: verificationWords,
    applies: {
      unassessed: ['未评估', 'Not assessed'],
      applies: ['适用', 'Applies'],
      partly: ['部分适用', 'Partly'],
      'not-applicable': ['不适用', 'Does not apply'],
    },
  },
})
