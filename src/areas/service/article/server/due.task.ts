import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dateIn } from '../../../../record/zone.ts'
import { article } from '../article.record.ts'

/** Every night: what is to be looked at again today or before. Each in its own transaction; its owner watches it. */
export const reviewArticles: Task = async (engine) => {
  const due = await engine.db
    .selectFrom('article')
    .select('id')
    .where('state', '=', 'published')
    .where('reviewOn', '<=', dateIn(engine.zone, engine.clock.now()))
    .orderBy('id')
    .execute()
  for (const { id } of due)
    await engine.inTx(asSystem('review'), async (tx) => {
      const { state } = await tx.lock(article, id)
      if (state === 'published') await tx.act(article, id, 'fall-due')
    })
}

/** Five past midnight in Shanghai. */
export const reviewArticlesCrontab = '5 16 * * * review-articles'
