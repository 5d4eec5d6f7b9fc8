import type { Area } from '../../record/registry.ts'
import { incident } from './incident/incident.record.ts'
import { incidentWords } from './incident/incident.words.ts'
import { service as serviceRecord } from './service/service.record.ts'
import { serviceWords } from './service/service.words.ts'

export const service: Area = {
  code: 'service',
  words: ['服务', 'Service'],
  records: [
    { record: incident, words: incidentWords },
    { record: serviceRecord, words: serviceWords },
  ],
}
