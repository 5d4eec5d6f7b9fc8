import type { Generated } from 'kysely'
import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { alarm } from '../alarm/alarm.record.ts'
import type { alarmGrouping } from '../alarm-grouping/alarm-grouping.record.ts'
import type { AlarmGroupTable } from '../alarm-grouping/server/group.ts'
import type { tradingCalendar } from '../calendar/calendar.record.ts'
import type { checkpoint } from '../checkpoint/checkpoint.record.ts'
import type { component } from '../component/component.record.ts'
import type { duty } from '../duty/duty.record.ts'
import type { dutyFeed } from '../duty-feed/duty-feed.record.ts'
import type { dutyPosition } from '../duty-position/duty-position.record.ts'
import type { dutySwap } from '../duty-swap/duty-swap.record.ts'
import type { dutyTask } from '../duty-task/duty-task.record.ts'
import type { escalationPolicy } from '../escalation-policy/escalation-policy.record.ts'
import type { AlarmEscalationTable } from '../escalation-policy/server/escalate.ts'
import type { event } from '../event/event.record.ts'
import type { eventSource } from '../event-source/event-source.record.ts'
import type { SnmpEngineTable } from '../event-source/server/engines.ts'
import type {
  EventDeliveryTable,
  EventOccurrenceTable,
  EventSourceTrafficTable,
} from '../event-source/server/tables.ts'
import type { leave } from '../leave/leave.record.ts'
import type { logEntry } from '../log-entry/log-entry.record.ts'
import type { logReview } from '../log-review/log-review.record.ts'
import type { maintenanceWindow } from '../maintenance-window/maintenance-window.record.ts'
import type { AlarmHeldTable } from '../maintenance-window/server/hold.ts'
import type { patrolRoute } from '../patrol-route/patrol-route.record.ts'
import type { patrolVisit } from '../patrol-visit/patrol-visit.record.ts'
import type { periodicDuty } from '../periodic-duty/periodic-duty.record.ts'
import type { probe } from '../probe/probe.record.ts'
import type { Verdict } from '../probe/probe.rules.ts'
import type { probeAgent } from '../probe-agent/probe-agent.record.ts'
import type { ProbeAgentStandTable } from '../probe-agent/server/tables.ts'
import type { roster } from '../roster/roster.record.ts'
import type { run } from '../run/run.record.ts'
import type { runStep } from '../run-step/run-step.record.ts'
import type { StepAttemptTable } from '../run-step/server/attempt.ts'
import type { runbook } from '../runbook/runbook.record.ts'
import type { shift } from '../shift/shift.record.ts'
import type { shiftPattern } from '../shift-pattern/shift-pattern.record.ts'
import type { silence } from '../silence/silence.record.ts'
import type { wallScreen } from '../wall-screen/wall-screen.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    roster: RowOf<typeof roster> & Hidden
    shift: RowOf<typeof shift> & Hidden
    dutySwap: RowOf<typeof dutySwap> & Hidden
    dutyFeed: RowOf<typeof dutyFeed> & Hidden
    duty: RowOf<typeof duty> & Hidden
    leave: RowOf<typeof leave> & Hidden
    dutyPosition: RowOf<typeof dutyPosition> & Hidden
    shiftPattern: RowOf<typeof shiftPattern> & Hidden
    runbook: RowOf<typeof runbook> & Hidden
    run: RowOf<typeof run> & Hidden
    runStep: RowOf<typeof runStep> & Hidden
    stepAttempt: StepAttemptTable
    snmpEngine: SnmpEngineTable
    periodicDuty: RowOf<typeof periodicDuty> & Hidden
    dutyTask: RowOf<typeof dutyTask> & Hidden
    patrolRoute: RowOf<typeof patrolRoute> & Hidden
    checkpoint: RowOf<typeof checkpoint> & Hidden
    patrolVisit: RowOf<typeof patrolVisit> & Hidden
    /** Until when the tasks of a duty have been made. */
    dutyProgress: { duty: string; through: string }
    /** What the clock has begun, or given up. */
    runStart: { code: string; tradingDay: string; at: string }
    runSweep: { single: boolean; at: string }
    tradingCalendar: RowOf<typeof tradingCalendar> & Hidden
    component: RowOf<typeof component> & Hidden
    probe: RowOf<typeof probe> & Hidden
    probeAgent: RowOf<typeof probeAgent> & Hidden
    probeAgentStand: ProbeAgentStandTable
    event: RowOf<typeof event> & Hidden
    eventSource: RowOf<typeof eventSource> & Hidden
    eventSourceTraffic: EventSourceTrafficTable
    eventDelivery: EventDeliveryTable
    eventOccurrence: EventOccurrenceTable
    alarm: RowOf<typeof alarm> & Hidden
    maintenanceWindow: RowOf<typeof maintenanceWindow> & Hidden
    alarmHeld: AlarmHeldTable
    silence: RowOf<typeof silence> & Hidden
    escalationPolicy: RowOf<typeof escalationPolicy> & Hidden
    alarmEscalation: AlarmEscalationTable
    alarmGrouping: RowOf<typeof alarmGrouping> & Hidden
    alarmGroup: AlarmGroupTable
    logEntry: RowOf<typeof logEntry> & Hidden
    logReview: RowOf<typeof logReview> & Hidden
    wallScreen: RowOf<typeof wallScreen> & Hidden
    probeResult: {
      probe: string
      at: string
      startedAt: string
      ms: number
      outcome: number
      value: number | null
      note: string
    }
    probeState: {
      probe: string
      verdict: Generated<Verdict>
      since: string | null
      decidedAt: string | null
      changes: Generated<number[]>
      behind: string | null
      lastAt: string | null
      lastStartedAt: string | null
      lastMs: number | null
      lastOutcome: number | null
      lastValue: number | null
      lastNote: string | null
      streakSince: string | null
      /** What its next check goes on from. */
      carry: unknown
      lastPush: string | null
    }
    probeSuppression: { probe: string; behind: string; at: string; until: string | null }
  }
}
