import { wordsFor } from '../../../record/record.ts'
import { department } from './department.record.ts'

export const departmentWords = wordsFor(department, {
  name: ['部门', 'Department'],
  plural: ['部门', 'Departments'],
  empty: ['还没有部门。先登记信息技术部。', 'No departments yet. Start with the IT department.'],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    parent: ['上级部门', 'Parent department'],
    head: ['负责人', 'Head'],
    technology: ['信息技术部门', 'IT department'],
  },
  states: { active: ['在设', 'Active'], closed: ['撤销', 'Closed'] },
  verbs: { close: ['撤销', 'Close'], reopen: ['恢复', 'Reopen'] },
  choices: {},
})
