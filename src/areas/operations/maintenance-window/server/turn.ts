import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { lockOpen, raiseAlarm } from '../../alarm/server/raise.ts'
import { maintenanceWindow } from '../maintenance-window.record.ts'
import { outlived } from '../maintenance-window.rules.ts'

/**
 * What time brings about in maintenance windows: they begin, they end, and what outlived one alarms. Called every second
 * on every copy; what another copy did meanwhile is seen under the lock and not done twice.
 */
export async function turnWindows(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  const due = await engine.db
    .selectFrom('maintenanceWindow')
    .select('id')
    .where('state', 'in', ['planned', 'under-way'])
    .where((is) => is.or([is('endsAt', '<=', now), is.and([is('state', '=', 'planned'), is('startsAt', '<=', now)])]))
    .execute()
  for (const { id } of due) await engine.inTx(asSystem('maintenance'), (tx) => turnOne(tx, id))
  await releaseHeld(engine)
}

async function turnOne(tx: Tx, id: string): Promise<void> {
  const { state, startsAt, endsAt } = await tx.lock(maintenanceWindow, id)
  if (state !== 'planned' && state !== 'under-way') return
  if (endsAt <= tx.now) await tx.act(maintenanceWindow, id, 'close')
  else if (state === 'planned' && startsAt <= tx.now) await tx.act(maintenanceWindow, id, 'begin')
}

/** Looks again at whatever a window held back that no longer stands, each in a transaction of its own. */
async function releaseHeld(engine: Engine): Promise<void> {
  const rows = await engine.db
    .selectFrom('alarmHeld as h')
    .innerJoin('maintenanceWindow as w', 'w.id', 'h.maintenance')
    .select(['h.maintenance', 'h.key', 'h.probe', 'w.number'])
    .where('h.overAt', 'is', null)
    .where('h.alarm', 'is', null)
    .where('w.state', 'in', ['ended', 'cancelled'])
    .orderBy('h.firstAt')
    .execute()
  for (const one of rows) await engine.inTx(asSystem('alarms'), (tx) => releaseOne(tx, one))
}

interface Held {
  readonly maintenance: string
  readonly key: string
  readonly probe: string | null
  readonly number: string
}

async function releaseOne(tx: Tx, { maintenance, key, probe, number }: Held): Promise<void> {
  // The probe's standing first and the alarm second: everybody takes them in this order.
  const well = probe !== null && (await isWell(tx, probe))
  const open = await lockOpen(tx, key)
  const held = await tx.db
    .selectFrom('alarmHeld')
    .selectAll()
    .where('maintenance', '=', maintenance)
    .where('key', '=', key)
    .where('overAt', 'is', null)
    .where('alarm', 'is', null)
    .executeTakeFirst()
  if (!held) return
  const raised =
    open ??
    (well
      ? null
      : await raiseAlarm(tx, {
          key,
          severity: held.severity,
          title: outlived([held.title, held.titleEn], number),
          component: held.component,
          probe,
          about: held.aboutRecord && held.aboutId ? { record: held.aboutRecord, id: held.aboutId } : undefined,
          maintenance,
        }))
  await tx.db
    .updateTable('alarmHeld')
    .set(raised ? { alarm: raised.id } : { overAt: tx.now })
    .where('maintenance', '=', maintenance)
    .where('key', '=', key)
    .execute()
}

/** Up again, explained by something else, or silent on purpose: whatever comes of these is judged by their own readings. */
async function isWell(tx: Tx, probe: string): Promise<boolean> {
  const { rows } = await sql<{ well: boolean }>`
    select s.verdict = 'up' or s.behind is not null or p.state <> 'active' or c.wanted = 'stopped' as well
    from probe_state s join probe p on p.id = s.probe join component c on c.id = p.component
    where s.probe = ${probe} for update of s`.execute(tx.db)
  return rows[0]?.well ?? true
}
