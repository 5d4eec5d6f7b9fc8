import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import { type Conflict, conflictsOf } from '../../duty-separation/conflict.rules.ts'
import type { accessGrant } from '../access-grant.record.ts'
import { liveStates } from '../access-grant.rules.ts'

export type GrantRow = RowOf<typeof accessGrant>
type Db = Kysely<Tables>

/** The right of a grant and its system. */
export const rightOf = (db: Db, { accessRight }: Pick<GrantRow, 'accessRight'>) =>
  db
    .selectFrom('accessRight as r')
    .innerJoin('accessSystem as s', 's.id', 'r.system')
    .select(['r.name', 'r.posts', 'r.state', 'r.system', 'r.privileged', 's.owner', 's.state as systemState'])
    .where('r.id', '=', accessRight)
    .executeTakeFirst()

export const holderOf = (db: Db, { person }: Pick<GrantRow, 'person'>) =>
  db.selectFrom('person').select(['name', 'posts', 'department', 'state']).where('id', '=', person).executeTakeFirst()

/** What its holder has or will have in conflict with it, by the rules in force. */
export async function conflictsWith(
  db: Db,
  row: Pick<GrantRow, 'id' | 'person' | 'accessRight'>,
): Promise<readonly Conflict[]> {
  const rules = await db
    .selectFrom('dutySeparation')
    .select(['id', 'number', 'title', 'titleEn', 'first', 'second'])
    .where('state', '=', 'active')
    .where(sql<boolean>`${row.accessRight}::uuid = any(first || second)`)
    .orderBy('number')
    .execute()
  if (rules.length === 0) return []
  const held = await db
    .selectFrom('accessGrant')
    .select(['id', 'number', 'title', 'accessRight'])
    .where('person', '=', row.person)
    .where('state', 'in', [...liveStates])
    .where('id', '<>', row.id)
    // A pair that the other carries was agreed to with the other.
    .where(sql<boolean>`not conflicts_with @> array[${row.id}::uuid]`)
    .orderBy('number')
    .execute()
  return conflictsOf(row.accessRight, held, rules)
}

/** Conflicts as a grant keeps them. */
export const keptAs = (conflicts: readonly Conflict[]): Pick<GrantRow, 'separations' | 'conflictsWith'> => ({
  separations: [...new Set(conflicts.map(({ rule }) => rule.id))].sort(),
  conflictsWith: [...new Set(conflicts.map(({ grant }) => grant.id))].sort(),
})
