import type { Area } from '../../record/registry.ts'
import { action } from './action/action.record.ts'
import { actionWords } from './action/action.words.ts'
import { agreement } from './agreement/agreement.record.ts'
import { agreementWords } from './agreement/agreement.words.ts'
import { article } from './article/article.record.ts'
import { articleWords } from './article/article.words.ts'
import { articleFeedback } from './article-feedback/article-feedback.record.ts'
import { articleFeedbackWords } from './article-feedback/article-feedback.words.ts'
import { incident } from './incident/incident.record.ts'
import { incidentWords } from './incident/incident.words.ts'
import { incidentTemplate } from './incident-template/incident-template.record.ts'
import { incidentTemplateWords } from './incident-template/incident-template.words.ts'
import { incidentUpdate } from './incident-update/incident-update.record.ts'
import { incidentUpdateWords } from './incident-update/incident-update.words.ts'
import { levelReport } from './level-report/level-report.record.ts'
import { levelReportWords } from './level-report/level-report.words.ts'
import { macro } from './macro/macro.record.ts'
import { macroWords } from './macro/macro.words.ts'
import { majorIncident } from './major-incident/major-incident.record.ts'
import { majorIncidentWords } from './major-incident/major-incident.words.ts'
import { offering } from './offering/offering.record.ts'
import { offeringWords } from './offering/offering.words.ts'
import { priorityRule } from './priority-rule/priority-rule.record.ts'
import { priorityRuleWords } from './priority-rule/priority-rule.words.ts'
import { problem } from './problem/problem.record.ts'
import { problemWords } from './problem/problem.words.ts'
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
import { survey } from './survey/survey.record.ts'
import { surveyWords } from './survey/survey.words.ts'
import { surveyAnswer } from './survey-answer/survey-answer.record.ts'
import { surveyAnswerWords } from './survey-answer/survey-answer.words.ts'
import { timeEntry } from './time-entry/time-entry.record.ts'
import { timeEntryWords } from './time-entry/time-entry.words.ts'
import { underpinning } from './underpinning/underpinning.record.ts'
import { underpinningWords } from './underpinning/underpinning.words.ts'

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
    { record: problem, words: problemWords },
    { record: article, words: articleWords },
    { record: articleFeedback, words: articleFeedbackWords },
    { record: survey, words: surveyWords },
    { record: surveyAnswer, words: surveyAnswerWords },
    { record: agreement, words: agreementWords },
    { record: underpinning, words: underpinningWords },
    { record: levelReport, words: levelReportWords },
  ],
}
