import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { wallOf } from '../../../../platform/transfer/wall.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf } from '../../../../record/time.ts'
import type { reportingRule } from '../../reporting-rule/reporting-rule.record.ts'
import { applies } from '../major.rules.ts'
import type { majorIncident } from '../major-incident.record.ts'

type Rule = RowOf<typeof reportingRule>
type Major = Pick<RowOf<typeof majorIncident>, 'id' | 'gravity' | 'startedAt'>

/** The rules that apply to each of these, soonest first, verified or not; by id. */
export async function dutiesOf(
  db: Kysely<Tables>,
  majors: readonly Major[],
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
    majors.map((major) => [
      major.id,
      rules.filter((rule) => applies(rule, major, dateOf(wall.at(major.startedAt).day))),
    ]),
  )
}
