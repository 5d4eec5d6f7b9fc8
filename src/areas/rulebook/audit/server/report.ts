import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { ruleAreas } from '../../areas.rules.ts'
import { grades, type Report, results, standsOn } from '../audit.rules.ts'
import type { AuditRow } from './scope.ts'
import '../../server/tables.ts'

const tally = <K extends string>(keys: readonly K[], values: readonly (string | null)[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, values.filter((one) => one === key).length])) as Record<K, number>

/** An audit's report, from its checklist and its findings as they stand. */
export async function compileReport(db: Kysely<Tables>, row: AuditRow): Promise<Report> {
  const items = await db
    .selectFrom('auditItem')
    .select(['result', 'stood', 'area', 'sample'])
    .where('audit', '=', row.id)
    .orderBy('position')
    .execute()
  const findings = await db
    .selectFrom('finding')
    .select(['number', 'title', 'grade', 'area', 'clause', 'repeatOf'])
    .where('audit', '=', row.id)
    .orderBy('number')
    .execute()
  const subjects = items.flatMap(({ sample }) => sample)
  return {
    asOf: row.asOf,
    seed: row.seed ?? '',
    items: items.length,
    results: tally(
      results,
      items.map(({ result }) => result),
    ),
    stood: tally(
      standsOn,
      items.map(({ stood }) => stood),
    ),
    sampled: subjects.length,
    differing: subjects.filter(({ found }) => found === 'differs').length,
    grades: tally(
      grades,
      findings.map(({ grade }) => grade),
    ),
    repeated: findings.filter(({ repeatOf }) => repeatOf !== null).length,
    areas: ruleAreas.flatMap((area) => {
      const own = items.filter((one) => one.area === area)
      const count = (result: string) => own.filter((one) => one.result === result).length
      return own.length === 0
        ? []
        : [
            {
              area,
              items: own.length,
              nonconforming: count('nonconforming'),
              observations: count('observation'),
              findings: findings.filter((one) => one.area === area).length,
            },
          ]
    }),
    findings: findings.map(({ repeatOf, ...one }) => ({ ...one, repeated: repeatOf !== null })),
    conclusion: row.conclusion ?? '',
  }
}

/** What is signed: SHA-256 in hex over the whole report. */
export const digestOfReport = (report: Report): string => digestOf(canonical(report)).toString('hex')
