import { wordsFor } from '../../../record/record.ts'
import { post } from './post.record.ts'

export const postWords = wordsFor(post, {
  name: ['岗位', 'Post'],
  plural: ['岗位', 'Posts'],
  empty: ['还没有岗位。先设立值班员与复核员两个岗位。', 'No posts yet. Start with an operator and a checker.'],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    department: ['部门', 'Department'],
    duties: ['职责', 'Duties'],
    skills: ['所需技能', 'Required skills'],
    duty: ['可任值班位置', 'Duty position'],
  },
  states: { active: ['在设', 'Active'], closed: ['撤销', 'Closed'] },
  verbs: { close: ['撤销', 'Close'], reopen: ['恢复', 'Reopen'] },
  choices: {
    duty: {
      maker: ['经办', 'Maker'],
      checker: ['复核', 'Checker'],
      both: ['经办或复核', 'Either'],
      none: ['不值班', 'None'],
    },
  },
})
