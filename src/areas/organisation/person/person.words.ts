import { wordsFor } from '../../../record/record.ts'
import { person } from './person.record.ts'

export const personWords = wordsFor(person, {
  name: ['人员', 'Person'],
  plural: ['人员', 'People'],
  empty: ['还没有人员。由管理员登记。', 'Nobody yet. An administrator registers people.'],
  fields: {
    name: ['姓名', 'Name'],
    employeeNo: ['工号', 'Employee number'],
    email: ['邮箱', 'E-mail'],
    phone: ['电话', 'Phone'],
    department: ['部门', 'Department'],
    team: ['团队', 'Team'],
    posts: ['岗位', 'Posts'],
    skills: ['技能', 'Skills'],
    roles: ['角色', 'Roles'],
    lang: ['界面语言', 'Language'],
  },
  states: { active: ['在职', 'Active'], left: ['离职', 'Left'] },
  verbs: { leave: ['办理离职', 'Leave'], return: ['重新入职', 'Return'] },
  choices: { lang: { zh: ['中文', 'Chinese'], en: ['英文', 'English'] } },
})
