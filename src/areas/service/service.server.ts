import type { AreaServer } from '../../platform/area.ts'
import { offeringBehaviour } from './offering/server/offering.behaviour.ts'
import { requestSettings } from './request/request.settings.ts'
import { catalogue } from './request/server/catalogue.query.ts'
import { closeFulfilled, closeFulfilledCrontab } from './request/server/close.task.ts'
import { hearAnswers } from './request/server/hear.ts'
import { order } from './request/server/order.command.ts'
import { progress } from './request/server/progress.beside.ts'
import { requestBehaviour } from './request/server/request.behaviour.ts'
import { requestTaskBehaviour } from './request-task/server/request-task.behaviour.ts'
import './server/tables.ts'

export const serviceServer: AreaServer = {
  code: 'service',
  behaviours: [offeringBehaviour, requestBehaviour, requestTaskBehaviour],
  queries: [catalogue],
  besides: [progress],
  commands: [order],
  follows: [hearAnswers],
  tasks: { 'close-fulfilled-requests': closeFulfilled },
  crontab: [closeFulfilledCrontab],
  settings: requestSettings,
}
