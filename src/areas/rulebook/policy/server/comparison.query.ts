import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { readItem } from '../../../../platform/read/item.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { clauseSchema, compareClauses } from '../clause.rules.ts'
import { policy } from '../policy.record.ts'
import '../../server/tables.ts'

type PolicyRow = RowOf<typeof policy>

/** What differs, clause by clause, between two editions of a policy. */
export const policyComparison = query({
  path: '/api/policies/:id/comparison',
  allow: everyone,
  summary: 'What an edition says otherwise than another of the same policy, by default the one before it.',
  input: z.strictObject({ id: z.string().min(1).max(64), with: z.string().min(1).max(64).optional() }),
  output: z.object({
    editions: z.array(z.object({ number: z.string(), edition: z.int(), state: z.string() })),
    /** The other one; null where there is none. */
    before: z.string().nullable(),
    clauses: z.array(
      z.object({
        key: z.string(),
        is: z.enum(['added', 'removed', 'changed', 'same']),
        fields: z.array(z.string()).readonly(),
        before: clauseSchema.nullable(),
        after: clauseSchema.nullable(),
      }),
    ),
  }),
  async run({ db, person }, { id, with: other }) {
    const row = (await readItem(db, policy, person, id)) as unknown as PolicyRow
    const others = (await db
      .selectFrom('policy')
      .selectAll()
      .where('code', '=', row.code)
      .where('id', '<>', row.id)
      .where(condition(policy, policy.access.read, person))
      .orderBy('edition', 'desc')
      .limit(100)
      .execute()) as PolicyRow[]
    const before = other
      ? others.find((one) => one.number === other || one.id === other)
      : others.find(({ edition }) => edition < row.edition)
    return {
      editions: others.map(({ number, edition, state }) => ({ number, edition, state })),
      before: before?.number ?? null,
      clauses: before ? compareClauses(before.clauses, row.clauses) : [],
    }
  },
})
