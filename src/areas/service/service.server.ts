import type { AreaServer } from '../../platform/area.ts'
import { agreementBehaviour } from './agreement/server/agreement.behaviour.ts'
import { agreementTasks } from './agreement/server/course.ts'
import { articleBehaviour } from './article/server/article.behaviour.ts'
import { draftArticle } from './article/server/draft.command.ts'
import { reviewArticles, reviewArticlesCrontab } from './article/server/due.task.ts'
import { articleSaid } from './article/server/said.beside.ts'
import { deskQueue } from './desk/server/desk.query.ts'
import { presence } from './desk/server/presence.command.ts'
import { incidentSettings } from './incident/incident.settings.ts'
import { closeResolved, closeResolvedCrontab } from './incident/server/close.task.ts'
import { incidentBehaviour } from './incident/server/incident.behaviour.ts'
import { incidentOutlook, similarIncidents } from './incident/server/typing.queries.ts'
import { incidentUpdateBehaviour } from './incident-update/server/incident-update.behaviour.ts'
import { levelReportBehaviour } from './level-report/server/level-report.behaviour.ts'
import { makeReports, makeReportsCrontab } from './level-report/server/make.task.ts'
import { macroBehaviour } from './macro/server/use.ts'
import { majorReporting, majorTimeline, statusNow } from './major-incident/server/major.queries.ts'
import { majorIncidentBehaviour } from './major-incident/server/major-incident.behaviour.ts'
import { watchMajors, watchMajorsCrontab } from './major-incident/server/watch.task.ts'
import { offeringBehaviour } from './offering/server/offering.behaviour.ts'
import { matters } from './portal/server/matters.query.ts'
import { portalSearch } from './portal/server/search.query.ts'
import { priorityRuleBehaviour } from './priority-rule/server/priority-rule.behaviour.ts'
import { recurrenceDays, recurrenceTimes } from './problem/problem.settings.ts'
import { knownErrors } from './problem/server/known.beside.ts'
import { logProblem } from './problem/server/log.command.ts'
import { findRecurrence, hearRecurrence } from './problem/server/recurrence.ts'
import { requestSettings } from './request/request.settings.ts'
import { catalogue } from './request/server/catalogue.query.ts'
import { closeFulfilled, closeFulfilledCrontab } from './request/server/close.task.ts'
import { hearAnswers } from './request/server/hear.ts'
import { order } from './request/server/order.command.ts'
import { progress } from './request/server/progress.beside.ts'
import { requestBehaviour } from './request/server/request.behaviour.ts'
import { requestTaskBehaviour } from './request-task/server/request-task.behaviour.ts'
import { reviewBehaviour } from './review/server/review.behaviour.ts'
import { expireSurveys, expireSurveysCrontab, hearClosing, inviteAll } from './survey/server/invite.ts'
import { surveyResults } from './survey/server/results.beside.ts'
import { surveyBehaviour } from './survey/server/survey.behaviour.ts'
import { timeEntryBehaviour, timeSpent } from './time-entry/server/time-entry.behaviour.ts'
import { trends } from './trend/server/trends.query.ts'
import './server/tables.ts'

export const serviceServer: AreaServer = {
  code: 'service',
  behaviours: [
    agreementBehaviour,
    levelReportBehaviour,
    articleBehaviour,
    surveyBehaviour,
    incidentBehaviour,
    priorityRuleBehaviour,
    macroBehaviour,
    timeEntryBehaviour,
    majorIncidentBehaviour,
    incidentUpdateBehaviour,
    reviewBehaviour,
    offeringBehaviour,
    requestBehaviour,
    requestTaskBehaviour,
  ],
  queries: [
    portalSearch,
    matters,
    deskQueue,
    incidentOutlook,
    similarIncidents,
    majorReporting,
    majorTimeline,
    statusNow,
    catalogue,
    trends,
  ],
  besides: [knownErrors, articleSaid, surveyResults, progress, timeSpent],
  commands: [draftArticle, logProblem, presence, order],
  follows: [hearRecurrence, hearClosing, hearAnswers],
  tasks: {
    ...agreementTasks,
    'make-level-reports': makeReports,
    'find-recurrence': findRecurrence,
    'review-articles': reviewArticles,
    'invite-survey': inviteAll,
    'expire-surveys': expireSurveys,
    'close-resolved-incidents': closeResolved,
    'watch-major-incidents': watchMajors,
    'close-fulfilled-requests': closeFulfilled,
  },
  crontab: [
    makeReportsCrontab,
    reviewArticlesCrontab,
    expireSurveysCrontab,
    closeResolvedCrontab,
    watchMajorsCrontab,
    closeFulfilledCrontab,
  ],
  settings: [recurrenceTimes, recurrenceDays, ...incidentSettings, ...requestSettings],
}
