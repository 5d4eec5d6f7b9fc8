import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dateIn } from '../../../../record/zone.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { nextReminder } from '../../../rulebook/rulebook.api.ts'
import { undertaking } from '../undertaking.record.ts'
import { gatherUndertakings } from './gather.task.ts'

const pageSize = 200

/** Every morning: who is to sign is looked at once more, and whoever has not signed is reminded as the time comes. */
export const remindUndertakings: Task = async (engine, payload) => {
  await gatherUndertakings(engine, payload)
  const today = dateIn(engine.zone, engine.clock.now())
  let done = pageSize
  while (done === pageSize)
    done = await engine.inTx(asSystem('security'), async (tx) => {
      const due = await tx.db
        .selectFrom('undertaking')
        .select('id')
        .where('state', '=', 'asked')
        .where('remindOn', '<=', today)
        .orderBy('remindOn')
        .orderBy('id')
        .limit(pageSize)
        .execute()
      for (const { id } of due) {
        const { person, dueOn, state, remindOn } = await tx.lock(undertaking, id)
        if (state !== 'asked' || remindOn === null || remindOn > today) continue
        const verb = dueOn < today ? 'overdue' : 'remind'
        const row = await tx.act(undertaking, id, verb, { remindOn: nextReminder(dueOn, today) })
        await tellDue(tx, undertaking, row, verb, [{ is: 'person', id: person }])
      }
      return due.length
    })
}

/** Half past eight in Shanghai. */
export const remindUndertakingsCrontab = '30 0 * * * remind-undertakings'
