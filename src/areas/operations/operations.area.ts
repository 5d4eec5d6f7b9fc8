import type { Area } from '../../record/registry.ts'
import { alarm } from './alarm/alarm.record.ts'
import { alarmWords } from './alarm/alarm.words.ts'
import { alarmGrouping } from './alarm-grouping/alarm-grouping.record.ts'
import { alarmGroupingWords } from './alarm-grouping/alarm-grouping.words.ts'
import { tradingCalendar } from './calendar/calendar.record.ts'
import { tradingCalendarWords } from './calendar/calendar.words.ts'
import { component } from './component/component.record.ts'
import { componentWords } from './component/component.words.ts'
import { duty } from './duty/duty.record.ts'
import { dutyWords } from './duty/duty.words.ts'
import { dutyFeed } from './duty-feed/duty-feed.record.ts'
import { dutyFeedWords } from './duty-feed/duty-feed.words.ts'
import { dutyPosition } from './duty-position/duty-position.record.ts'
import { dutyPositionWords } from './duty-position/duty-position.words.ts'
import { dutySwap } from './duty-swap/duty-swap.record.ts'
import { dutySwapWords } from './duty-swap/duty-swap.words.ts'
import { escalationPolicy } from './escalation-policy/escalation-policy.record.ts'
import { escalationPolicyWords } from './escalation-policy/escalation-policy.words.ts'
import { dutyTask } from './duty-task/duty-task.record.ts'
import { dutyTaskWords } from './duty-task/duty-task.words.ts'
import { event } from './event/event.record.ts'
import { eventWords } from './event/event.words.ts'
import { eventSource } from './event-source/event-source.record.ts'
import { eventSourceWords } from './event-source/event-source.words.ts'
import { leave } from './leave/leave.record.ts'
import { leaveWords } from './leave/leave.words.ts'
import { logEntry } from './log-entry/log-entry.record.ts'
import { logEntryWords } from './log-entry/log-entry.words.ts'
import { maintenanceWindow } from './maintenance-window/maintenance-window.record.ts'
import { maintenanceWindowWords } from './maintenance-window/maintenance-window.words.ts'
import { periodicDuty } from './periodic-duty/periodic-duty.record.ts'
import { periodicDutyWords } from './periodic-duty/periodic-duty.words.ts'
import { probe } from './probe/probe.record.ts'
import { probeWords } from './probe/probe.words.ts'
import { roster } from './roster/roster.record.ts'
import { rosterWords } from './roster/roster.words.ts'
import { run } from './run/run.record.ts'
import { runWords } from './run/run.words.ts'
import { runStep } from './run-step/run-step.record.ts'
import { runStepWords } from './run-step/run-step.words.ts'
import { runbook } from './runbook/runbook.record.ts'
import { runbookWords } from './runbook/runbook.words.ts'
import { shift } from './shift/shift.record.ts'
import { shiftWords } from './shift/shift.words.ts'
import { shiftPattern } from './shift-pattern/shift-pattern.record.ts'
import { shiftPatternWords } from './shift-pattern/shift-pattern.words.ts'
import { silence } from './silence/silence.record.ts'
import { silenceWords } from './silence/silence.words.ts'

/** The trading day: what runs, what watches it, what went wrong, and what was written down. */
export const operations: Area = {
  code: 'operations',
  words: ['运行', 'Operations'],
  records: [
    { record: run, words: runWords },
    { record: runbook, words: runbookWords },
    { record: runStep, words: runStepWords },
    { record: shift, words: shiftWords },
    { record: roster, words: rosterWords },
    { record: duty, words: dutyWords },
    { record: dutySwap, words: dutySwapWords },
    { record: leave, words: leaveWords },
    { record: dutyPosition, words: dutyPositionWords },
    { record: shiftPattern, words: shiftPatternWords },
    { record: dutyFeed, words: dutyFeedWords },
    { record: periodicDuty, words: periodicDutyWords },
    { record: dutyTask, words: dutyTaskWords },
    { record: alarm, words: alarmWords },
    { record: maintenanceWindow, words: maintenanceWindowWords },
    { record: silence, words: silenceWords },
    { record: escalationPolicy, words: escalationPolicyWords },
    { record: alarmGrouping, words: alarmGroupingWords },
    { record: component, words: componentWords },
    { record: probe, words: probeWords },
    { record: event, words: eventWords },
    { record: eventSource, words: eventSourceWords },
    { record: logEntry, words: logEntryWords },
    { record: tradingCalendar, words: tradingCalendarWords },
  ],
}
