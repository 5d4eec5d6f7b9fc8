import { sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { audit } from '../audit.record.ts'
import { grades, results, standsOn } from '../audit.rules.ts'
import '../../server/tables.ts'

const tallied = <const K extends readonly [string, ...string[]]>(keys: K) => z.object({ key: z.enum(keys), n: z.int() })

/** How far an audit has come: what was looked at, how it stood on the date, what came of it, and what was found. */
export const auditProgress = beside({
  name: 'progress',
  of: (record) => record.name === audit.name,
  summary:
    'Of an audit: items looked at and left, by area and result; subjects sampled and looked at; findings by grade',
  output: z.object({
    items: z.int(),
    judged: z.int(),
    sampled: z.int(),
    seen: z.int(),
    differing: z.int(),
    results: z.array(tallied(results)),
    stood: z.array(tallied(standsOn)),
    areas: z.array(z.object({ area: z.string(), items: z.int(), judged: z.int(), wrong: z.int() })),
    grades: z.array(tallied(grades)),
    findings: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        grade: z.enum(grades),
        state: z.string(),
        due: z.string().nullable(),
      }),
    ),
  }),
  async run({ db }, _record, { id }) {
    const own = sql`from audit_item where audit = ${id}`
    const { rows: sums } = await sql<{
      items: number
      judged: number
      sampled: number
      seen: number
      differing: number
    }>`
      select count(*)::int as items, count(*) filter (where state = 'judged')::int as judged,
        coalesce(sum(jsonb_array_length(sample)), 0)::int as sampled,
        coalesce(sum((select count(*) from jsonb_array_elements(sample) s where s->>'found' is not null)), 0)::int as seen,
        coalesce(sum((select count(*) from jsonb_array_elements(sample) s where s->>'found' = 'differs')), 0)::int as differing
      ${own}`.execute(db)
    const by = async <K extends string>(column: string, keys: readonly K[]) => {
      const { rows } = await sql<{
        key: K | null
        n: number
      }>`select ${sql.ref(column)} as key, count(*)::int as n ${own}
        group by 1`.execute(db)
      return keys.map((key) => ({ key, n: rows.find((one) => one.key === key)?.n ?? 0 }))
    }
    const { rows: areas } = await sql<{ area: string; items: number; judged: number; wrong: number }>`
      select area, count(*)::int as items, count(*) filter (where state = 'judged')::int as judged,
        count(*) filter (where result = 'nonconforming')::int as wrong ${own} group by area order by min(position)`.execute(
      db,
    )
    const findings = await db
      .selectFrom('finding')
      .select(['number', 'title', 'grade', 'state', 'due'])
      .where('audit', '=', id)
      .orderBy('number')
      .limit(500)
      .execute()
    return {
      ...(sums[0] ?? { items: 0, judged: 0, sampled: 0, seen: 0, differing: 0 }),
      results: await by('result', results),
      stood: await by('stood', standsOn),
      areas,
      grades: grades.map((key) => ({ key, n: findings.filter(({ grade }) => grade === key).length })),
      findings,
    }
  },
})
