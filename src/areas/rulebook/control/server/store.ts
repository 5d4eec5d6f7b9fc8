import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
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

/** Every subject of a control is judged anew, page by page, by these measures; what was judged before is history. */
export async function judgeAnew(
  tx: Tx,
  { id, version }: Pick<Control, 'id' | 'version'>,
  params: object,
  setting: string | null,
): Promise<void> {
  await sql`insert into control_state (control, version, params, setting, state, since, look_at, look_from)
    values (${id}, ${version}, ${JSON.stringify(params)}::jsonb, ${setting}, 'no-evidence', ${tx.now}, ${lookAt(tx.now)}, ${lookFrom(tx.now)})
    on conflict (control) do update set version = excluded.version, params = excluded.params, setting = excluded.setting,
      ${begunAnew}`.execute(tx.db)
  await tx.notify(touchedTopic, {})
}

/** A control that is judged by no longer: its verdicts are taken away page by page, and its history stays. */
export async function letGo(tx: Tx, id: string): Promise<void> {
  await sql`update control_state set sweeping = true, swept_to = null, sweep = sweep + 1 where control = ${id}`.execute(
    tx.db,
  )
  await tx.notify(touchedTopic, {})
}

const begunAnew = sql`sweeping = true, swept_to = null, swept = 0, sweep_of = null, sweep = control_state.sweep + 1,
  look_at = excluded.look_at, look_from = excluded.look_from`

/**
 * Whoever writes notes only what concerns controls that they know of. Those who had not heard of this one yet are done some seconds
 * later; what was written since a while before is looked at again then.
 */
const lookAt = (now: string) => instantAt(msOf(now) + 10_000)
const lookFrom = (now: string) => instantAt(msOf(now) - 60_000)

/** A row for each control that there is; one that is of another version than before is judged anew. */
export const declareStates = (db: Kysely<Tables>, controls: readonly Control[], now: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ any: boolean }>`select exists(select from control_state) as any`.execute(trx)
    const isFirst = !rows[0]?.any
    // Everything is about to be judged for the first time: what was noted until now is part of it.
    if (isFirst) await sql`delete from control_touch`.execute(trx)
    const given = controls.map((one) => ({ control: one.id, version: one.version, params: defaultsOf(one) }))
    await sql`insert into control_state (control, version, params, state, since, look_at, look_from)
      select control, version, params, 'no-evidence', ${now}::timestamptz, ${isFirst ? null : lookAt(now)}::timestamptz,
        ${isFirst ? null : lookFrom(now)}::timestamptz
      from json_to_recordset(${JSON.stringify(given)}::json) as one(control text, version int, params jsonb)
      on conflict (control) do update set version = excluded.version, params = excluded.params || control_state.params,
        ${begunAnew} where control_state.version <> excluded.version`.execute(trx)
  })
