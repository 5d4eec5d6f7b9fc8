import { type Kysely, sql } from 'kysely'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import { clockColumns } from '../db/columns.ts'
import type { Tables } from '../tables.ts'
import { marksAhead } from './marks.ts'
import type { ClockNow, Past } from './read.ts'

/**
 * Keeps what follows from the readings: each clock's row with the instant at which the timer looks again, and the record's
 * own `dueAt`, the next of its open clocks to fall due, and how each of them stands. One statement; the record is locked by whoever calls.
 */
export async function keepClocks(
  db: Kysely<Tables>,
  record: AnyRecord,
  row: AnyRow,
  clocks: readonly ClockNow[],
  told: Past['told'],
): Promise<void> {
  const rows = clocks.map((one) => ({
    record_id: row.id,
    name: one.clock,
    record: record.name,
    target: one.target.id,
    state: one.reading.state,
    open: one.reading.open,
    due_at: one.reading.dueAt,
    next_at: marksAhead(one, told(one.clock))[0]?.at ?? null,
    took: one.reading.open ? null : one.reading.ran,
  }))
  const dueAt = rows
    .filter(({ open, due_at }) => open && due_at !== null)
    .map(({ due_at }) => due_at as string)
    .sort()[0]
  const kept = clockColumns(record).flatMap(({ clock, state, took }) => {
    const row = rows.find(({ name }) => name === clock)
    return [
      { column: sql.ref(state), value: sql`${row?.state ?? null}::text` },
      { column: sql.ref(took), value: sql`${row?.took ?? null}::double precision` },
    ]
  })
  const all = [{ column: sql.ref('due_at'), value: sql`${dueAt ?? null}::timestamptz` }, ...kept]
  const columns = sql.join(all.map(({ column }) => column))
  const values = sql.join(all.map(({ value }) => value))
  await sql`with gone as (
      delete from clock where record_id = ${row.id} and name <> all(${rows.map(({ name }) => name)}::text[])
    ), kept as (
      insert into clock select * from json_populate_recordset(null::clock, ${JSON.stringify(rows)}::json)
      on conflict (record_id, name) do update set target = excluded.target, state = excluded.state,
        open = excluded.open, due_at = excluded.due_at, next_at = excluded.next_at, took = excluded.took
    )
    update ${sql.table(tableOf(record))} set (${columns}) = row(${values})
      where id = ${row.id} and (${columns}) is distinct from (${values})`.execute(db)
}
