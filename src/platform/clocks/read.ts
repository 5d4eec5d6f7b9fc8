import { type Kysely, sql } from 'kysely'
import { type Happening, type Reading, readClock } from '../../record/clock.ts'
import { type AnyRecord, clocksOf, startOf } from '../../record/record.ts'
import type { JournalTable, Tables } from '../tables.ts'
import { type Target, targetFor } from './source.ts'

/** A clock of one record as it stands. */
export interface ClockNow {
  readonly clock: string
  readonly target: Target
  readonly reading: Reading
}

/** A record's clocks at an instant, from its journal; those that have not begun or have no target are left out. */
export function clocksNow(
  record: AnyRecord,
  happenings: readonly Happening[],
  targets: readonly Target[],
  now: string,
): ClockNow[] {
  return clocksOf(record).flatMap(([clock, spec]) => {
    const reading = readClock(spec, happenings, (values) => targetFor(targets, record, clock, values), now)
    return reading ? [{ clock, reading, target: reading.goal as Target }] : []
  })
}

/** The fields that any of these targets looks at. */
export const fieldsAsked = (targets: readonly Target[]): string[] => [
  ...new Set(targets.flatMap(({ when }) => when.map(({ field }) => field))),
]

/** A record's past as far as clocks care. */
export interface Past {
  /** What moved its state, its verbs, and the fields that targets ask for. */
  readonly happenings: readonly Happening[]
  /** The marks of a clock that have been told: see `marks.ts`. */
  told(clock: string): ReadonlySet<string>
}

/** Reads it from the record's journal, which is all that clocks rest on. */
export async function pastOf(
  db: Kysely<Tables>,
  record: AnyRecord,
  id: string,
  fields: readonly string[],
): Promise<Past> {
  const verbs = clocksOf(record).flatMap(([, { until, from = [] }]) => [...until, ...from])
  const { rows } = await sql<Entry>`select at, verb, changes from journal where record_id = ${id}
    and (n = 1 or changes ?| ${['state', ...fields]}::text[] or verb = any(${[...verbs, ...tellings]}::text[]))
    order by n`.execute(db)
  return retold(rows, record, fields)
}

export type Entry = Pick<JournalTable, 'at' | 'verb' | 'changes'>

const tellings: readonly string[] = ['clock-warned', 'clock-escalated', 'clock-breached']

/** Journal entries retold: each with the state and the fields as they then stood. */
export function retold(entries: readonly Entry[], record: AnyRecord, fields: readonly string[]): Past {
  let state = startOf(record)
  let values: Happening['values'] = {}
  const happenings: Happening[] = []
  const told = new Map<string, Set<string>>()
  for (const { at, verb, changes } of entries) {
    if (tellings.includes(verb)) {
      const clock = String(changes['clock']?.[1])
      told.set(clock, (told.get(clock) ?? new Set()).add(markKey(verb.slice('clock-'.length), changes['share']?.[1])))
      continue
    }
    state = (changes['state']?.[1] as string | undefined) ?? state
    const changed = fields.filter((name) => changes[name]).map((name) => [name, changes[name]?.[1]])
    if (changed.length > 0) values = { ...values, ...Object.fromEntries(changed) }
    happenings.push({ at, verb, state, values })
  }
  return { happenings, told: (clock) => told.get(clock) ?? nothing }
}

const nothing: ReadonlySet<string> = new Set()

/** Names what is told of a clock for good: one warning, one breach, one escalation for each share. */
export const markKey = (kind: string, share: unknown): string => (kind === 'escalated' ? `escalated ${share}` : kind)
