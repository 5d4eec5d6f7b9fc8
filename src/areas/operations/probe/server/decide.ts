import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Words } from '../../../../record/words.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import { type AlarmRow, lockOpen, raiseAlarm } from '../../alarm/server/raise.ts'
import { refreshHealth } from '../../component/server/health.ts'
import { event } from '../../event/event.record.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { heldIsOver, maintenanceOf } from '../../maintenance-window/server/hold.ts'
import type { Standing } from '../blame.rules.ts'
import { flap, type Reading, type Verdict } from '../probe.rules.ts'
import { flappingText, verdictTitle } from '../verdict.words.ts'
import type { ProbeRow } from './ask.ts'

export const alarmKey = (probe: string): string => `probe:${probe}`

export interface Decided {
  readonly verdict: Verdict
  /** The failed probe that explains it. */
  readonly behind: string | null
}

/**
 * A probe's verdict is now `to`, because of this reading: what follows. Down with nothing upstream to blame, slow, or unknown
 * where something was known, raises an alarm; down with something to blame is held back behind it; down after an order to stop is as it should be;
 * up lets the alarm recover. With a verdict that
 * stands already, a failure that was held back is judged afresh. Answers how things stand afterwards, which may be what
 * another copy decided from a later reading.
 */
export const decide = (
  engine: Engine,
  probe: ProbeRow,
  to: Verdict,
  reading: Reading,
  blame: Standing | null,
): Promise<Decided> => engine.inTx(asSystem('probes'), (tx) => decideIn(tx, probe, to, reading, blame))

async function decideIn(
  tx: Tx,
  probe: ProbeRow,
  to: Verdict,
  reading: Reading,
  blame: Standing | null,
): Promise<Decided> {
  const stand = await lockStand(tx, probe.id)
  const stands: Decided = { verdict: stand.verdict, behind: stand.behind }
  if (stand.decidedAt !== null && reading.at <= stand.decidedAt) return stands
  if (!stand.active) return stands
  const changed = stand.verdict !== to
  if (!changed && stand.behind === null) return stands

  const changes = changed && stand.verdict !== 'unknown' ? [...stand.changes, reading.startedAt] : stand.changes
  const flapping = flap(changes, reading.startedAt, probe.flap)
  const title = verdictTitle(stand.componentName, probe, to, reading.note)
  const open = await lockOpen(tx, alarmKey(probe.id))
  const meant = stand.wanted === 'stopped'
  const behind = to === 'down' && !open && !meant && (await explains(tx, probe, blame)) ? blame : null

  await tx.db
    .updateTable('probeState')
    .set({
      verdict: to,
      ...(changed ? { since: tx.now } : {}),
      decidedAt: reading.at,
      changes: kept(changes, flapping.flapping, reading.startedAt, probe),
      behind: behind?.probe ?? null,
    })
    .where('probe', '=', probe.id)
    .execute()
  await holdBack(tx, probe.id, stand.behind, behind?.probe ?? null)

  const affected = behind || (meant && to !== 'up') ? null : await settleAlarm(tx, probe, to, stand, title, open)
  const held = to === 'up' || affected || behind || meant ? null : await maintenanceOf(tx.db, probe.component, tx.now)
  if (affected && flapping.flapping && !affected.flapping) await sayFlapping(tx, affected, title, flapping.count, probe)
  if (changed) {
    await tx.create(event, {
      title: title[0],
      titleEn: title[1],
      at: new Date(reading.startedAt).toISOString(),
      component: probe.component,
      probe: probe.id,
      from: stand.verdict,
      to,
      note: reading.note.slice(0, 200) || null,
      alarm: affected?.id ?? null,
      behind: behind?.component ?? null,
      maintenance: held,
    })
    await refreshHealth(tx, [probe.component])
  }
  return { verdict: to, behind: behind?.probe ?? null }
}

/** What fails in its maintenance alarms nobody, and so explains only what is worked on along with it. */
async function explains(tx: Tx, probe: ProbeRow, blame: Standing | null): Promise<boolean> {
  if (!blame) return false
  if (!(await maintenanceOf(tx.db, blame.component, tx.now))) return true
  return (await maintenanceOf(tx.db, probe.component, tx.now)) !== null
}

interface Stand {
  verdict: Verdict
  decidedAt: string | null
  changes: number[]
  behind: string | null
  lastNote: string | null
  active: boolean
  componentName: string
  criticality: string
  wanted: 'running' | 'stopped'
}

/** Locked first: two copies may have something to say about one probe at once. */
async function lockStand(tx: Tx, probe: string): Promise<Stand> {
  await sql`insert into probe_state (probe) values (${probe}) on conflict do nothing`.execute(tx.db)
  const { rows } = await sql<Stand>`
    select s.verdict, s.decided_at, s.changes, s.behind, s.last_note, p.state = 'active' as active, c.name as component_name, c.criticality, c.wanted
    from probe_state s join probe p on p.id = s.probe join component c on c.id = p.component
    where s.probe = ${probe} for update of s`.execute(tx.db)
  return rows[0] as Stand
}

/** Nothing older than the window is of use, except while it flaps: then all changes count. */
function kept(changes: readonly number[], flapping: boolean, now: number, { flap: policy }: ProbeRow): number[] {
  const since = now - Math.max(policy.window, policy.calm) * 60_000
  return (flapping ? changes : changes.filter((at) => at > since)).slice(-5_000)
}

/** Keeps who was held back behind whom, and until when: an alarm counts these. */
async function holdBack(tx: Tx, probe: string, before: string | null, after: string | null): Promise<void> {
  if (before === after) return
  await tx.db
    .updateTable('probeSuppression')
    .set({ until: tx.now })
    .where('probe', '=', probe)
    .where('until', 'is', null)
    .execute()
  if (after)
    await tx.db.insertInto('probeSuppression').values({ probe, behind: after, at: tx.now, until: null }).execute()
}

/** Raises the alarm, counts on it, or lets it recover; null where there is none, needs to be none, or maintenance holds it back. */
async function settleAlarm(
  tx: Tx,
  probe: ProbeRow,
  to: Verdict,
  stand: Stand,
  title: Words,
  open: AlarmRow | null,
): Promise<AlarmRow | null> {
  if (to !== 'up') {
    const severity = to === 'down' && stand.criticality !== 'ordinary' ? 'critical' : 'warning'
    return raiseAlarm(tx, { key: alarmKey(probe.id), severity, title, component: probe.component, probe: probe.id })
  }
  if (!open) {
    await heldIsOver(tx, alarmKey(probe.id))
    return null
  }
  return tx.as('alarms').update(alarm, open.id, { events: open.events + 1, lastAt: tx.now, recoveredAt: tx.now })
}

async function sayFlapping(tx: Tx, open: AlarmRow, title: Words, count: number, probe: ProbeRow): Promise<void> {
  await tx.as('alarms').update(alarm, open.id, { flapping: true, flapped: true })
  await writeLog(tx, {
    kind: 'alarm',
    severity: 'warning',
    text: flappingText(title, count, probe.flap.window),
    about: { record: 'alarm', id: open.id, number: open.number },
    component: open.component,
  })
}

/** How long after an order to run a component may still be down before somebody must look. */
const comingUpSeconds = 60

/**
 * Raises the alarm of what was told to run and never came up: its verdict stands since before the order, so no change
 * of verdict will raise it. Looked at every second by every copy; raised once.
 */
export async function raiseOverdue(engine: Engine): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select p.id from probe_state s join probe p on p.id = s.probe and p.state = 'active' join component c on c.id = p.component
    where s.verdict = 'down' and s.behind is null and c.wanted = 'running' and c.wanted_since >= s.since
      and c.wanted_since < ${engine.clock.now()}::timestamptz - make_interval(secs => ${comingUpSeconds})
      and not exists (select 1 from alarm a where a.key = 'probe:' || p.id
        and (a.state <> 'resolved' or a.first_at > c.wanted_since))
      and not exists (select 1 from alarm_held h where h.key = 'probe:' || p.id and h.over_at is null and h.alarm is null)`.execute(
    engine.db,
  )
  for (const { id } of rows) await engine.inTx(asSystem('probes'), (tx) => raiseOverdueIn(tx, id))
}

async function raiseOverdueIn(tx: Tx, id: string): Promise<void> {
  const stand = await lockStand(tx, id)
  if (stand.verdict !== 'down' || stand.behind !== null || stand.wanted === 'stopped') return
  const probe = await tx.db.selectFrom('probe').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const title = verdictTitle(stand.componentName, probe, 'down', stand.lastNote ?? '')
  await settleAlarm(tx, probe, 'down', stand, title, null)
}
