import { wordsFor } from '../../../record/record.ts'
import { delegation } from './delegation.record.ts'

export const delegationWords = wordsFor(delegation, {
  name: ['代理', 'Delegation'],
  plural: ['代理', 'Delegations'],
  empty: [
    '没有代理。外出期间请人代为审批时在这里登记。',
    'No delegations. Before you are away, name here who decides in your place.',
  ],
  fields: {
    person: ['被代理人', 'Absent'],
    deputy: ['代理人', 'Deputy'],
    validFrom: ['自(含)', 'From (included)'],
    validTo: ['至(含)', 'To (included)'],
    records: ['限于这些记录(空为全部)', 'Only these kinds of record (none: all)'],
    reason: ['事由', 'Reason'],
    revokedAt: ['撤销时间', 'Revoked at'],
  },
  states: { given: ['已授予', 'Given'], revoked: ['已撤销', 'Revoked'] },
  verbs: { revoke: ['撤销', 'Revoke'] },
  choices: {},
})
