import { sql } from 'kysely'
import { z } from 'zod'
import type { Reading } from '../../../../platform/area.ts'
import { notFound } from '../../../../record/problem.ts'
import type { Control } from '../control.rules.ts'
import { shownStates, stateOf } from '../state.rules.ts'
import { catalogueOf } from './held.ts'

export const words = z.tuple([z.string(), z.string()]).readonly()
export const standings = ['ok', 'bad', 'excepted', 'unknown'] as const
export const counts = { ok: z.int(), bad: z.int(), excepted: z.int(), unknown: z.int() }
export const stateSchema = z.object({
  id: z.string(),
  title: words,
  area: z.string(),
  state: z.enum(shownStates),
  /** Since when it stands so. */
  since: z.string().nullable(),
  /** How far judging all subjects anew has come; null while nothing is new. */
  anew: z.object({ done: z.int(), of: z.int().nullable() }).nullable(),
  /** The number of the edition that says so, of one of the firm's own. */
  own: z.string().nullable(),
  ...counts,
})

interface Row {
  readonly control: string
  readonly version: number
  readonly params: Record<string, number>
  readonly setting: string | null
  readonly since: string
  readonly fullAt: string | null
  readonly sweeping: boolean
  readonly swept: number
  readonly sweepOf: number | null
  readonly judgedAt: string | null
  readonly ok: number
  readonly bad: number
  readonly excepted: number
  readonly unknown: number
  readonly overdue: boolean
}

/** A verdict a minute past its instant is held by nobody any more: then the judge does not run. */
const graceMs = 60_000

/** How every control stands now, or one of them, by its id; one that was never judged has no evidence. */
export async function statesNow({ db, now }: Reading, only?: string): Promise<ReadonlyMap<string, Row>> {
  const late = new Date(Date.parse(now) - graceMs).toISOString()
  const { rows } =
    await sql<Row>`select s.control, s.version, s.params, s.setting, s.since, s.full_at, s.sweeping, s.swept, s.sweep_of, s.judged_at,
    s.ok, s.bad, s.excepted, s.unknown,
    exists(select from control_item i where i.control = s.control and i.until < ${late}) as overdue
    from control_state s ${only === undefined ? sql`` : sql`where s.control = ${only}`}`.execute(db)
  return new Map(rows.map((row) => [row.control, row]))
}

export function shown(
  { engine }: Pick<Reading, 'engine'>,
  { id, title, area, version, minSubjects }: Control,
  row: Row | undefined,
) {
  const { ok = 0, bad = 0, excepted = 0, unknown = 0, overdue = false } = row ?? {}
  // What this copy knows in another version than it is judged by is about to be judged anew.
  const isNew = row !== undefined && row.fullAt !== null && (row.sweeping || row.version !== version)
  const state = isNew
    ? ('anew' as const)
    : stateOf({ ok, bad, excepted, unknown, ran: Boolean(row?.fullAt), overdue, minSubjects })
  return {
    ...{ id, title, area, state, since: row?.since ?? null, ok, bad, excepted, unknown },
    anew: row?.sweeping ? { done: row.swept, of: row.sweepOf } : null,
    own: catalogueOf(engine).ownOf(id) ?? null,
  }
}

export const mustBe = ({ engine }: Pick<Reading, 'engine'>, id: string): Control => {
  const control = catalogueOf(engine).of(id)
  if (!control) throw notFound()
  return control
}
