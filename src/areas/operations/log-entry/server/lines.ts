import { type Kysely, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../../../../platform/tables.ts'
import { logEntry } from '../log-entry.record.ts'

const pageSize = 100

/** A line of the log, as screens take it. */
export const lineSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(logEntry.fields.kind.choices),
  severity: z.enum(logEntry.fields.severity.choices),
  text: z.string(),
  textEn: z.string().nullable(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  component: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  subject: z.object({ record: z.string(), id: z.string(), number: z.string().nullable() }).nullable(),
})

export type LogLine = z.output<typeof lineSchema>

/** What of the log is asked for, of its lines `l`. */
export type Narrowing = RawBuilder<unknown>

type Row = Omit<LogLine, 'by' | 'component' | 'subject'> & {
  createdBy: string | null
  person: string | null
  componentId: string | null
  componentName: string
  subjectRecord: string | null
  subjectId: string
  subjectNumber: string | null
}

/** A page of lines. Ids are drawn in the order of time, so a page goes on after an id. */
export async function linesOf(
  db: Kysely<Tables>,
  narrowing: readonly Narrowing[],
  { order, after }: { readonly order: 'oldest' | 'newest'; readonly after?: string | undefined },
): Promise<{ items: LogLine[]; next: string | null }> {
  const newest = order === 'newest'
  const all = after ? [...narrowing, newest ? sql`l.id < ${after}` : sql`l.id > ${after}`] : narrowing
  const { rows } = await sql<Row>`
    select l.id, l.number, l.created_at as at, l.kind, l.severity, l.text, l.text_en, l.created_by, p.name as person,
      c.id as component_id, c.name as component_name, l.subject_record, l.subject_id, l.subject_number
    from log_entry l left join person p on p.id = l.created_by left join component c on c.id = l.component
    where ${sql.join(all, sql` and `)}
    order by l.id ${newest ? sql`desc` : sql`asc`} limit ${pageSize + 1}`.execute(db)
  const items = rows.slice(0, pageSize).map(lineOf)
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
}

const lineOf = (row: Row): LogLine => ({
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
})
