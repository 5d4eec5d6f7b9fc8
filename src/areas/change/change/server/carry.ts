import type { Tx } from '../../../../platform/tx.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import {
  abortRun,
  beginMaintenance,
  beginRun,
  endMaintenance,
  installVersion,
  writeLog,
} from '../../../operations/operations.api.ts'
import { change } from '../change.record.ts'
import { aroundOf } from './around.ts'
import type { ChangeRow } from './standing.ts'

/** A line of the operations log. */
export async function say(tx: Tx, row: ChangeRow, what: Words, severity: 'info' | 'warning' = 'info'): Promise<void> {
  await writeLog(tx, {
    kind: 'component',
    severity,
    text: [`变更 ${row.title}:${what[0]}。`, `Change ${row.title}: ${what[1]}.`],
    about: { record: 'change', id: row.id, number: row.number },
    component: (row.components.length === 1 && row.components[0]) || null,
  })
}

/** The work begins: by a run of its runbook, under the name of whoever began it. */
export async function carry(tx: Tx, row: ChangeRow, runbook: string): Promise<void> {
  const { id } = await beginRun(tx, runbook)
  await tx.as('change').update(change, row.id, { run: id })
  await say(tx, row, ['开始实施', 'work began'])
  await workOn(tx, row)
}

/** Longest that work without an end of its own is expected to take. */
const usualMs = 4 * 60 * minuteMs

/** Opens a window for what is changed: until its planned end, after which whatever still fails is heard. */
async function workOn(tx: Tx, row: ChangeRow): Promise<void> {
  const owner = row.owner ?? row.createdBy
  if (owner === null) return
  const planned = row.kind !== 'emergency' && row.plannedEnd !== null && row.plannedEnd > tx.now ? row.plannedEnd : null
  const maintenance = await beginMaintenance(tx.as('change'), {
    title: `${row.number} ${row.title}`,
    components: row.components,
    endsAt: planned ?? instantAt(msOf(tx.now) + usualMs),
    owner,
    reason: row.reason.slice(0, 2_000),
  })
  await tx.as('change').update(change, row.id, { maintenance })
}

async function workIsOver(tx: Tx, { maintenance }: ChangeRow): Promise<void> {
  if (maintenance) await endMaintenance(tx.as('change'), maintenance)
}

/** Whether a freeze stood at any time of the work, which is over now. */
async function workedIn(tx: Tx, { id, components, startedAt }: ChangeRow): Promise<'free' | 'freeze' | 'unknown'> {
  const time = { plannedStart: startedAt, plannedEnd: tx.now }
  const { freezes } = await aroundOf(tx.db, tx.settings, { id, components, ...time })
  if (freezes === null) return 'unknown'
  return freezes.length > 0 ? 'freeze' : 'free'
}

/** What the change put in place is written where it stands; what was there before is kept. */
export async function keepVersions(tx: Tx, row: ChangeRow): Promise<void> {
  const by = tx.as('change')
  const former: ChangeRow['former'] = []
  for (const { component, to } of row.versions) {
    const { installedVersion: from } = await tx.db
      .selectFrom('component')
      .select('installedVersion')
      .where('id', '=', component)
      .executeTakeFirstOrThrow()
    former.push({ component, from, to })
    await installVersion(by, component, to)
  }
  const watchUntil = instantAt(msOf(tx.now) + row.watchHours * 60 * minuteMs)
  await by.update(change, row.id, { former, watchUntil, workedIn: await workedIn(tx, row) })
  await say(tx, row, ['验证通过', 'verified'])
  await workIsOver(tx, row)
}

/** Undone as a path of its own: what is in progress is aborted, and the rollback runs by its runbook where it has one. */
export async function rollBack(tx: Tx, row: ChangeRow, runbook: string | null): Promise<void> {
  const by = tx.as('change')
  if (row.run) await abortRun(by, row.run, `变更回退:${row.rollbackReason}`)
  await say(tx, row, [`回退:${row.rollbackReason}`, `rolled back: ${row.rollbackReason}`], 'warning')
  // What was verified is worked on anew.
  if (row.verifiedAt !== null) await workOn(tx, row)
  if (!runbook) return
  const { id } = await beginRun(tx, runbook)
  await by.update(change, row.id, { rollbackRun: id })
}

/** Components have again the version that they had. */
export async function restoreVersions(tx: Tx, row: ChangeRow): Promise<void> {
  const by = tx.as('change')
  for (const { component, from } of row.former) await installVersion(by, component, from)
  await by.update(change, row.id, { workedIn: await workedIn(tx, row) })
  await say(tx, row, ['回退完成', 'rollback finished'], 'warning')
  await workIsOver(tx, row)
}
