import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { searchFor } from '../../../../platform/read/search.ts'
import { everyone } from '../../../../record/rule.ts'
import { article } from '../../article/article.record.ts'
import { answersTo } from '../../article/server/look.ts'
import { incident } from '../../incident/incident.record.ts'

const most = 6

/** What the portal's one box finds: answers first, then one's own matters. */
export const portalSearch = query({
  path: '/api/portal/search',
  allow: everyone,
  summary: 'Articles that may answer a question, and one’s own matters that name it',
  input: z.strictObject({ q: z.string().trim().min(1).max(200) }),
  output: z.object({
    articles: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        category: z.enum(article.fields.category.choices),
        beginning: z.string(),
      }),
    ),
    mine: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), state: z.string() })),
  }),
  async run({ db, person }, { q }) {
    const mine = db
      .selectFrom('incident')
      .select(['id', 'number', 'title', 'state'])
      .where((one) => one.or([one('createdBy', '=', person.id), one('reportedBy', '=', person.id)]))
      .where(condition(incident, incident.access.read, person))
      .where(searchFor(incident, q))
      .orderBy('id', 'desc')
      .limit(most)
    const [articles, own] = await Promise.all([answersTo(db, person, q, most), mine.execute()])
    return { articles, mine: own }
  },
})
