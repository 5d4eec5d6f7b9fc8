import { wordsFor } from '../../../record/record.ts'
import { incidentUpdate } from './incident-update.record.ts'

export const incidentUpdateWords = wordsFor(incidentUpdate, {
  name: ['故障通报', 'Incident update'],
  plural: ['故障通报', 'Incident updates'],
  empty: ['还没有通报。在重大故障的页面发布。', 'No updates yet. Give one on the page of a major incident.'],
  fields: {
    major: ['重大故障', 'Major incident'],
    text: ['通报内容', 'Update'],
    textEn: ['通报内容(英文)', 'Update (English)'],
    audience: ['通报对象', 'Audience'],
  },
  states: { given: ['已发布', 'Given'] },
  verbs: {},
  choices: {
    audience: { everyone: ['全体员工', 'All staff'], it: ['信息技术部', 'IT'], management: ['管理层', 'Management'] },
  },
})
