import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { alarmBehaviour } from './alarm/server/alarm.behaviour.ts'
import { alarmAround } from './alarm/server/around.query.ts'
import { alarmNoise } from './alarm/server/noise.query.ts'
import { openAlarmsQuery } from './alarm/server/open.query.ts'
import { alarmGroupingBehaviour } from './alarm-grouping/server/alarm-grouping.behaviour.ts'
import { calendarBehaviour } from './calendar/server/calendar.behaviour.ts'
import { currentCalendar } from './calendar/server/calendar.queries.ts'
import { checkpointBehaviour } from './checkpoint/server/checkpoint.behaviour.ts'
import { checkpointLabels } from './checkpoint/server/labels.download.ts'
import { componentBehaviour } from './component/server/component.behaviour.ts'
import { componentImpact, componentMap } from './component/server/map.queries.ts'
import { wrongNow } from './component/server/wrong.query.ts'
import { dutyBehaviour } from './duty/server/duty.behaviour.ts'
import { dutyCalendar, feedBehaviour } from './duty-feed/server/feed.ts'
import { swapEffect } from './duty-swap/server/effect.query.ts'
import { swapBehaviour } from './duty-swap/server/swap.behaviour.ts'
import { dutyTaskBehaviour } from './duty-task/server/duty-task.behaviour.ts'
import { dutyTasksToday } from './duty-task/server/today.query.ts'
import { eventSourceBehaviour } from './event-source/server/event-source.behaviour.ts'
import { eventIntakes } from './event-source/server/intake.ts'
import { eventLooks } from './event-source/server/looks.ts'
import { zabbixMediaType } from './event-source/server/media-type.ts'
import { eventRetentions } from './event-source/server/retention.ts'
import { snmpService } from './event-source/server/snmp.service.ts'
import { syslogService } from './event-source/server/syslog.service.ts'
import { sourceTraffic } from './event-source/server/traffic.query.ts'
import { snmpSettings } from './event-source/snmp.settings.ts'
import { syslogSettings } from './event-source/syslog.settings.ts'
import { leaveBehaviour } from './leave/server/leave.behaviour.ts'
import { logOfDay } from './log-entry/server/day.query.ts'
import { sealedLog } from './log-entry/server/sealed.download.ts'
import { logReviewSettings } from './log-review/log-review.settings.ts'
import { reviewLog, reviewLogCrontab } from './log-review/server/draw-up.ts'
import { logReviewBehaviour } from './log-review/server/log-review.behaviour.ts'
import { reviewedLines, reviewProof } from './log-review/server/review.queries.ts'
import { componentMaintenance, windowHeld } from './maintenance-window/server/held.queries.ts'
import { maintenanceWindowBehaviour } from './maintenance-window/server/maintenance-window.behaviour.ts'
import { checkpointSeries, patrolRound, routeRounds } from './patrol-visit/server/patrol.queries.ts'
import { patrolVisitBehaviour } from './patrol-visit/server/patrol-visit.behaviour.ts'
import { sendVisits } from './patrol-visit/server/send.command.ts'
import { dutyHistory } from './periodic-duty/server/history.query.ts'
import { keepDuties } from './periodic-duty/server/keep.ts'
import { periodicDutyBehaviour } from './periodic-duty/server/periodic-duty.behaviour.ts'
import { makeProbeDays, makeProbeDaysCrontab, probeResults } from './probe/server/days.task.ts'
import { evaluatorsLook } from './probe/server/evaluator.ts'
import { probeForecasts } from './probe/server/forecast.query.ts'
import { heartbeat } from './probe/server/heartbeat.command.ts'
import { probeHours, rollUpCrontab, rollUpHours } from './probe/server/hours.task.ts'
import { probeBehaviour } from './probe/server/probe.behaviour.ts'
import { componentSeries, probeSeries } from './probe/server/series.queries.ts'
import { databaseSizes, noteSizes, noteSizesCrontab } from './probe/server/sizes.task.ts'
import { probeService } from './probe/server/watch.ts'
import { agentSettings } from './probe-agent/probe-agent.settings.ts'
import { probeAgentBehaviour } from './probe-agent/server/agent.behaviour.ts'
import { agentIntakes } from './probe-agent/server/agent.intake.ts'
import { agentStanding } from './probe-agent/server/standing.query.ts'
import { dutyProof, rosterBoard } from './roster/server/board.query.ts'
import { rosterBehaviour } from './roster/server/roster.behaviour.ts'
import { runBoard } from './run/server/board.ts'
import { dutyDue } from './run/server/due.ts'
import { dayPlan } from './run/server/plan.query.ts'
import { runReport } from './run/server/report.query.ts'
import { runBehaviour } from './run/server/run.behaviour.ts'
import { sweepRuns } from './run/server/sweep.ts'
import { runStepBehaviour } from './run-step/server/run-step.behaviour.ts'
import { runCommands } from './run-step/server/runner.ts'
import { askStepProbe, watchSteps } from './run-step/server/watch.ts'
import { runbookAsks } from './runbook/server/asks.query.ts'
import { runbookComparison } from './runbook/server/compare.query.ts'
import { runbookBehaviour } from './runbook/server/runbook.behaviour.ts'
import { musterShifts } from './shift/server/muster.ts'
import { onNow } from './shift/server/on-now.query.ts'
import { shiftBehaviour } from './shift/server/shift.behaviour.ts'
import { lateShiftMinutes } from './shift/shift.settings.ts'
import { shiftPatternBehaviour } from './shift-pattern/server/shift-pattern.behaviour.ts'
import { silenceBehaviour } from './silence/server/silence.behaviour.ts'
import { longestSilence } from './silence/silence.settings.ts'
import { wallBehaviour, wallFeed } from './wall-screen/server/wall.feed.ts'

/** The server side of operations, as the composition root takes it. */
export const operationsServer: AreaServer = {
  code: 'operations',
  behaviours: [
    calendarBehaviour,
    componentBehaviour,
    probeBehaviour,
    probeAgentBehaviour,
    alarmBehaviour,
    maintenanceWindowBehaviour,
    silenceBehaviour,
    alarmGroupingBehaviour,
    eventSourceBehaviour,
    runbookBehaviour,
    runBehaviour,
    runStepBehaviour,
    rosterBehaviour,
    dutyBehaviour,
    leaveBehaviour,
    shiftBehaviour,
    swapBehaviour,
    feedBehaviour,
    shiftPatternBehaviour,
    periodicDutyBehaviour,
    dutyTaskBehaviour,
    checkpointBehaviour,
    patrolVisitBehaviour,
    wallBehaviour,
    logReviewBehaviour,
  ],
  queries: [
    currentCalendar,
    openAlarmsQuery,
    alarmAround,
    alarmNoise,
    windowHeld,
    componentMaintenance,
    sourceTraffic,
    componentMap,
    componentImpact,
    wrongNow,
    logOfDay,
    reviewedLines,
    reviewProof,
    probeSeries,
    componentSeries,
    agentStanding,
    probeForecasts,
    runBoard,
    runReport,
    dutyDue,
    rosterBoard,
    dutyProof,
    onNow,
    swapEffect,
    dayPlan,
    runbookAsks,
    runbookComparison,
    dutyTasksToday,
    dutyHistory,
    patrolRound,
    routeRounds,
    checkpointSeries,
  ],
  commands: [heartbeat, sendVisits],
  downloads: [checkpointLabels, sealedLog],
  intakes: [...eventIntakes, ...agentIntakes],
  texts: [zabbixMediaType],
  feeds: [dutyCalendar, wallFeed],
  tasks: {
    'make-probe-days': makeProbeDays,
    'roll-up-probe-hours': rollUpHours,
    'note-database-sizes': noteSizes,
    'ask-step-probe': askStepProbe,
    'review-log': reviewLog,
  },
  crontab: [makeProbeDaysCrontab, rollUpCrontab, noteSizesCrontab, reviewLogCrontab],
  looks: { ...eventLooks, evaluators: evaluatorsLook },
  retentions: [probeResults, probeHours, databaseSizes, ...eventRetentions],
  settings: [
    ...syslogSettings,
    ...snmpSettings,
    ...logReviewSettings,
    lateShiftMinutes,
    longestSilence,
    ...agentSettings,
  ],
  services: [syslogService, snmpService, probeService, runCommands, watchSteps, sweepRuns, musterShifts, keepDuties],
}
