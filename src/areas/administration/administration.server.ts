import { customFieldBehaviour } from './custom-field/server/custom-field.behaviour.ts'
import { dropJob, endSessions, house, jobs, retention, retryJob, sessions } from './server/house.queries.ts'
import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { approvalRuleBehaviour } from './approval-rule/server/approval-rule.behaviour.ts'
import { houseSettingBehaviour } from './house-setting/server/house-setting.behaviour.ts'
import { settings } from './house-setting/server/settings.query.ts'
import { occurrencesOf } from './schedule/server/occurrences.query.ts'
import { scheduleBehaviour } from './schedule/server/schedule.behaviour.ts'
import { scheduleService } from './schedule/server/tick.ts'
import { clockBesides, clockFollows, clockServices, clockTasks } from './server/clocks.ts'
import { why } from './server/why.query.ts'
import { targetBehaviour } from './target/server/target.behaviour.ts'
import { dueOnCalendar } from './working-calendar/server/preview.query.ts'
import { workingCalendarBehaviour } from './working-calendar/server/working-calendar.behaviour.ts'

/** The server side of administration, and where the engine learns what the settings say. */
export const administrationServer: AreaServer = {
  code: 'administration',
  behaviours: [
    customFieldBehaviour,
    approvalRuleBehaviour,
    workingCalendarBehaviour,
    targetBehaviour,
    scheduleBehaviour,
    houseSettingBehaviour,
  ],
  commands: [retryJob, dropJob, endSessions],
  queries: [why, house, jobs, retention, sessions, dueOnCalendar, occurrencesOf, settings],
  besides: clockBesides,
  follows: clockFollows,
  tasks: clockTasks,
  services: [...clockServices, scheduleService],
}
