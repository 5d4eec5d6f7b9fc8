import { wordsFor } from '../../../record/record.ts'
import { role } from './role.record.ts'

export const roleWords = wordsFor(role, {
  name: ['角色', 'Role'],
  plural: ['角色', 'Roles'],
  empty: ['还没有角色。', 'No roles yet.'],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    description: ['说明', 'Description'],
    grants: ['授权', 'Grants'],
    secondFactor: ['登录须双重验证', 'Two factors to sign in'],
  },
  states: { active: ['启用', 'Active'], closed: ['停用', 'Closed'] },
  verbs: { close: ['停用', 'Close'], reopen: ['恢复', 'Reopen'] },
  choices: {},
})
