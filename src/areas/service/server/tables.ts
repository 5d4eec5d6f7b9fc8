import type { RowOf } from '../../../record/record.ts'
import type { action } from '../action/action.record.ts'
import type { agreement } from '../agreement/agreement.record.ts'
import type { article } from '../article/article.record.ts'
import type { articleFeedback } from '../article-feedback/article-feedback.record.ts'
import type { incident } from '../incident/incident.record.ts'
import type { incidentTemplate } from '../incident-template/incident-template.record.ts'
import type { incidentUpdate } from '../incident-update/incident-update.record.ts'
import type { levelReport } from '../level-report/level-report.record.ts'
import type { macro } from '../macro/macro.record.ts'
import type { majorIncident } from '../major-incident/major-incident.record.ts'
import type { offering } from '../offering/offering.record.ts'
import type { priorityRule } from '../priority-rule/priority-rule.record.ts'
import type { problem } from '../problem/problem.record.ts'
import type { reportingRule } from '../reporting-rule/reporting-rule.record.ts'
import type { request } from '../request/request.record.ts'
import type { requestTask } from '../request-task/request-task.record.ts'
import type { review } from '../review/review.record.ts'
import type { service } from '../service/service.record.ts'
import type { survey } from '../survey/survey.record.ts'
import type { surveyAnswer } from '../survey-answer/survey-answer.record.ts'
import type { timeEntry } from '../time-entry/time-entry.record.ts'
import type { underpinning } from '../underpinning/underpinning.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    agreement: RowOf<typeof agreement> & Hidden
    underpinning: RowOf<typeof underpinning> & Hidden
    levelReport: RowOf<typeof levelReport> & Hidden
    article: RowOf<typeof article> & Hidden
    articleFeedback: RowOf<typeof articleFeedback> & Hidden
    problem: RowOf<typeof problem> & Hidden
    survey: RowOf<typeof survey> & Hidden
    surveyAnswer: RowOf<typeof surveyAnswer> & Hidden
    incident: RowOf<typeof incident> & Hidden & { dueAt: string | null }
    priorityRule: RowOf<typeof priorityRule> & Hidden
    incidentTemplate: RowOf<typeof incidentTemplate> & Hidden
    macro: RowOf<typeof macro> & Hidden
    timeEntry: RowOf<typeof timeEntry> & Hidden
    majorIncident: RowOf<typeof majorIncident> & Hidden
    incidentUpdate: RowOf<typeof incidentUpdate> & Hidden
    review: RowOf<typeof review> & Hidden
    action: RowOf<typeof action> & Hidden
    reportingRule: RowOf<typeof reportingRule> & Hidden
    /** Who looks at what right now: see `desk/server/presence.command.ts`. */
    presence: { ticket: string; person: string; typing: boolean; seenAt: string }
    service: RowOf<typeof service> & Hidden
    offering: RowOf<typeof offering> & Hidden
    request: RowOf<typeof request> & Hidden
    requestTask: RowOf<typeof requestTask> & Hidden
  }
}
