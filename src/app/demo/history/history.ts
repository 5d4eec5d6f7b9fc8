import type { TradingCalendar } from '../../../areas/operations/calendar/calendar.rules.ts'
import { logEntry } from '../../../areas/operations/log-entry/log-entry.record.ts'
import { stepsOf } from '../../../areas/operations/runbook/server/steps.ts'
import { chance } from '../chance.ts'
import { tellClocks } from '../clocks.ts'
import { type Places, placeOf } from '../components.ts'
import type { Runbooks } from '../runbooks/write.ts'
import type { Stage } from '../stage.ts'
import { type Act, instantsOf, play, type When } from './agenda.ts'
import { pastAlarms } from './alarms.data.ts'
import { alarmActs } from './alarms.ts'
import { calmActs } from './calm.ts'
import { pastIncidents } from './incidents.data.ts'
import { incidentActs } from './incidents.ts'
import { pastNotes } from './notes.data.ts'
import { plainRun } from './past-runs.ts'
import { runActs } from './run.ts'
import { mishaps, onDuty } from './runs.data.ts'
import { sourceActs } from './sources.ts'

/** What each trading day brought: the time at which each runbook was begun, a few minutes more or less. */
const eachDay = [
  { code: 'opening', begins: '07:46:00' },
  { code: 'closing', begins: '15:31:30' },
  { code: 'daily-backup', begins: '16:22:00' },
] as const

/** So many of the last trading days are lived through; what came before is written down. */
const lived = 10

/** Lives through these trading days (oldest first) as they would have been, each thing at its own time. */
export async function liveThrough(
  stage: Stage,
  calendar: TradingCalendar,
  days: readonly string[],
  places: Places,
  runbooks: Runbooks,
  beside: readonly Act[],
): Promise<void> {
  const at = instantsOf(days)
  const raised = new Map<string, string>()
  const opened = new Map<string, { id: string; number: string }>()
  const acts = [
    ...beside,
    ...(await dailyRuns(stage, calendar, days, runbooks, at)),
    ...calmActs(stage, places, at),
    ...sourceActs(stage, places, at),
    ...pastAlarms.flatMap((past) => alarmActs(stage, places, at, past, raised)),
    ...pastIncidents.flatMap((past) => incidentActs(stage, places, at, past, raised, opened)),
    ...pastNotes.flatMap(({ at: when, by, component, ...note }): Act[] => {
      const time = at(when)
      const values = { ...note, component: component ? placeOf(places, component).component : null }
      return time === null ? [] : [{ at: time, do: () => stage.as(by, (tx) => tx.create(logEntry, values)) }]
    }),
  ]
  await play(acts, stage.clock, (until) => tellClocks(stage.engine, stage.clock, until))
}

async function dailyRuns(
  stage: Stage,
  calendar: TradingCalendar,
  days: readonly string[],
  runbooks: Runbooks,
  at: (when: When) => number | null,
): Promise<Act[]> {
  const acts: Act[] = []
  for (const { code, begins } of eachDay) {
    const runbook = runbooks.get(code) as string
    const { db } = stage.engine
    const row = await db.selectFrom('runbook').selectAll().where('id', '=', runbook).executeTakeFirstOrThrow()
    const { steps, mirrored } = await stepsOf(db, row)
    for (const [index, day] of days.entries()) {
      const daysAgo = days.length - index
      const planned = at([daysAgo, begins]) as number
      const begin = planned + chance(planned / 1_000).between(0, 200) * 1_000
      const bad = mishaps[daysAgo]?.[code] ?? {}
      const past = { code, runbook, steps, day, begin, crew: onDuty(daysAgo), mishaps: bad }
      if (daysAgo > lived && !mishaps[daysAgo]) acts.push(plainRun(stage, calendar, past, { ...row, mirrored }))
      else acts.push(...runActs(stage, calendar, past))
    }
  }
  return acts
}
