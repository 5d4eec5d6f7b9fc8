import { wordsFor } from '../../../record/record.ts'
import { incidentWords } from '../incident/incident.words.ts'
import { incidentTemplate } from './incident-template.record.ts'

const { fields, choices } = incidentWords

export const incidentTemplateWords = wordsFor(incidentTemplate, {
  name: ['故障模板', 'Incident template'],
  plural: ['故障模板', 'Incident templates'],
  empty: [
    '还没有模板。把常见的故障写成模板,登记时一点即填。',
    'No templates yet. Write one for each frequent kind of incident.',
  ],
  fields: {
    name: ['模板名称', 'Name'],
    title: fields.title,
    description: fields.description,
    impact: fields.impact,
    urgency: fields.urgency,
    affectsTrading: fields.affectsTrading,
    channel: fields.channel,
    component: fields.component,
    service: fields.service,
    team: fields.team,
  },
  states: { 'in-use': ['使用中', 'In use'], retired: ['已停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: { impact: choices.impact, urgency: choices.urgency, channel: choices.channel },
})
