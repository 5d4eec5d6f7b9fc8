import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { RuleArea } from '../../areas.rules.ts'
import type { Clause } from '../../policy/clause.rules.ts'
import type { audit } from '../audit.record.ts'
import '../../server/tables.ts'

export type AuditRow = RowOf<typeof audit>

/** An edition that was in effect on the audit's date. */
export interface Edition {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly titleEn: string | null
  readonly area: RuleArea
  readonly owner: string
  readonly clauses: readonly Clause[]
}

/** The policies that an audit looks at, each in the edition that was in effect on its date. */
export async function editionsOf(
  { db }: Pick<Tx, 'db'>,
  { areas, policies, asOf }: Pick<AuditRow, 'areas' | 'policies' | 'asOf'>,
): Promise<Edition[]> {
  const only =
    policies.length > 0 ? sql`and code in (select code from policy where id = any(${policies}::uuid[]))` : sql``
  const { rows } = await sql<Edition>`select distinct on (code) id, code, title, title_en, area, owner, clauses
    from policy where state in ('effective', 'superseded') and effective_on <= ${asOf} and area = any(${areas}::text[])
    ${only} order by code, edition desc`.execute(db)
  return rows
}

/** Who answers for what is audited: the policies, and the areas as a whole. */
export async function ownersOf(tx: Pick<Tx, 'db'>, row: Pick<AuditRow, 'areas' | 'policies' | 'asOf'>) {
  const areas = await tx.db
    .selectFrom('ruleArea')
    .select(['name as title', 'nameEn as titleEn', 'owner'])
    .where('code', 'in', row.areas)
    .where('owner', 'is not', null)
    .orderBy('code')
    .execute()
  return [...(await editionsOf(tx, row)), ...areas]
}
