import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { everyone } from '../../../../record/rule.ts'
import { dateIn } from '../../../../record/zone.ts'
import { policy } from '../../policy/policy.record.ts'
import { type ClauseOf, meeting } from '../coverage.rules.ts'
import '../../server/tables.ts'

/** Which clauses of ours meet which point of a law or standard that is on: read from either side. */
export const coverage = query({
  path: '/api/coverage',
  allow: everyone,
  summary:
    'The points in force of a law or standard that is on, each with the clauses of policies in effect that meet it',
  input: z.strictObject({ pack: z.string().min(1).max(40).optional() }),
  output: z.object({
    packs: z.array(
      z.object({
        number: z.string(),
        code: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        binding: z.string(),
        verified: z.string(),
      }),
    ),
    /** The code of the one whose points these are; null where none is on. */
    pack: z.string().nullable(),
    points: z.array(
      z.object({
        number: z.string(),
        item: z.string(),
        parent: z.string().nullable(),
        title: z.string(),
        titleEn: z.string().nullable(),
        verified: z.string(),
        applies: z.string(),
        changedOn: z.string().nullable(),
        clauses: z.array(z.object({ policy: z.string(), clause: z.string() })),
      }),
    ),
  }),
  async run({ db, person, now, engine }, { pack: code }) {
    const packs = await db
      .selectFrom('pack')
      .select(['id', 'number', 'code', 'title', 'titleEn', 'binding', 'verified'])
      .where('state', '=', 'on')
      .orderBy('code')
      .limit(100)
      .execute()
    const chosen = packs.find((one) => one.code === code) ?? packs[0]
    const shown = packs.map(({ id: _, ...one }) => one)
    if (!chosen) return { packs: shown, pack: null, points: [] }
    const [points, policies] = await Promise.all([
      db
        .selectFrom('obligation')
        .select(['number', 'item', 'parent', 'title', 'titleEn', 'verified', 'applies', 'changedOn'])
        .select(['controls', 'clauses'])
        .where('pack', '=', chosen.id)
        .where('state', '=', 'in-force')
        .where('effectiveFrom', '<=', dateIn(engine.zone, now))
        .orderBy('id')
        .limit(1_000)
        .execute(),
      db
        .selectFrom('policy')
        .select(['code', 'clauses'])
        .where('state', '=', 'effective')
        .where(condition(policy, policy.access.read, person))
        .orderBy('code')
        .limit(200)
        .execute(),
    ])
    const clauses: ClauseOf[] = policies.flatMap((one) =>
      one.clauses.map(({ key, controls }) => ({ policy: one.code, clause: key, controls })),
    )
    const meetingOf = meeting(clauses)
    return {
      packs: shown,
      pack: chosen.code,
      points: points.map(({ controls, clauses: said, ...one }) => ({
        ...one,
        clauses: meetingOf({ controls, clauses: said }).map(({ policy: of, clause }) => ({ policy: of, clause })),
      })),
    }
  },
})
