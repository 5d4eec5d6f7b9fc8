import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayAway } from '../../../../record/time.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { classReview } from '../class-review.record.ts'

const pageSize = 200
/** So often the classification of what holds data is looked at, and so long somebody has for it. */
const everyDays = 365
const daysToDo = 30

/**
 * Every morning: an asset that holds data and has not been looked at for a year is put before whoever answers for it; what has left
 * is looked at no more.
 */
export const beginReviews: Task = async (engine) => {
  const inPages = async (page: Parameters<typeof engine.inTx<number>>[1]) => {
    while ((await engine.inTx(asSystem('security'), page)) === pageSize);
  }
  await inPages(async (tx) => {
    const { rows } = await sql<{ asset: string; owner: string }>`
      select a.id as asset, a.owner from asset a join asset_category c on c.id = a.category and c.storage
      where a.owner is not null and a.state in ('in-use', 'in-stock', 'in-repair')
        and a.created_at < ${tx.now}::timestamptz - make_interval(days => ${everyDays})
        and not exists (select from class_review r where r.asset = a.id and (r.state in ('due', 'proposed')
          or r.agreed_at > ${tx.now}::timestamptz - make_interval(days => ${everyDays})))
      order by a.id limit ${pageSize}`.execute(tx.db)
    const dueOn = dayAway(tx.today, daysToDo)
    const made = await createAll(
      tx,
      classReview,
      rows.map(({ asset, owner }) => ({ asset, reviewer: owner, dueOn })),
    )
    for (const one of made) await tellGiven(tx, classReview, one, [{ is: 'person', id: one.reviewer }])
    return rows.length
  })
  await inPages(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select r.id from class_review r join asset a on a.id = r.asset
      where r.state in ('due', 'proposed') and a.state in ('retired', 'disposed', 'lost') order by r.id limit ${pageSize}`.execute(
      tx.db,
    )
    for (const { id } of rows) await tx.act(classReview, id, 'lapse')
    return rows.length
  })
}

export const beginReviewsCrontab = '15 0 * * * begin-class-reviews'
