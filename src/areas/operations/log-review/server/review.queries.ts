import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { lineSchema, linesOf, type Narrowing } from '../../log-entry/server/lines.ts'
import { logReview } from '../log-review.record.ts'
import { hourIn, standsAsShown, worse } from './figures.ts'

const kind = lineSchema.shape.kind

const reviewAt = async (db: Reading['db'], person: Reading['person'], key: string) =>
  (await readItem(db, logReview, person, key)) as unknown as RowOf<typeof logReview>

/** A figure of a review as the lines that it counts. */
export const reviewedLines = query({
  path: '/api/log-reviews/:id/lines',
  allow: everyone,
  summary: 'The lines that a figure of a log review counts, a hundred a page.',
  input: z.strictObject({
    id: z.string().max(64),
    kind: kind.optional(),
    component: z.uuid().optional(),
    hour: z.coerce.number().int().min(0).max(23).optional(),
    /** Of the period before. */
    before: z.stringbool().default(false),
    after: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(lineSchema), next: z.uuid().nullable() }),
  async run({ db, person, engine }, { id: key, kind: only, component, hour, before, after }) {
    const row = await reviewAt(db, person, key)
    const period = before ? row.reviewed.before : { from: row.startsOn, to: row.endsOn }
    const narrowing: Narrowing[] = [sql`l.trading_day between ${period.from} and ${period.to}`]
    if (only) narrowing.push(sql`l.kind = ${only}`)
    if (component) narrowing.push(sql`l.component = ${component}`)
    if (hour !== undefined) narrowing.push(sql`${hourIn(engine.zone)} = ${hour}`)
    if (component || hour !== undefined) narrowing.push(worse)
    return linesOf(db, narrowing, { after, order: 'oldest' })
  },
})

/** Whether a review still stands, worked out anew. */
export const reviewProof = query({
  path: '/api/log-reviews/:id/proof',
  allow: everyone,
  summary: 'Whether the lines of a log review, and what it shows of them, stand as they did when it was drawn up.',
  input: z.strictObject({ id: z.string().max(64) }),
  output: z.object({ stands: z.boolean() }),
  async run({ db, person }, { id: key }) {
    const { startsOn, endsOn, reviewed, digest } = await reviewAt(db, person, key)
    return { stands: await standsAsShown(db, { from: startsOn, to: endsOn }, reviewed, digest) }
  },
})
