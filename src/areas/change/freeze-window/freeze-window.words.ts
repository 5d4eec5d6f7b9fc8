import { wordsFor } from '../../../record/record.ts'
import { freezeWindow } from './freeze-window.record.ts'

export const freezeWindowWords = wordsFor(freezeWindow, {
  name: ['变更冻结期', 'Freeze'],
  plural: ['变更冻结期', 'Freezes'],
  empty: [
    '没有另设的冻结期。交易时段的冻结由交易日历得出,其他时间(如联网测试、年终)在此登记。',
    'No further freezes. Those of sessions follow from the trading calendar; enter others here, such as an exchange test or the year’s end.',
  ],
  fields: {
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    startsAt: ['开始', 'Starts'],
    endsAt: ['结束', 'Ends'],
    covers: ['范围', 'Covers'],
    reason: ['事由', 'Reason'],
    liftReason: ['解除理由', 'Why lifted'],
  },
  states: { 'in-force': ['有效', 'In force'], lifted: ['已解除', 'Lifted'] },
  verbs: { lift: ['解除', 'Lift'] },
  choices: {
    covers: { all: ['全部生产与备用系统', 'Everything live'], trading: ['影响交易的系统', 'What trading stands on'] },
  },
})
