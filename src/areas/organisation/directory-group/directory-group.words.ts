import { wordsFor } from '../../../record/record.ts'
import { directoryGroup } from './directory-group.record.ts'

export const directoryGroupWords = wordsFor(directoryGroup, {
  name: ['目录组映射', 'Directory group'],
  plural: ['目录组映射', 'Directory groups'],
  empty: [
    '还没有映射。登记后,目录组的成员在同步时获得对应的角色或团队。',
    'None yet. Once there is one, members of the group get its role or team at each synchronisation.',
  ],
  fields: {
    dn: ['目录组(DN)', 'Group (DN)'],
    role: ['角色', 'Role'],
    team: ['团队', 'Team'],
    note: ['说明', 'Note'],
  },
  states: { active: ['启用', 'Active'], closed: ['停用', 'Closed'] },
  verbs: { close: ['停用', 'Close'], reopen: ['恢复', 'Reopen'] },
  choices: {},
})
