import type { Kysely } from 'kysely'
import type { Goal } from '../../record/clock.ts'
import { type Condition, conditionsHold } from '../../record/condition.ts'
import type { AnyRecord } from '../../record/record.ts'
import type { Who } from '../../record/who.ts'
import type { Tables } from '../tables.ts'

/** How long one clock of a record may take, where the record fits. */
export interface Target extends Goal {
  readonly clock: string
  readonly name: string
  /** All of it must hold of the row. */
  readonly when: readonly Condition[]
  /** The share of the goal at which a warning goes out; null for none. */
  readonly warnAt: number | null
  /** Who hears of it when so much of the goal is used up: 0.9 before it is due, 1.5 half as long again after. */
  readonly escalation: readonly { readonly at: number; readonly to: readonly Who[] }[]
  /** The calendar it runs on, as a person is told. */
  readonly calendar: { readonly id: string; readonly name: string }
}

/** What the engine must know of targets and calendars, which are data of an area. */
export interface ClockSource {
  /** The targets in force for a record's clocks, each with the calendar in force. */
  targets(db: Kysely<Tables>, record: string): Promise<readonly Target[]>
}

/** Of the targets that fit, the one that says most; among those the shortest, then the first made. */
export function targetFor(
  targets: readonly Target[],
  record: AnyRecord,
  clock: string,
  values: Readonly<Record<string, unknown>>,
): Target | null {
  const fitting = targets.filter((one) => one.clock === clock && conditionsHold(record, one.when, values))
  const better = (a: Target, b: Target) =>
    b.when.length - a.when.length || a.minutes - b.minutes || (a.id < b.id ? -1 : 1)
  return fitting.sort(better)[0] ?? null
}
