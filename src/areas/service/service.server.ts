import type { AreaServer } from '../../platform/area.ts'
import { deskQueue } from './desk/server/desk.query.ts'
import { presence } from './desk/server/presence.command.ts'
import { incidentSettings } from './incident/incident.settings.ts'
import { closeResolved, closeResolvedCrontab } from './incident/server/close.task.ts'
import { incidentBehaviour } from './incident/server/incident.behaviour.ts'
import { incidentOutlook, similarIncidents } from './incident/server/typing.queries.ts'
import { incidentUpdateBehaviour } from './incident-update/server/incident-update.behaviour.ts'
import { macroBehaviour } from './macro/server/use.ts'
import { majorReporting, majorTimeline, statusNow } from './major-incident/server/major.queries.ts'
import { majorIncidentBehaviour } from './major-incident/server/major-incident.behaviour.ts'
import { watchMajors, watchMajorsCrontab } from './major-incident/server/watch.task.ts'
import { priorityRuleBehaviour } from './priority-rule/server/priority-rule.behaviour.ts'
import { reviewBehaviour } from './review/server/review.behaviour.ts'
import { timeEntryBehaviour, timeSpent } from './time-entry/server/time-entry.behaviour.ts'
import './server/tables.ts'
import { offeringBehaviour } from './offering/server/offering.behaviour.ts'
import { requestSettings } from './request/request.settings.ts'
import { catalogue } from './request/server/catalogue.query.ts'
import { closeFulfilled, closeFulfilledCrontab } from './request/server/close.task.ts'
import { hearAnswers } from './request/server/hear.ts'
import { order } from './request/server/order.command.ts'
import { progress } from './request/server/progress.beside.ts'
import { requestBehaviour } from './request/server/request.behaviour.ts'
import { requestTaskBehaviour } from './request-task/server/request-task.behaviour.ts'

export const serviceServer: AreaServer = {
  code: 'service',
  behaviours: [
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
    deskQueue,
    incidentOutlook,
    similarIncidents,
    timeSpent,
    majorReporting,
    majorTimeline,
    statusNow,
    catalogue,
  ],
  besides: [progress],
  commands: [presence, order],
  follows: [hearAnswers],
  tasks: {
    'close-resolved-incidents': closeResolved,
    'watch-major-incidents': watchMajors,
    'close-fulfilled-requests': closeFulfilled,
  },
  crontab: [closeResolvedCrontab, watchMajorsCrontab, closeFulfilledCrontab],
  settings: [...incidentSettings, ...requestSettings],
}
