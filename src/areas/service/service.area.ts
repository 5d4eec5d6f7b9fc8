import type { Area } from '../../record/registry.ts'
import { action } from './action/action.record.ts'
import { actionWords } from './action/action.words.ts'
import { incident } from './incident/incident.record.ts'
import { incidentWords } from './incident/incident.words.ts'
import { incidentTemplate } from './incident-template/incident-template.record.ts'
import { incidentTemplateWords } from './incident-template/incident-template.words.ts'
import { incidentUpdate } from './incident-update/incident-update.record.ts'
import { incidentUpdateWords } from './incident-update/incident-update.words.ts'
import { macro } from './macro/macro.record.ts'
import { macroWords } from './macro/macro.words.ts'
import { majorIncident } from './major-incident/major-incident.record.ts'
import { majorIncidentWords } from './major-incident/major-incident.words.ts'
import { offering } from './offering/offering.record.ts'
import { offeringWords } from './offering/offering.words.ts'
import { priorityRule } from './priority-rule/priority-rule.record.ts'
import { priorityRuleWords } from './priority-rule/priority-rule.words.ts'
import { reportingRule } from './reporting-rule/reporting-rule.record.ts'
import { reportingRuleWords } from './reporting-rule/reporting-rule.words.ts'
import { request } from './request/request.record.ts'
import { requestWords } from './request/request.words.ts'
import { requestTask } from './request-task/request-task.record.ts'
import { requestTaskWords } from './request-task/request-task.words.ts'
import { review } from './review/review.record.ts'
import { reviewWords } from './review/review.words.ts'
import { service as serviceRecord } from './service/service.record.ts'
import { serviceWords } from './service/service.words.ts'
import { timeEntry } from './time-entry/time-entry.record.ts'
import { timeEntryWords } from './time-entry/time-entry.words.ts'

export const service: Area = {
  code: 'service',
  words: ['服务', 'Service'],
  records: [
    { record: incident, words: incidentWords },
    { record: priorityRule, words: priorityRuleWords },
    { record: incidentTemplate, words: incidentTemplateWords },
    { record: macro, words: macroWords },
    { record: timeEntry, words: timeEntryWords },
    { record: majorIncident, words: majorIncidentWords },
    { record: incidentUpdate, words: incidentUpdateWords },
    { record: review, words: reviewWords },
    { record: action, words: actionWords },
    { record: reportingRule, words: reportingRuleWords },
    { record: serviceRecord, words: serviceWords },
    { record: offering, words: offeringWords },
    { record: request, words: requestWords },
    { record: requestTask, words: requestTaskWords },
  ],
}
