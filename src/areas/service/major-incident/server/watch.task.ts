import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type Mark, marksOf } from '../major.rules.ts'
import { majorIncident } from '../major-incident.record.ts'
import { dutiesOf } from './duties.ts'

/**
 * Tells those in charge of major incidents what is due and what is late: the next update, and each report to a regulator. Looked
 * at every minute, from what is stored alone, so a server that was down tells late; each moment is told once.
 */
export const watchMajors: Task = async (engine) => {
  const { now } = engine.clock
  const lasting = await engine.db
    .selectFrom('majorIncident')
    .select('id')
    .where('state', 'in', ['declared', 'mitigated', 'ended'])
    .orderBy('id')
    .execute()
  for (const { id } of lasting)
    await engine.inTx(asSystem('desk'), async (tx) => {
      const major = await tx.lock(majorIncident, id)
      const duties = (await dutiesOf(tx.db, [major], engine.zone)).get(id) ?? []
      for (const mark of marksOf(major, duties, now())) await tell(tx, id, mark)
    })
}

async function tell(tx: Tx, id: string, { kind, key, dueAt, rule }: Mark): Promise<void> {
  const { numInsertedOrUpdatedRows: written } = await tx.db
    .insertInto('clockMark')
    .values({ recordId: id, clock: 'major', mark: key, at: tx.now })
    .onConflict((one) => one.doNothing())
    .executeTakeFirst()
  if (!written) return
  await tx.journal(majorIncident, id, `clock-${kind}`, rule ? {} : { nextUpdateAt: [null, dueAt] })
}

export const watchMajorsCrontab = '* * * * * watch-major-incidents'
