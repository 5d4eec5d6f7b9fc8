import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import '../../server/tables.ts'
import { changesOf, compareParameters, compareSteps } from '../compare.rules.ts'
import { runbook } from '../runbook.record.ts'
import type { RunbookRow } from './steps.ts'

const change = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })

const ownFields = ['title', 'titleEn', 'kind', 'purpose', 'mirrors', 'schedule', 'startBy', 'dueAnchor']

/** What differs between two editions of a runbook. */
export const runbookComparison = query({
  path: '/api/runbooks/:id/comparison',
  allow: everyone,
  summary: 'What an edition says otherwise than another of the same runbook, by default the one before it.',
  input: z.strictObject({ id: z.string().min(1).max(64), with: z.string().min(1).max(64).optional() }),
  output: z.object({
    editions: z.array(z.object({ number: z.string(), edition: z.int(), state: z.string() })),
    /** The earlier one; null where there is no other. */
    before: z.string().nullable(),
    changes: z.array(change).readonly(),
    steps: z.array(
      z.object({
        key: z.string(),
        title: z.tuple([z.string(), z.string()]).readonly(),
        is: z.enum(['added', 'removed', 'changed', 'same']),
        moved: z.boolean(),
        changes: z.array(change).readonly(),
      }),
    ),
  }),
  async run({ db, person }, { id, with: other }) {
    const row = (await readItem(db, runbook, person, id)) as unknown as RunbookRow
    const editions = (await db
      .selectFrom('runbook')
      .selectAll()
      .where('code', '=', row.code)
      .orderBy('edition', 'desc')
      .limit(200)
      .execute()) as RunbookRow[]
    const others = editions.filter((one) => one.id !== row.id)
    const before = other
      ? others.find((one) => one.number === other || one.id === other)
      : others.find(({ edition }) => edition < row.edition)
    return {
      editions: others.map(({ number, edition, state }) => ({ number, edition, state })),
      before: before?.number ?? null,
      changes: before
        ? [...changesOf(ownFields, before, row), ...compareParameters(before.parameters, row.parameters)]
        : [],
      steps: before ? compareSteps(before.steps, row.steps) : [],
    }
  },
})
