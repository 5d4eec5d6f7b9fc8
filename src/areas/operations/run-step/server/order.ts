import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import type { KnownReading } from '../../probe/probe.rules.ts'
import { latestReadings } from '../../probe/server/results.ts'
import { runStep } from '../run-step.record.ts'
import { isSatisfied, outcomeWords } from '../run-step.rules.ts'
import { runStepWords } from '../run-step.words.ts'

export type RunStepRow = RowOf<typeof runStep>

/** A run's steps in their order. */
export const stepsOfRun = (db: Kysely<Tables>, run: string) =>
  db.selectFrom('runStep').selectAll().where('run', '=', run).orderBy('position').execute()

/** What keeps a step from being started now, in words: the steps it waits for and its earliest time. */
export function blockersOf(
  step: RunStepRow,
  all: readonly RunStepRow[],
  at: { readonly now: string; readonly zone: string; readonly readings: ReadonlyMap<string, KnownReading> },
): Fault[] {
  if (step.overriddenBy !== null) return []
  const waits = all
    .filter((other) => step.needs.includes(other.key) && !isSatisfied(other))
    .map((other) => waitsFor(other, at.readings.get(other.probe ?? '')))
  if (step.earliestAt !== null && step.earliestAt > at.now) {
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: at.zone, hour: '2-digit', minute: '2-digit' }).format(
      new Date(step.earliestAt),
    )
    waits.push({
      path: '',
      code: 'too-early',
      text: [`最早 ${time} 开始。`, `It may start at ${time} at the earliest.`],
    })
  }
  return waits
}

function waitsFor(other: RunStepRow, reading: KnownReading | undefined): Fault {
  const state = runStepWords.states[other.state]
  const [zh, en] = reading ? outcomeWords[reading.outcome] : ['', '']
  return {
    path: '',
    code: 'waits-for',
    text: [
      `等待「${other.title}」(${other.number},${state[0]}${zh && `;探测:${zh}`})。`,
      `It waits for “${other.titleEn ?? other.title}” (${other.number}, ${state[1].toLowerCase()}${en && `; probe: ${en}`}).`,
    ],
  }
}

/** The same for one step, loaded. */
export async function loadBlockers(tx: Tx, step: RunStepRow): Promise<Fault[]> {
  const all = await stepsOfRun(tx.db, step.run)
  const probes = all.flatMap(({ probe }) => probe ?? [])
  return blockersOf(step, all, {
    now: tx.now,
    zone: await zoneOf(tx.db),
    readings: await latestReadings(tx.db, probes),
  })
}

/** The zone in which times are said: the trading calendar's. */
export const zoneOf = async (db: Kysely<Tables>): Promise<string> => (await effectiveCalendar(db))?.zone ?? 'UTC'

/**
 * Makes ready whatever waited for nothing but this. The run is locked first: of two steps satisfied at once, the
 * second then sees the first, and what waits for both is not forgotten.
 */
export async function releaseFollowers(tx: Tx, run: string): Promise<void> {
  await tx.db.selectFrom('run').select('id').where('id', '=', run).forUpdate().execute()
  const all = await stepsOfRun(tx.db, run)
  for (const step of all) if (canBeReleased(step, all, tx.now)) await tx.as('order').act(runStep, step.id, 'release')
}

/** Waits for nobody and for no time any more. */
export const canBeReleased = (step: RunStepRow, all: readonly RunStepRow[], now: string): boolean =>
  (step.state === 'waiting' || step.state === 'override-asked') &&
  (step.earliestAt === null || step.earliestAt <= now) &&
  all.every((other) => !step.needs.includes(other.key) || isSatisfied(other))
