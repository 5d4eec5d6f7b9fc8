import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'

/** Of offerings `o`: those open to this person, by their department or one above it; those for everybody. */
export const openTo = (person: string): RawBuilder<boolean> => sql<boolean>`(o.for_whom = '{}' or o.for_whom && array(
  with recursive above as (
    select d.id, d.parent from department d join person p on p.department = d.id where p.id = ${person}
    union
    select d.id, d.parent from department d join above on above.parent = d.id
  ) select id from above))`

export async function mayOrder(db: Kysely<Tables>, offering: string, person: string): Promise<boolean> {
  const found = await db
    .selectFrom('offering as o')
    .select('o.id')
    .where('o.id', '=', offering)
    .where(openTo(person))
    .executeTakeFirst()
  return found !== undefined
}
