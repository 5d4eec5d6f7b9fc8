import type { Area } from '../../record/registry.ts'
import { incident } from './incident/incident.record.ts'
import { incidentWords } from './incident/incident.words.ts'

export const service: Area = {
  code: 'service',
  words: ['服务', 'Service'],
  records: [{ record: incident, words: incidentWords }],
}
