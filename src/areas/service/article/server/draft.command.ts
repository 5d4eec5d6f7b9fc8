import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { personId } from '../../../../record/actor.ts'
import { fault, Refusal } from '../../../../record/problem.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../../incident/incident.record.ts'
import { article } from '../article.record.ts'
import { bodyFrom } from '../article.rules.ts'

/** In one step from what was just learnt to what others may read. */
export const draftArticle = command({
  path: '/api/articles/from-incident',
  allow: desk,
  summary: 'Drafts an article from a resolved incident: what one sees, why, and what helps',
  input: z.strictObject({ incident: z.uuid() }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, { incident: id }) {
    const row = await tx.lock(incident, id)
    if (!row.resolution)
      throw new Refusal(
        'guarded',
        ['故障解决后才能写成文章。', 'An article is drafted once the incident is resolved.'],
        [fault('incident', 'unresolved', '尚未解决。', 'It is not resolved yet.')],
      )
    const lang = tx.actor.kind === 'person' ? tx.actor.lang : 'zh'
    const { id: made, number } = await tx.create(article, {
      title: row.title.slice(0, 120),
      body: bodyFrom(row, lang),
      language: lang,
      audience: 'desk',
      owner: personId(tx.actor) as string,
      component: row.component,
      service: row.service,
      incidents: [row.id],
    })
    return { id: made, number }
  },
})
