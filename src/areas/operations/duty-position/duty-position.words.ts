import { wordsFor } from '../../../record/record.ts'
import { dutyPosition } from './duty-position.record.ts'

export const dutyPositionWords = wordsFor(dutyPosition, {
  name: ['值班位置', 'Duty position'],
  plural: ['值班位置', 'Duty positions'],
  empty: [
    '还没有值班位置。先设经办与复核两个位置,值班表据此证明交易时段不缺人。',
    'No duty positions yet. Begin with a maker and a checker: rosters are proved against them.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    part: ['双岗', 'Part'],
    posts: ['可任岗位', 'Posts that may stand there'],
    skills: ['所需技能', 'Skills wanted'],
    people: ['人数', 'People wanted'],
    sessions: ['值守时段(空为全部)', 'Sessions (empty: all)'],
    minutesBefore: ['提前(分钟)', 'Minutes before'],
    minutesAfter: ['延后(分钟)', 'Minutes after'],
  },
  states: { 'in-use': ['在用', 'In use'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: { part: { maker: ['经办', 'Maker'], checker: ['复核', 'Checker'], other: ['其他', 'Other'] } },
})
