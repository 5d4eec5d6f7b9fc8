import { sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { problem } from '../problem.record.ts'
import { signatureOf } from '../signature.rules.ts'

/** On an incident: known errors of its component or of the same words, and what helps meanwhile. */
export const knownErrors = beside({
  name: 'known-errors',
  of: ({ name }) => name === 'incident',
  summary: 'Known errors that it may be a case of, with their workarounds, the nearest first',
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        state: z.string(),
        workaround: z.string(),
        mine: z.boolean(),
      }),
    ),
  }),
  async run({ db, person }, _record, row) {
    const { id, title, component } = row as unknown as { id: string; title: string; component: string | null }
    const signature = signatureOf(title).slice(0, 200)
    const near = sql<number>`(case when incidents @> array[${id}::uuid] then 3 else 0 end
      + case when signature = ${signature} then 2 else 0 end
      + case when component = ${component}::uuid then 1 else 0 end)`
    const items = await db
      .selectFrom('problem')
      .select(['id', 'number', 'title', 'state', 'workaround'])
      .select(sql<boolean>`incidents @> array[${id}::uuid]`.as('mine'))
      .where('state', 'in', ['known-error', 'fix-in-change'])
      .where('workaround', 'is not', null)
      .where(condition(problem, problem.access.read, person))
      .where(sql<boolean>`(${near} > 0 or ${sharesWords(title)})`)
      .orderBy(near, 'desc')
      .orderBy('id', 'desc')
      .limit(5)
      .execute()
    return { items: items.map((one) => ({ ...one, workaround: one.workaround as string })) }
  },
})

/** At least half of the pieces of what it is called stand in the title too. */
const sharesWords = (title: string) => sql<boolean>`(
  select count(*) filter (where piece = any(tsvector_to_array(search_terms(${title}, 'A')))) * 2 >= count(*)
  from unnest(tsvector_to_array(search_terms(problem.title, 'A'))) as piece where length(piece) > 1)`
