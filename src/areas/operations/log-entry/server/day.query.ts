import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { everyone } from '../../../../record/rule.ts'
import { logEntry } from '../log-entry.record.ts'

const kind = z.enum(logEntry.fields.kind.choices)
const pageSize = 100

/** Recurs: at least this many of one kind about one component within so many days, the trading day the last of them. */
const recurs = { times: 3, days: 7 }

const line = z.object({
  id: z.uuid(),
  number: z.string(),
  at: z.iso.datetime(),
  kind,
  severity: z.enum(logEntry.fields.severity.choices),
  text: z.string(),
  textEn: z.string().nullable(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  component: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  subject: z.object({ record: z.string(), id: z.string(), number: z.string().nullable() }).nullable(),
})

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
    items: z.array(line),
    next: z.uuid().nullable(),
    /** Of the whole trading day, whatever is filtered. */
    counts: z.array(z.object({ kind, count: z.int() })),
    recurring: z.array(
      z.object({ kind, component: z.object({ id: z.uuid(), name: z.string() }), count: z.int(), days: z.int() }),
    ),
  }),
  async run({ db }, wanted) {
    const rows = await page(db, wanted)
    const [counts, recurring] = await Promise.all([countsOf(db, wanted.tradingDay), recurringAt(db, wanted.tradingDay)])
    const items = rows.slice(0, pageSize)
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null, counts, recurring }
  },
})

type Wanted = z.output<typeof input>
type Line = z.output<typeof line>
type Row = Omit<Line, 'by' | 'component' | 'subject'> & {
  createdBy: string | null
  person: string | null
  componentId: string | null
  componentName: string
  subjectRecord: string | null
  subjectId: string
  subjectNumber: string | null
}

/** Ids are drawn in the order of time, so a page goes on after an id. */
async function page(db: Kysely<Tables>, { tradingDay, kind: only, component, order, after }: Wanted): Promise<Line[]> {
  const newest = order === 'newest'
  const { rows } = await sql<Row>`
    select l.id, l.number, l.created_at as at, l.kind, l.severity, l.text, l.text_en, l.created_by, p.name as person,
      c.id as component_id, c.name as component_name, l.subject_record, l.subject_id, l.subject_number
    from log_entry l left join person p on p.id = l.created_by left join component c on c.id = l.component
    where l.trading_day = ${tradingDay}
      ${only ? sql`and l.kind = ${only}` : sql``}
      ${component ? sql`and l.component = ${component}` : sql``}
      ${after ? (newest ? sql`and l.id < ${after}` : sql`and l.id > ${after}`) : sql``}
    order by l.id ${newest ? sql`desc` : sql`asc`} limit ${pageSize + 1}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    at: row.at,
    kind: row.kind,
    severity: row.severity,
    text: row.text,
    textEn: row.textEn,
    by: row.createdBy ? { id: row.createdBy, name: row.person ?? '' } : null,
    component: row.componentId ? { id: row.componentId, name: row.componentName } : null,
    subject: row.subjectRecord ? { record: row.subjectRecord, id: row.subjectId, number: row.subjectNumber } : null,
  }))
}

async function countsOf(db: Kysely<Tables>, tradingDay: string): Promise<{ kind: Line['kind']; count: number }[]> {
  const { rows } = await sql<{ kind: Line['kind']; count: number }>`
    select kind, count(*)::int as count from log_entry where trading_day = ${tradingDay} group by kind order by kind`.execute(
    db,
  )
  return rows
}

async function recurringAt(db: Kysely<Tables>, tradingDay: string) {
  const { rows } = await sql<{ kind: Line['kind']; id: string; name: string; count: number; days: number }>`
    select l.kind, c.id, c.name, count(*)::int as count, count(distinct l.trading_day)::int as days
    from log_entry l join component c on c.id = l.component
    where l.trading_day > ${tradingDay}::date - ${recurs.days}::int and l.trading_day <= ${tradingDay}
      and l.kind <> 'note' and l.severity <> 'info'
    group by l.kind, c.id, c.name having count(*) >= ${recurs.times}::int order by count(*) desc, c.name limit 20`.execute(
    db,
  )
  return rows.map(({ id, name, ...one }) => ({ ...one, component: { id, name } }))
}
