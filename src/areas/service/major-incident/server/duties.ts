import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { wallOf } from '../../../../platform/transfer/wall.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf } from '../../../../record/time.ts'
import type { reportingRule } from '../../reporting-rule/reporting-rule.record.ts'
import { applies, type Case } from '../major.rules.ts'

type Rule = RowOf<typeof reportingRule>

/** The rules that apply to each of these, soonest first, verified or not; by id. */
export async function dutiesOf(
  db: Kysely<Tables>,
  cases: readonly (Case & { readonly id: string })[],
  zone: string,
): Promise<Map<string, Rule[]>> {
  const rules = await db
    .selectFrom('reportingRule')
    .selectAll()
    .where('state', '<>', 'withdrawn')
    .orderBy('minutes')
    .orderBy('id')
    .execute()
  const wall = wallOf(zone)
  return new Map(
    cases.map((one) => [one.id, rules.filter((rule) => applies(rule, one, dateOf(wall.at(one.startedAt).day)))]),
  )
}
