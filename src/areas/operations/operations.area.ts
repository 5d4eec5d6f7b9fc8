import type { Area } from '../../record/registry.ts'
import { alarm } from './alarm/alarm.record.ts'
import { alarmWords } from './alarm/alarm.words.ts'
import { tradingCalendar } from './calendar/calendar.record.ts'
import { tradingCalendarWords } from './calendar/calendar.words.ts'
import { component } from './component/component.record.ts'
import { componentWords } from './component/component.words.ts'
import { event } from './event/event.record.ts'
import { eventWords } from './event/event.words.ts'
import { eventSource } from './event-source/event-source.record.ts'
import { eventSourceWords } from './event-source/event-source.words.ts'
import { logEntry } from './log-entry/log-entry.record.ts'
import { logEntryWords } from './log-entry/log-entry.words.ts'
import { probe } from './probe/probe.record.ts'
import { probeWords } from './probe/probe.words.ts'
import { run } from './run/run.record.ts'
import { runWords } from './run/run.words.ts'
import { runStep } from './run-step/run-step.record.ts'
import { runStepWords } from './run-step/run-step.words.ts'
import { runbook } from './runbook/runbook.record.ts'
import { runbookWords } from './runbook/runbook.words.ts'

/** The trading day: what runs, what watches it, what went wrong, and what was written down. */
export const operations: Area = {
  code: 'operations',
  words: ['运行', 'Operations'],
  records: [
    { record: run, words: runWords },
    { record: runbook, words: runbookWords },
    { record: runStep, words: runStepWords },
    { record: alarm, words: alarmWords },
    { record: component, words: componentWords },
    { record: probe, words: probeWords },
    { record: event, words: eventWords },
    { record: eventSource, words: eventSourceWords },
    { record: logEntry, words: logEntryWords },
    { record: tradingCalendar, words: tradingCalendarWords },
  ],
}
