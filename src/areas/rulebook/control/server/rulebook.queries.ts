import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { everyone, holds } from '../../../../record/rule.ts'
import { attestation } from '../../attestation/attestation.record.ts'
import type { Clause } from '../../policy/clause.rules.ts'
import { policy } from '../../policy/policy.record.ts'
import { offenderReaders } from '../../readers.rules.ts'
import { controlStates } from '../state.rules.ts'
import { catalogueOf } from './held.ts'
import { shown, stateSchema, statesNow, words } from './shown.ts'
import '../../server/tables.ts'

const clauseShape = z.object({
  key: z.string(),
  heading: z.string(),
  headingEn: z.string().nullable(),
  text: z.string(),
  textEn: z.string().nullable(),
  who: z.string().nullable(),
  when: z.string().nullable(),
  controls: z.array(z.string()),
  /** Who says so where no record can; its number for those who may read it. */
  attestation: z
    .object({ number: z.string().nullable(), state: z.string(), dueOn: z.string(), outUntil: z.string().nullable() })
    .nullable(),
})

export const rulebookPage = query({
  path: '/api/rulebook',
  allow: everyone,
  summary: 'The policies in effect, clause by clause, and how each control of theirs stands now',
  input: z.strictObject({}),
  output: z.object({
    policies: z.array(
      z.object({
        code: z.string(),
        number: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        area: z.string(),
        edition: z.int(),
        effectiveOn: z.string().nullable(),
        clauses: z.array(clauseShape),
      }),
    ),
    controls: z.array(stateSchema),
  }),
  async run(at) {
    const [policies, states, attestations] = await Promise.all([
      at.db
        .selectFrom('policy')
        .select(['code', 'number', 'title', 'titleEn', 'area', 'edition', 'effectiveOn', 'clauses'])
        .where('state', '=', 'effective')
        .where(condition(policy, policy.access.read, at.person))
        .orderBy('code')
        .limit(200)
        .execute(),
      statesNow(at),
      attestationsOf(at),
    ])
    return {
      policies: policies.map((one) => ({
        ...one,
        clauses: one.clauses.map((clause) => ({
          ...clauseShown(clause),
          attestation: attestations.get(`${one.code} ${clause.key}`) ?? null,
        })),
      })),
      controls: catalogueOf(at.engine).all.map((one) => shown(at, one, states.get(one.id))),
    }
  },
})

/** What is attested, by the code of the policy and the number of the clause. */
async function attestationsOf({ db, person }: Reading) {
  const rows = await db
    .selectFrom('attestation')
    .select(['policyCode', 'clause', 'number', 'state', 'dueOn', 'outUntil', 'attester'])
    .where('state', '<>', 'retired')
    .limit(2_000)
    .execute()
  return new Map(
    rows.map(({ policyCode, clause, number, attester, ...one }) => [
      `${policyCode} ${clause}`,
      { ...one, number: holds(attestation.access.read, person, { attester }) ? number : null },
    ]),
  )
}

const clauseShown = ({ key, heading, headingEn, text, textEn, who, when, controls: named }: Clause) => ({
  ...{ key, heading, headingEn: headingEn ?? null, text, textEn: textEn ?? null },
  ...{ who: who ?? null, when: when ?? null, controls: named },
})

export const rulebookHistory = query({
  path: '/api/rulebook/history',
  allow: offenderReaders,
  summary: 'How many controls stood how at the end of each day, and which turned since an instant',
  input: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  output: z.object({
    days: z.array(z.object({ date: z.string(), ...Object.fromEntries(controlStates.map((one) => [one, z.int()])) })),
    /** What has turned in the last day, the latest first. */
    turned: z.array(
      z.object({
        id: z.string(),
        title: words,
        from: z.enum(controlStates).nullable(),
        to: z.enum(controlStates),
        at: z.string(),
      }),
    ),
  }),
  async run({ db, now, engine }, { days }) {
    const { rows } = await sql<{ date: string } & Record<string, number>>`
      select to_char(day, 'YYYY-MM-DD') as date, ${sql.join(
        controlStates.map((one) => sql`count(*) filter (where s.state = ${one})::int as ${sql.id(one)}`),
      )}
      from generate_series((${now}::timestamptz at time zone ${engine.zone})::date - ${days - 1}::int,
        (${now}::timestamptz at time zone ${engine.zone})::date, interval '1 day') day
      left join control_state_span s on s.from_at < least((day + interval '1 day') at time zone ${engine.zone}, ${now}::timestamptz + interval '1 second')
        and (s.to_at is null or s.to_at >= least((day + interval '1 day') at time zone ${engine.zone}, ${now}::timestamptz + interval '1 second'))
      group by day order by day`.execute(db.withoutPlugins())
    const since = new Date(Date.parse(now) - 86_400_000).toISOString()
    const { rows: turned } = await sql<{
      control: string
      was: (typeof controlStates)[number] | null
      is: (typeof controlStates)[number]
      at: string
    }>`
      select s.control, s.state as "is", s.from_at as at, (select b.state from control_state_span b
        where b.control = s.control and b.to_at = s.from_at and b.turn < s.turn order by b.from_at desc, b.turn desc limit 1) as was
      from control_state_span s where s.from_at >= ${since} order by s.from_at desc, s.turn desc limit 100`.execute(db)
    return {
      days: rows as never,
      turned: turned.flatMap(({ control: id, was, is, at }) => {
        const title = catalogueOf(engine).of(id)?.title
        return title && was !== is ? [{ id, title, from: was, to: is, at }] : []
      }),
    }
  },
})
