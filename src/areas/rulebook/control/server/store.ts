import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Control, defaultsOf } from '../control.rules.ts'
import '../../server/tables.ts'

/** A subject to be judged again; `through` a relation, all subjects that point at what `subject` names. */
export interface Touch {
  readonly control: string
  readonly subject: string
  readonly through: string | null
}

/** What wakes the judge, at commit. */
export const touchedTopic = 'control-touch'

/** Has subjects judged again, if and only if this transaction commits. */
export async function touch(tx: Pick<Tx, 'db' | 'notify'>, touches: readonly Touch[]): Promise<void> {
  if (touches.length === 0) return
  await sql`insert into control_touch (control, subject, through)
    select control, subject, through from json_to_recordset(${JSON.stringify(touches)}::json)
      as one(control text, subject uuid, through text)`.execute(tx.db)
  await tx.notify(touchedTopic, {})
}

/** Every subject of a control is judged anew, page by page, by these measures. */
export async function measureBy(tx: Tx, { id, version }: Control, params: object, setting: string): Promise<void> {
  await sql`insert into control_state (control, version, params, setting, state, since)
    values (${id}, ${version}, ${JSON.stringify(params)}::jsonb, ${setting}, 'no-evidence', ${tx.now})
    on conflict (control) do update set version = excluded.version, params = excluded.params, setting = excluded.setting,
      sweeping = true, swept_to = null, sweep = control_state.sweep + 1`.execute(tx.db)
  await tx.notify(touchedTopic, {})
}

/** A row for each control that is declared; one whose code is another version than before is judged anew. */
export const declareStates = (db: Kysely<Tables>, controls: readonly Control[], now: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ any: boolean }>`select exists(select from control_state) as any`.execute(trx)
    // Everything is about to be judged for the first time: what was noted until now is part of it.
    if (!rows[0]?.any) await sql`delete from control_touch`.execute(trx)
    const given = controls.map((one) => ({ control: one.id, version: one.version, params: defaultsOf(one) }))
    await sql`insert into control_state (control, version, params, state, since)
      select control, version, params, 'no-evidence', ${now}::timestamptz from json_to_recordset(${JSON.stringify(given)}::json)
        as one(control text, version int, params jsonb)
      on conflict (control) do update set version = excluded.version, params = excluded.params || control_state.params,
        sweeping = true, swept_to = null, sweep = control_state.sweep + 1
        where control_state.version <> excluded.version`.execute(trx)
  })
