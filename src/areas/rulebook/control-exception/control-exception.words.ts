import { wordsFor } from '../../../record/record.ts'
import { controlException } from './control-exception.record.ts'

export const controlExceptionWords = wordsFor(controlException, {
  name: ['例外', 'Exception'],
  plural: ['例外', 'Exceptions'],
  empty: [
    '没有例外。某项规则一时做不到时,在控制项页面为具体对象申请,写明替代措施和截止时间。',
    'No exceptions. Where a rule cannot be kept for a while, ask for named subjects on the page of its control, with a measure and an end.',
  ],
  fields: {
    title: ['事由', 'Title'],
    control: ['控制项', 'Control'],
    subjects: ['对象编号', 'Subjects'],
    subjectIds: ['对象', 'Ids of subjects'],
    reason: ['原因', 'Reason'],
    measure: ['替代措施', 'Compensating measure'],
    owner: ['负责人', 'Owner'],
    startsAt: ['开始时间', 'From'],
    endsAt: ['截止时间', 'Until'],
    renews: ['续展自', 'Renews'],
    renewals: ['续展次数', 'Renewals'],
    grantedBy: ['批准人', 'Granted by'],
    grantedAt: ['批准时间', 'Granted at'],
    refuseReason: ['不同意的原因', 'Why it was refused'],
    liftReason: ['提前取消的原因', 'Why it was lifted'],
  },
  states: {
    requested: ['待批准', 'Requested'],
    granted: ['已批准', 'Granted'],
    refused: ['不同意', 'Refused'],
    lifted: ['已取消', 'Lifted'],
    ended: ['已到期', 'Ended'],
  },
  verbs: {
    grant: ['批准', 'Grant'],
    refuse: ['不同意', 'Refuse'],
    lift: ['提前取消', 'Lift'],
    end: ['到期', 'End'],
  },
  choices: {},
})
