import { wordsFor } from '../../../record/record.ts'
import { dutySeparation } from './duty-separation.record.ts'

export const dutySeparationWords = wordsFor(dutySeparation, {
  name: ['职责分离规则', 'Separation of duties'],
  plural: ['职责分离规则', 'Separation of duties'],
  empty: [
    '还没有职责分离规则。写明哪两组权限不能由同一人持有,例如下单与结算复核。',
    'No rules yet. Say which two sets of rights nobody may hold together, such as entering orders and checking settlement.',
  ],
  fields: {
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    first: ['一组权限', 'These rights'],
    second: ['另一组权限', 'Not with these'],
    reason: ['原因', 'Why'],
    severity: ['严重程度', 'Severity'],
  },
  states: { active: ['生效', 'Active'], withdrawn: ['停用', 'Withdrawn'] },
  verbs: { withdraw: ['停用', 'Withdraw'], reinstate: ['恢复', 'Reinstate'] },
  choices: { severity: { high: ['高', 'High'], medium: ['中', 'Medium'], low: ['低', 'Low'] } },
})
