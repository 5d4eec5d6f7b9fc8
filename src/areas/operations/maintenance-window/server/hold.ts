import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Words } from '../../../../record/words.ts'
import type { Cause } from '../../alarm/alarm.rules.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { heldText } from '../maintenance-window.rules.ts'

/** What a maintenance window held back, by key. It is bad as long as it is neither over nor an alarm. */
export interface AlarmHeldTable {
  maintenance: string
  key: string
  severity: 'critical' | 'warning'
  title: string
  titleEn: string
  component: string
  probe: string | null
  aboutRecord: string | null
  aboutId: string | null
  firstAt: string
  lastAt: string
  times: number
  overAt: string | null
  /** What was raised at the window's end. */
  alarm: string | null
}

/** The window in which a component is worked on now, or null: its own, or one of what it stands on. */
export async function maintenanceOf(db: Kysely<Tables>, component: string, now: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select maintenance_of(${component}, ${now}) as id`.execute(db)
  return rows[0]?.id ?? null
}

/**
 * Holds back what would be an alarm, where its component is being worked on; answers the window, or null where it must
 * be raised. What nobody watches by a machine, such as a late step, is never held back.
 */
export async function holdBack(tx: Tx, cause: Cause): Promise<string | null> {
  const { component, probe, about } = cause
  if (!component || !(probe || about?.record === 'event-source')) return null
  const id = await maintenanceOf(tx.db, component, tx.now)
  if (!id) return null
  // Its end waits for us, or we find it over: nothing is held back that nobody would look at again.
  const { rows } = await sql<{ number: string }>`select number from maintenance_window
    where id = ${id} and state in ('planned', 'under-way') and ends_at > ${tx.now} for share`.execute(tx.db)
  const window = rows[0]
  if (!window) return null
  const { rows: kept } = await sql<{ times: number }>`
    insert into alarm_held (maintenance, key, severity, title, title_en, component, probe, about_record, about_id, first_at, last_at, times)
    values (${id}, ${cause.key}, ${cause.severity}, ${cause.title[0]}, ${cause.title[1]}, ${component}, ${probe ?? null},
      ${about?.record ?? null}, ${about?.id ?? null}, ${tx.now}, ${tx.now}, 1)
    on conflict (maintenance, key) do update set times = alarm_held.times + 1, last_at = excluded.last_at, over_at = null,
      severity = excluded.severity, title = excluded.title, title_en = excluded.title_en
    returning times`.execute(tx.db)
  if (kept[0]?.times === 1) await sayHeld(tx, cause.title, { id, number: window.number }, component)
  return id
}

const sayHeld = (tx: Tx, title: Words, window: { id: string; number: string }, component: string) =>
  writeLog(tx.as('alarms'), {
    kind: 'alarm',
    text: heldText(title, window.number),
    about: { record: 'maintenance-window', ...window },
    component,
  })

/** What was held back under this key is well again. */
export const heldIsOver = (tx: Tx, key: string): Promise<unknown> =>
  tx.db
    .updateTable('alarmHeld')
    .set({ overAt: tx.now })
    .where('key', '=', key)
    .where('overAt', 'is', null)
    .where('alarm', 'is', null)
    .execute()
