import type { Area } from '../../record/registry.ts'
import { incident } from './incident/incident.record.ts'
import { incidentWords } from './incident/incident.words.ts'
import { offering } from './offering/offering.record.ts'
import { offeringWords } from './offering/offering.words.ts'
import { request } from './request/request.record.ts'
import { requestWords } from './request/request.words.ts'
import { requestTask } from './request-task/request-task.record.ts'
import { requestTaskWords } from './request-task/request-task.words.ts'
import { service as serviceRecord } from './service/service.record.ts'
import { serviceWords } from './service/service.words.ts'

export const service: Area = {
  code: 'service',
  words: ['服务', 'Service'],
  records: [
    { record: incident, words: incidentWords },
    { record: serviceRecord, words: serviceWords },
    { record: offering, words: offeringWords },
    { record: request, words: requestWords },
    { record: requestTask, words: requestTaskWords },
  ],
}
