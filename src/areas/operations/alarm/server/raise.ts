import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { alarm } from '../alarm.record.ts'

export type AlarmRow = RowOf<typeof alarm>

export interface Cause {
  /** What makes it the same alarm again: `probe:<id>`, `step:<id>`. */
  readonly key: string
  readonly severity: 'critical' | 'warning'
  readonly title: Words
  readonly component?: string | null
  readonly probe?: string | null
  readonly about?: { readonly record: string; readonly id: string }
}

/**
 * The alarm of this key: the one that is not resolved, counted up, or a new one. Only a new one is written in the
 * operations log. Part of the caller's transaction, in the system's name.
 */
export async function raiseAlarm(tx: Tx, cause: Cause): Promise<AlarmRow> {
  const system = tx.as('alarms')
  const open = await lockOpen(tx, cause.key)
  if (open) {
    return system.update(alarm, open.id, {
      events: open.events + 1,
      lastAt: tx.now,
      recoveredAt: null,
      severity: open.severity === 'critical' ? 'critical' : cause.severity,
    })
  }
  const raised = await system.create(alarm, {
    key: cause.key,
    severity: cause.severity,
    title: cause.title[0],
    titleEn: cause.title[1],
    component: cause.component ?? null,
    probe: cause.probe ?? null,
    aboutRecord: cause.about?.record ?? null,
    aboutId: cause.about?.id ?? null,
    firstAt: tx.now,
    lastAt: tx.now,
  })
  await writeLog(system, {
    kind: 'alarm',
    severity: cause.severity,
    text: [`告警:${cause.title[0]}`, `Alarm: ${cause.title[1]}`],
    about: { record: 'alarm', id: raised.id, number: raised.number },
    component: raised.component,
  })
  return raised
}

/** Resolves the open alarm of this key because its cause is gone; answers null where there is none. */
export async function resolveAlarm(tx: Tx, key: string, note?: Words): Promise<AlarmRow | null> {
  const open = await lockOpen(tx, key)
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
