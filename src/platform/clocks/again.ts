import { sql } from 'kysely'
import { type AnyRecord, type Transition, tableOf } from '../../record/record.ts'
import type { Task } from '../area.ts'
import type { Engine } from '../engine.ts'
import type { Tx } from '../tx.ts'
import type { ClockSource } from './source.ts'
import { readAgain } from './timer.ts'

const task = 'clocks-again'
const pageSize = 200

/** Asks that all open clocks be read anew once this transaction commits: a target or a calendar has changed. */
export const askClocksAgain = (tx: Tx): Promise<void> => tx.job(task, {}, { key: task })

/** Reads anew the clocks of every record that has not come to its end. Done again from the start after a crash. */
export const clocksAgain = (source: ClockSource): Readonly<Record<string, Task>> => ({
  [task]: async (engine) => {
    for (const { record } of engine.registry.all) {
      if (!record.clocks) continue
      let after = '00000000-0000-0000-0000-000000000000'
      for (;;) {
        const ids = await openRows(engine, record, after)
        for (const id of ids) await readAgain(engine, source, record, id)
        if (ids.length < pageSize) break
        after = ids.at(-1) ?? after
      }
    }
  },
})

/** Those that may yet move, and those with a clock that has not ended. */
async function openRows(engine: Engine, record: AnyRecord, after: string): Promise<string[]> {
  const transitions = Object.values(record.transitions as Record<string, Transition>)
  const moving = [...new Set(transitions.flatMap(({ from }) => from))]
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(record))} r
    where id > ${after}::uuid and (state = any(${moving}::text[])
      or exists (select 1 from clock c where c.record_id = r.id and c.open))
    order by id limit ${pageSize}`.execute(engine.db)
  return rows.map(({ id }) => id)
}
