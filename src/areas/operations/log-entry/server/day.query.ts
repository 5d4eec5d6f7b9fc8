import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { everyone, holds } from '../../../../record/rule.ts'
import { logReview } from '../../log-review/log-review.record.ts'
import { type LogLine, lineSchema, linesOf, type Narrowing } from './lines.ts'

const { kind } = lineSchema.shape

/** Recurs: at least this many of one kind about one component within so many days, the trading day the last of them. */
const recurs = { times: 3, days: 7 }

const input = z.strictObject({
  tradingDay: z.iso.date(),
  kind: kind.optional(),
  component: z.uuid().optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  /** The id of the last line of the page before. */
  after: z.uuid().optional(),
})

export const logOfDay = query({
  path: '/api/log/day',
  allow: everyone,
  summary: 'The operations log of one trading day, a hundred lines a page, with counts by kind and what recurs.',
  input,
  output: z.object({
    items: z.array(lineSchema),
    next: z.uuid().nullable(),
    /** Of the whole trading day, whatever is filtered. */
    counts: z.array(z.object({ kind, count: z.int() })),
    recurring: z.array(
      z.object({ kind, component: z.object({ id: z.uuid(), name: z.string() }), count: z.int(), days: z.int() }),
    ),
    /** Of the week that it lies in, where it was reviewed or is to be. */
    review: z
      .object({
        number: z.string(),
        state: z.enum(logReview.states),
        by: z.string().nullable(),
        at: z.iso.datetime().nullable(),
      })
      .nullable(),
  }),
  async run({ db, person }, wanted) {
    const { tradingDay, kind: only, component, order, after } = wanted
    const narrowing: Narrowing[] = [sql`l.trading_day = ${tradingDay}`]
    if (only) narrowing.push(sql`l.kind = ${only}`)
    if (component) narrowing.push(sql`l.component = ${component}`)
    const [page, counts, recurring, review] = await Promise.all([
      linesOf(db, narrowing, { order, after }),
      countsOf(db, tradingDay),
      recurringAt(db, tradingDay),
      reviewOf(db, tradingDay),
    ])
    return { ...page, counts, recurring, review: holds(logReview.access.read, person, {}) ? review : null }
  },
})

async function countsOf(db: Kysely<Tables>, tradingDay: string): Promise<{ kind: LogLine['kind']; count: number }[]> {
  const { rows } = await sql<{ kind: LogLine['kind']; count: number }>`
    select kind, count(*)::int as count from log_entry where trading_day = ${tradingDay} group by kind order by kind`.execute(
    db,
  )
  return rows
}

async function recurringAt(db: Kysely<Tables>, tradingDay: string) {
  const { rows } = await sql<{ kind: LogLine['kind']; id: string; name: string; count: number; days: number }>`
    select l.kind, c.id, c.name, count(*)::int as count, count(distinct l.trading_day)::int as days
    from log_entry l join component c on c.id = l.component
    where l.trading_day > ${tradingDay}::date - ${recurs.days}::int and l.trading_day <= ${tradingDay}
      and l.kind <> 'note' and l.severity <> 'info'
    group by l.kind, c.id, c.name having count(*) >= ${recurs.times}::int order by count(*) desc, c.name limit 20`.execute(
    db,
  )
  return rows.map(({ id, name, ...one }) => ({ ...one, component: { id, name } }))
}

async function reviewOf(db: Kysely<Tables>, tradingDay: string) {
  const row = await db
    .selectFrom('logReview as r')
    .leftJoin('person as p', 'p.id', 'r.signedBy')
    .select(['r.number', 'r.state', 'r.signedAt as at', 'r.endsOn', 'p.name as by'])
    .where('r.startsOn', '<=', tradingDay)
    .orderBy('r.startsOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.endsOn < tradingDay) return null
  const { number, state, by, at } = row
  return { number, state, by, at }
}
