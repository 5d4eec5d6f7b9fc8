import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { type Within, withinOf } from '../result.rules.ts'

type Place = { readonly id: string; readonly parent: string | null }

/** How these places lie in others, from their ways up alone; without any, how all places do. */
export async function placesWithin(db: Kysely<Tables>, ids?: readonly string[]): Promise<Within> {
  const { rows } = ids
    ? await sql<Place>`with recursive up as (
          select id, parent from location where id = any(${[...ids]}::uuid[])
          union select l.id, l.parent from location l join up on l.id = up.parent
        ) select id, parent from up`.execute(db)
    : await sql<Place>`select id, parent from location`.execute(db)
  return withinOf(new Map(rows.map(({ id, parent }) => [id, parent])))
}
