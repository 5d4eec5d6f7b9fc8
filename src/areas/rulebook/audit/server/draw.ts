import { sql } from 'kysely'
import { labelOf } from '../../../../platform/db/columns.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { tableOf } from '../../../../record/record.ts'
import type { Sample } from '../../audit-item/audit-item.rules.ts'
import type { Control } from '../../control/control.rules.ts'
import { type ControlState, controlStates } from '../../control/state.rules.ts'
import { shares } from '../audit.rules.ts'
import '../../server/tables.ts'

/** How a control stood at an instant, how many of its subjects stood how, and a sample of them. */
export interface Drawn {
  readonly stood: ControlState
  readonly kept: number
  readonly broken: number
  readonly excepted: number
  readonly unknown: number
  readonly sample: Sample
}

interface Draw {
  /** The first instant after the date. */
  readonly end: string
  readonly seed: string
  readonly size: number
}

/**
 * From history: spans tell what was not kept then; kept is what the control judges, was there by then, and no span names. Drawn is
 * whose SHA-256 of seed, a space and number comes first, so that the same can be drawn again.
 */
export async function drawFrom({ db }: Pick<Tx, 'db'>, control: Control, { end, seed, size }: Draw): Promise<Drawn> {
  const state = await stateAt({ db }, control.id, end)
  const none = { kept: 0, broken: 0, excepted: 0, unknown: 0, sample: [] }
  if (!state) return { stood: 'no-evidence', ...none }
  const { record } = control.subject
  const table = sql`(select id, number, created_at, ${labelOf(record)} as label from ${sql.table(tableOf(record))})`
  const span = sql`select subject, standing, zh, en from control_span where control = ${control.id} and from_at < ${end}
    and (to_at is null or to_at >= ${end})`
  const rank = sql`sha256(convert_to(${seed} || ' ' || s.number, 'UTF8'))`
  const { rows: counted } = await sql<{ standing: string; n: number }>`select standing, count(*)::int as n
    from (${span}) b join ${table} s on s.id = b.subject group by 1`.execute(db)
  const keptRows = sql`from control_item i join ${table} s on s.id = i.subject
    where i.control = ${control.id} and s.created_at < ${end} and not exists (select from (${span}) b where b.subject = i.subject)`
  const { rows: all } = await sql<{ n: number }>`select count(*)::int as n ${keptRows}`.execute(db)
  const count = (standing: string) => counted.find((one) => one.standing === standing)?.n ?? 0
  const [broken, excepted, unknown, kept] = [count('bad'), count('excepted'), count('unknown'), all[0]?.n ?? 0]
  const want = shares(size, broken + excepted + unknown, kept)
  const columns = sql`${record.name} as record, s.id, s.number, s.label`
  const { rows: offenders } = await sql<Sample[number]>`select ${columns}, b.standing, b.zh, b.en, '[]'::jsonb as proof
    from (${span}) b join ${table} s on s.id = b.subject order by b.standing = 'bad' desc, ${rank} limit ${want.broken}`.execute(
    db.withoutPlugins(),
  )
  const then = sql`i.standing = 'ok' and i.since < ${end}`
  const { rows: others } = await sql<Sample[number]>`select ${columns}, 'ok' as standing,
    case when ${then} then i.zh else '当日已遵守。' end as zh, case when ${then} then i.en else 'It was kept on that date.' end as en,
    case when ${then} then i.proof else '[]'::jsonb end as proof ${keptRows} order by ${rank} limit ${want.kept}`.execute(
    db.withoutPlugins(),
  )
  const sample = [...offenders, ...others].map((one) => ({
    ...one,
    proof: [...one.proof].sort((a, b) => (a.number < b.number ? -1 : 1)),
    found: null,
    foundBy: null,
  }))
  return { stood: state, kept, broken, excepted, unknown, sample }
}

/** The state whose span holds an instant; null where nothing was judged yet. */
export async function stateAt({ db }: Pick<Tx, 'db'>, control: string, end: string): Promise<ControlState | null> {
  const { rows } = await sql<{ state: ControlState }>`select state from control_state_span where control = ${control}
    and from_at < ${end} and (to_at is null or to_at >= ${end}) order by from_at desc, turn desc limit 1`.execute(db)
  return controlStates.find((one) => one === rows[0]?.state) ?? null
}
