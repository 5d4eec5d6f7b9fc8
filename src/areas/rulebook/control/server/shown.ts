import { sql } from 'kysely'
import { z } from 'zod'
import type { Reading } from '../../../../platform/area.ts'
import { notFound } from '../../../../record/problem.ts'
import { controlOf } from '../catalogue.ts'
import type { Control } from '../control.rules.ts'
import { controlStates, stateOf } from '../state.rules.ts'

export const words = z.tuple([z.string(), z.string()]).readonly()
export const standings = ['ok', 'bad', 'excepted', 'unknown'] as const
export const counts = { ok: z.int(), bad: z.int(), excepted: z.int(), unknown: z.int() }
export const stateSchema = z.object({
  id: z.string(),
  title: words,
  area: z.string(),
  state: z.enum(controlStates),
  /** Since when it stands so. */
  since: z.string().nullable(),
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
  readonly judgedAt: string | null
  readonly ok: number
  readonly bad: number
  readonly excepted: number
  readonly unknown: number
  readonly overdue: boolean
}

/** A verdict a minute past its instant is held by nobody any more: then the judge does not run. */
const graceMs = 60_000

/** How every control stands now, by its id; one that was never judged has no evidence. */
export async function statesNow({ db, now }: Reading): Promise<ReadonlyMap<string, Row>> {
  const late = new Date(Date.parse(now) - graceMs).toISOString()
  const { rows } =
    await sql<Row>`select s.control, s.version, s.params, s.setting, s.since, s.full_at, s.sweeping, s.judged_at,
    s.ok, s.bad, s.excepted, s.unknown,
    exists(select from control_item i where i.control = s.control and i.until < ${late}) as overdue
    from control_state s`.execute(db)
  return new Map(rows.map((row) => [row.control, row]))
}

export function shown({ id, title, area, minSubjects }: Control, row: Row | undefined) {
  const { ok = 0, bad = 0, excepted = 0, unknown = 0, overdue = false } = row ?? {}
  const state = stateOf({ ok, bad, excepted, unknown, ran: Boolean(row?.fullAt), overdue, minSubjects })
  return { id, title, area, state, since: row?.since ?? null, ok, bad, excepted, unknown }
}

export const mustBe = (id: string): Control => {
  const control = controlOf(id)
  if (!control) throw notFound()
  return control
}
