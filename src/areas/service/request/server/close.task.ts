import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayMs, instantAt } from '../../../../record/time.ts'
import { request } from '../request.record.ts'
import { requestCloseDays } from '../request.settings.ts'

const handful = 500

/** Closes what was fulfilled long enough ago and to which nobody objected, each in a transaction of its own. */
export const closeFulfilled: Task = async (engine) => {
  const until = instantAt(Date.parse(engine.clock.now()) - engine.settings.get(requestCloseDays) * dayMs)
  for (;;) {
    const due = await engine.db
      .selectFrom('request')
      .select('id')
      .where('state', '=', 'fulfilled')
      .where('fulfilledAt', '<=', until)
      .orderBy('fulfilledAt')
      .limit(handful)
      .execute()
    for (const { id } of due) await engine.inTx(asSystem('fulfilment'), (tx) => tx.act(request, id, 'close'))
    if (due.length < handful) return
  }
}

/** At night, in UTC. */
export const closeFulfilledCrontab = '50 18 * * * close-fulfilled-requests'
