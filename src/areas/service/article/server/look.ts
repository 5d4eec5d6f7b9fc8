import { type Kysely, sql } from 'kysely'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { all } from '../../../../record/rule.ts'
import '../../server/tables.ts'
import { article, inForce } from '../article.record.ts'

/** An article as an answer to a question. */
export interface Answer {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly category: RowOf<typeof article>['category']
  /** How it goes on below its title. */
  readonly beginning: string
}

/**
 * Articles that may answer a question in a person's own words, the nearest first. Not every word of it must be there, as it must
 * in a list: of its pieces a quarter, and those in a title count for more.
 */
export async function answersTo(
  db: Kysely<Tables>,
  person: PersonActor,
  question: string,
  limit: number,
): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    with asked as (
      select array_agg(piece) as pieces, string_agg(quote_literal(piece), ' | ')::tsquery as query
      from unnest(tsvector_to_array(search_terms(${question}, 'A'))) as piece
      where length(piece) > 1 or char_length(${question}) = 1)
    select id, number, title, category, left(body, 160) as beginning
    from article, asked
    where search @@ query and ${condition(article, all(article.access.read, inForce), person)}
      and (select count(*) from unnest(tsvector_to_array(search)) as one where one = any(pieces)) * 4 >= cardinality(pieces)
    order by ts_rank('{0.1, 0.1, 0.2, 1}', search, query) desc, id desc
    limit ${limit}`.execute(db.withoutPlugins())
  return rows
}
