import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'

const verdict = z.enum(['solved', 'helpful', 'not-helpful'])

/** What its readers said of an article, and what one said oneself. */
export const articleSaid = beside({
  name: 'said',
  of: ({ name }) => name === 'article',
  summary: 'How many an article helped, and how many questions it spared',
  output: z.object({ solved: z.int(), helpful: z.int(), notHelpful: z.int(), mine: verdict.nullable() }),
  async run({ db, person }, _record, { id }) {
    const rows = await db
      .selectFrom('articleFeedback')
      .select(['verdict', (one) => one.fn.countAll<string>().as('n')])
      .where('article', '=', id)
      .groupBy('verdict')
      .execute()
    const mine = await db
      .selectFrom('articleFeedback')
      .select('verdict')
      .where('article', '=', id)
      .where('person', '=', person.id)
      .executeTakeFirst()
    const count = (wanted: string) => Number(rows.find((row) => row.verdict === wanted)?.n ?? 0)
    return {
      solved: count('solved'),
      helpful: count('helpful'),
      notHelpful: count('not-helpful'),
      mine: mine?.verdict ?? null,
    }
  },
})
