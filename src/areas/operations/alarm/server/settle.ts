import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Words } from '../../../../record/words.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { flap, type Verdict } from '../../probe/probe.rules.ts'
import type { FlapPolicy } from '../../probe/probe.settings.ts'
import { backText, calmText, stillBadText } from '../../probe/verdict.words.ts'
import { alarm } from '../alarm.record.ts'
import { settlesAt } from '../alarm.rules.ts'
import { type AlarmRow, clearAlarm } from './raise.ts'
import { countSuppressed, recount } from './suppressed.ts'

/**
 * What time alone brings about in open alarms of probes: one that has recovered and stayed well is resolved, one that
 * has stopped flapping gets its final message, and the number it explains is kept up to date. Called every second on
 * every copy; what another copy did meanwhile is seen under the lock and not done twice.
 */
export async function settleAlarms(engine: Engine): Promise<void> {
  const open = await engine.db
    .selectFrom('alarm')
    .select(['id', 'probe', 'firstAt', 'flapping', 'recoveredAt', 'suppressedCount'])
    .where('state', '<>', 'resolved')
    .where('probe', 'is not', null)
    .execute()
  const counts = await countSuppressed(engine.db, open)
  for (const one of open) {
    const grown = (counts.get(one.id) ?? 0) > one.suppressedCount
    if (!grown && !one.flapping && one.recoveredAt === null) continue
    await engine.inTx(asSystem('alarms'), (tx) => settleOne(tx, one.id, one.probe as string))
  }
}

interface Stand {
  verdict: Verdict
  changes: number[]
  flap: FlapPolicy
  intervalSeconds: number
}

async function settleOne(tx: Tx, id: string, probe: string): Promise<void> {
  // The probe's standing first and the alarm second: everybody takes them in this order.
  const { rows } = await sql<Stand>`
    select s.verdict, s.changes, p.flap, p.interval_seconds from probe_state s join probe p on p.id = s.probe
    where s.probe = ${probe} for update of s`.execute(tx.db)
  const stand = rows[0]
  const locked = await tx.lock(alarm, id)
  if (!stand || locked.state === 'resolved') return
  const open = await recount(tx, locked)
  const now = Date.parse(tx.now)
  if (open.flapping) {
    const { flapping, count } = flap(stand.changes, now, stand.flap)
    if (!flapping) await endFlapping(tx, open, stand.verdict, count)
  } else if (open.recoveredAt !== null && stand.verdict === 'up') {
    if (now >= settlesAt(Date.parse(open.recoveredAt), stand.intervalSeconds)) await clearAlarm(tx, open, backText)
  }
}

/** The final message, whichever way it ended. */
async function endFlapping(tx: Tx, open: AlarmRow, verdict: Verdict, changes: number): Promise<void> {
  if (verdict === 'up') {
    await clearAlarm(tx, open, calmText(changes))
    return
  }
  await tx.update(alarm, open.id, { flapping: false })
  const title: Words = [open.title, open.titleEn ?? open.title]
  await writeLog(tx, {
    kind: 'alarm',
    severity: open.severity,
    text: stillBadText(title, changes),
    about: { record: 'alarm', id: open.id, number: open.number },
    component: open.component,
  })
}
