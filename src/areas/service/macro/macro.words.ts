import { wordsFor } from '../../../record/record.ts'
import { levelWords } from '../incident/incident.rules.ts'
import { incidentWords } from '../incident/incident.words.ts'
import { macro } from './macro.record.ts'

const { verbs } = incidentWords

export const macroWords = wordsFor(macro, {
  name: ['快捷处理', 'Macro'],
  plural: ['快捷处理', 'Macros'],
  empty: [
    '还没有快捷处理。把每天重复的一套动作和回复写成一条,在服务台一键完成。',
    'No macros yet. Write one for what is done and said every day, and do it in one press at the desk.',
  ],
  fields: {
    name: ['名称', 'Name'],
    reply: ['回复内容', 'Words'],
    isPrivate: ['作为内部备注', 'As a private note'],
    verb: ['办理', 'Does'],
    assignToMe: ['指派给自己', 'Assigns to whoever uses it'],
    team: ['转给团队', 'Team'],
    impact: ['影响面改为', 'Impact'],
    urgency: ['紧急度改为', 'Urgency'],
  },
  states: { 'in-use': ['使用中', 'In use'], retired: ['已停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {
    verb: { start: verbs.start, wait: verbs.wait, resume: verbs.resume, resolve: verbs.resolve },
    impact: levelWords,
    urgency: levelWords,
  },
})
