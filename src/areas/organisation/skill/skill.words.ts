import { wordsFor } from '../../../record/record.ts'
import { skill } from './skill.record.ts'

export const skillWords = wordsFor(skill, {
  name: ['技能', 'Skill'],
  plural: ['技能', 'Skills'],
  empty: [
    '还没有技能。先登记值班位置所要求的技能,再在人员上选取。',
    'No skills yet. Name those that duty positions ask for, then choose them on persons.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    description: ['说明', 'Description'],
  },
  states: { 'in-use': ['在用', 'In use'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {},
})
