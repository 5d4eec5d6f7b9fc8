import { wordsFor } from '../../../record/record.ts'
import { team } from './team.record.ts'

export const teamWords = wordsFor(team, {
  name: ['团队', 'Team'],
  plural: ['团队', 'Teams'],
  empty: ['还没有团队。故障和告警都派给团队。', 'No teams yet. Incidents and alarms go to teams.'],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    department: ['部门', 'Department'],
    lead: ['组长', 'Lead'],
    purpose: ['职能', 'Purpose'],
  },
  states: { active: ['在设', 'Active'], closed: ['撤销', 'Closed'] },
  verbs: { close: ['撤销', 'Close'], reopen: ['恢复', 'Reopen'] },
  choices: {},
})
