import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayMs } from '../../../../record/time.ts'
import { incident } from '../incident.record.ts'
import { closeDays } from '../incident.settings.ts'

const handful = 500

/** Closes what was resolved long enough ago and to which nobody objected, each in a transaction of its own. */
export const closeResolved: Task = async (engine) => {
  const until = new Date(Date.parse(engine.clock.now()) - engine.settings.get(closeDays) * dayMs).toISOString()
  for (;;) {
    const due = await engine.db
      .selectFrom('incident')
      .select('id')
      .where('state', '=', 'resolved')
      .where('resolvedAt', '<=', until)
      .orderBy('resolvedAt')
      .limit(handful)
      .execute()
    for (const { id } of due) await engine.inTx(asSystem('desk'), (tx) => tx.act(incident, id, 'close'))
    if (due.length < handful) return
  }
}

/** At night, in UTC. */
export const closeResolvedCrontab = '40 18 * * * close-resolved-incidents'
