import type { Task } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayAway } from '../../../../record/time.ts'
import type { Who } from '../../../../record/who.ts'
import { dateIn } from '../../../../record/zone.ts'
import { tellDue, tellToday } from '../../../messaging/messaging.api.ts'
import { accessSystem } from '../../access-system/access-system.record.ts'
import { accessReview } from '../access-review.record.ts'
import '../../server/tables.ts'

const pageSize = 100

/**
 * Every morning: reviewers who have not decided all are reminded as the time comes and every day once it is over; the owner of the
 * review hears who is late. Owners of systems hear of what was to be taken away and still is there.
 */
export const remindReviewers: Task = async (engine) => {
  const today = dateIn(engine.zone, engine.clock.now())
  let done = pageSize
  while (done === pageSize)
    done = await engine.inTx(asSystem('access-reviews'), async (tx) => {
      const due = await tx.db
        .selectFrom('accessReview')
        .select('id')
        .where('state', '=', 'running')
        .where('remindOn', '<=', today)
        .orderBy('remindOn')
        .orderBy('id')
        .limit(pageSize)
        .execute()
      for (const { id } of due) await remind(tx, id, today)
      return due.length
    })
  await engine.inTx(asSystem('access-reviews'), tellWaiting)
}

/** Twenty to nine in Shanghai. */
export const remindReviewersCrontab = '40 0 * * * remind-reviewers'

async function remind(tx: Tx, id: string, today: string): Promise<void> {
  const { dueOn, state, remindOn, owner } = await tx.lock(accessReview, id)
  if (state !== 'running' || dueOn === null || remindOn === null || remindOn > today) return
  const verb = dueOn < today ? 'overdue' : 'remind'
  const next = dueOn > today ? dueOn : dayAway(today, 1)
  const row = await tx.act(accessReview, id, verb, { remindOn: next })
  const open = await tx.db
    .selectFrom('accessReviewItem')
    .select('reviewer')
    .distinct()
    .where('review', '=', id)
    .where('state', '=', 'open')
    .execute()
  const who = open.flatMap(({ reviewer }): Who[] => (reviewer ? [{ is: 'person', id: reviewer }] : []))
  await tellDue(tx, accessReview, row, verb, who)
  if (verb === 'overdue' && open.length > 0) await tellDue(tx, accessReview, row, 'late', [{ is: 'person', id: owner }])
}

/** So many days a revoke may wait before its system's owner hears of it, every morning. */
const waitsDays = 3

async function tellWaiting(tx: Tx): Promise<void> {
  const rows = await tx.db
    .selectFrom('accessReviewItem as i')
    .innerJoin('accessSystem as s', 's.id', 'i.system')
    .select(['s.id', 's.owner'])
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('i.state', '=', 'revoking')
    .where('i.decidedAt', '<', `${dayAway(tx.today, -waitsDays)}T00:00:00.000Z`)
    .groupBy(['s.id', 's.owner'])
    .execute()
  for (const { id, owner, n } of rows)
    await tellToday(
      tx,
      accessSystem,
      { id },
      'still-there',
      [{ is: 'person', id: owner }],
      [
        `${n} 项收回决定尚未生效:最近的账号清单里仍然存在。`,
        `${n} revokes have not taken effect: the newest account list still shows them.`,
      ],
    )
}
