import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Who } from '../../../../record/who.ts'
import { dateIn } from '../../../../record/zone.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { remindAttesters } from '../../attestation/server/attest.task.ts'
import { readingCampaign } from '../../reading-campaign/reading-campaign.record.ts'
import { gatherReadings } from '../../reading-campaign/server/gather.task.ts'
import { reading } from '../reading.record.ts'
import { nextReminder } from '../reading.rules.ts'
import '../../server/tables.ts'

const pageSize = 200

/**
 * Every morning: who is meant is looked at once more; whoever has not signed is reminded as the time comes, and told when it is
 * over; the owner of the campaign, and the heads of those who are newly late, hear that some are. Whoever is to attest something
 * is told of it too.
 */
export const remindReaders: Task = async (engine, payload) => {
  await gatherReadings(engine, payload)
  const today = dateIn(engine.zone, engine.clock.now())
  const late = new Set<string>()
  let done = pageSize
  while (done === pageSize)
    done = await engine.inTx(asSystem('rulebook'), async (tx) => {
      const due = await tx.db
        .selectFrom('reading')
        .select('id')
        .where('state', '=', 'asked')
        .where('remindOn', '<=', today)
        .orderBy('remindOn')
        .orderBy('id')
        .limit(pageSize)
        .execute()
      for (const { id } of due) {
        const { reader, dueOn, state, remindOn } = await tx.lock(reading, id)
        if (state !== 'asked' || remindOn === null || remindOn > today) continue
        const verb = dueOn < today ? 'overdue' : 'remind'
        const row = await tx.act(reading, id, verb, { remindOn: nextReminder(dueOn, today) })
        await tellDue(tx, reading, row, verb, [{ is: 'person', id: reader }])
        if (verb === 'overdue') late.add(row.campaign)
      }
      return due.length
    })
  for (const id of late)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const campaign = await tx.lock(readingCampaign, id)
      const departments = await tx.db
        .selectFrom('reading')
        .innerJoin('person', 'person.id', 'reading.reader')
        .select('person.department')
        .distinct()
        .where('campaign', '=', id)
        .where('reading.state', '=', 'asked')
        .where('dueOn', '<', today)
        .execute()
      const heads = departments.flatMap(({ department }): Who[] => (department ? [{ is: 'head', department }] : []))
      await tellDue(tx, readingCampaign, campaign, 'late', [{ is: 'person', id: campaign.owner }, ...heads])
    })
  await remindAttesters(engine)
}

/** Half past eight in Shanghai. */
export const remindReadersCrontab = '30 0 * * * remind-readers'
