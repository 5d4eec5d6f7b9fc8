import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { heldIsOver, holdBack } from '../../maintenance-window/server/hold.ts'
import { alarm } from '../alarm.record.ts'
import { type Cause, heardOf } from '../alarm.rules.ts'
import { becameWorse, tellingOf } from './telling.ts'

export type AlarmRow = RowOf<typeof alarm>

/**
 * The alarm of this key: the one that is not resolved, counted up, or a new one; null where maintenance holds it back.
 * Only a new one is written in the operations log. Part of the caller's transaction, in the system's name.
 */
export async function raiseAlarm(tx: Tx, cause: Cause): Promise<AlarmRow | null> {
  const open = await lockOpen(tx, cause.key)
  if (open) return countOn(tx, open, cause)
  if (await holdBack(tx, cause)) return null
  const system = tx.as('alarms')
  const facts = {
    key: cause.key,
    severity: cause.severity,
    component: cause.component ?? null,
    aboutRecord: cause.about?.record ?? null,
    aboutId: cause.about?.id ?? null,
  }
  const how = await tellingOf(tx, heardOf(facts))
  const raised = await system.create(alarm, {
    ...facts,
    ...how.values,
    title: cause.title[0],
    titleEn: cause.title[1],
    probe: cause.probe ?? null,
    maintenance: cause.maintenance ?? null,
    firstAt: tx.now,
    lastAt: tx.now,
  })
  await how.keep(raised.id)
  await writeLog(system, {
    kind: 'alarm',
    severity: cause.severity,
    text: [`告警:${cause.title[0]}`, `Alarm: ${cause.title[1]}`],
    about: { record: 'alarm', id: raised.id, number: raised.number },
    component: raised.component,
  })
  return raised
}

/** It happened again; what was silenced as a warning and is critical now is told. */
async function countOn(tx: Tx, open: AlarmRow, { severity }: Cause): Promise<AlarmRow> {
  const worse = open.severity === 'warning' && severity === 'critical'
  const system = tx.as('alarms')
  const counted = await system.update(alarm, open.id, {
    events: open.events + 1,
    lastAt: tx.now,
    recoveredAt: null,
    ...(worse && { severity }),
  })
  return worse ? becameWorse(system, counted) : counted
}

/** Resolves the open alarm of this key because its cause is gone; answers null where there is none. */
export async function resolveAlarm(tx: Tx, key: string, note?: Words): Promise<AlarmRow | null> {
  const open = await lockOpen(tx, key)
  if (!open) await heldIsOver(tx, key)
  return open ? clearAlarm(tx, open, note ?? ['原因已消除。', 'The cause is gone.']) : null
}

/** Resolves an open alarm in the system's name and says so in the operations log. */
export async function clearAlarm(tx: Tx, open: AlarmRow, note: Words): Promise<AlarmRow> {
  const system = tx.as('alarms')
  const cleared = await system.act(alarm, open.id, 'clear', { resolution: note[0] })
  const [zh, en] = counted(open)
  await writeLog(system, {
    kind: 'alarm',
    text: [`告警解除:${open.title}。${note[0]}${zh}`, `Alarm resolved: ${open.titleEn ?? open.title}. ${note[1]}${en}`],
    about: { record: 'alarm', id: open.id, number: open.number },
    component: open.component,
  })
  return cleared
}

/** The open alarm of a key, locked; two who raise the same key at once come one after the other. */
export async function lockOpen(tx: Tx, key: string): Promise<AlarmRow | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db)
  const open = await tx.db
    .selectFrom('alarm')
    .select('id')
    .where('key', '=', key)
    .where('state', '<>', 'resolved')
    .executeTakeFirst()
  return open ? tx.lock(alarm, open.id) : null
}

function counted(open: AlarmRow): Words {
  const zh = [
    open.events > 1 && `共 ${open.events} 次事件`,
    open.suppressedCount > 0 && `抑制 ${open.suppressedCount} 条`,
  ]
  const en = [
    open.events > 1 && `${open.events} events`,
    open.suppressedCount > 0 && `${open.suppressedCount} suppressed`,
  ]
  const listed = (parts: (string | false)[]) => parts.filter((part) => part !== false)
  const [chinese, english] = [listed(zh), listed(en)]
  return chinese.length === 0 ? ['', ''] : [`(${chinese.join(',')})`, ` (${english.join(', ')})`]
}
