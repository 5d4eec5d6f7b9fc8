import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { labelOf } from '../../../../platform/db/columns.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { type AnyRecord, tableOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import { dawnIn } from '../../dawn.rules.ts'
import { offenderReaders } from '../../readers.rules.ts'
import type { Control } from '../control.rules.ts'
import { controlStates } from '../state.rules.ts'
import { counts, mustBe, shown, standings, stateSchema, statesNow, words } from './shown.ts'
import '../../server/tables.ts'

const paramShape = z.object({
  name: z.string(),
  words,
  unit: z.string(),
  default: z.number(),
  min: z.number(),
  max: z.number(),
  value: z.number(),
})

export const controlPage = query({
  path: '/api/controls/:id',
  allow: offenderReaders,
  summary: 'A control: how it stands, its measures, and the clauses that name it',
  input: z.strictObject({ id: z.string().min(1).max(12) }),
  output: stateSchema.extend({
    remedy: words,
    version: z.int(),
    subject: z.string(),
    reads: z.array(z.object({ record: z.string(), fields: z.array(z.string()) })),
    minSubjects: z.int(),
    params: z.array(paramShape),
    /** The number of the setting by which it judges; null where it judges by its defaults. */
    setting: z.string().nullable(),
    judgedAt: z.string().nullable(),
    clauses: z.array(
      z.object({ policy: z.string(), title: z.string(), titleEn: z.string().nullable(), key: z.string() }),
    ),
    spans: z.array(z.object({ state: z.enum(controlStates), from: z.string(), to: z.string().nullable(), ...counts })),
  }),
  async run(at, { id }) {
    const control = mustBe(at, id)
    const [states, clauses, spans] = await Promise.all([statesNow(at, id), clausesOf(at, id), spansOf(at, id)])
    const row = states.get(id)
    const sources = [control.subject, ...Object.values(control.with)]
    return {
      ...shown(at, control, row),
      remedy: control.remedy,
      version: Math.abs(control.version),
      subject: control.subject.record.name,
      reads: sources.map(({ record, fields }) => ({ record: record.name, fields: [...fields] })),
      minSubjects: control.minSubjects,
      params: Object.entries(control.params).map(([name, one]) => ({
        name,
        ...one,
        value: row?.params[name] ?? one.default,
      })),
      setting: row?.setting ?? null,
      judgedAt: row?.judgedAt ?? null,
      clauses,
      spans,
    }
  },
})

async function clausesOf({ db }: Reading, id: string) {
  const { rows } = await sql<{ policy: string; title: string; titleEn: string | null; key: string }>`
    select p.number as policy, p.title, p.title_en, clause->>'key' as key from policy p, jsonb_array_elements(p.clauses) clause
    where p.state = 'effective' and clause->'controls' ? ${id} order by p.code`.execute(db)
  return rows
}

type Span = { state: (typeof controlStates)[number]; from: string; to: string | null } & Record<
  (typeof standings)[number],
  number
>

async function spansOf({ db }: Reading, id: string): Promise<Span[]> {
  const { rows } = await sql<Span>`select state, from_at as "from", to_at as "to", ok, bad, excepted, unknown
    from control_state_span where control = ${id} order by from_at desc, turn desc limit 100`.execute(db)
  return rows
}

const itemShape = z.object({
  record: z.string(),
  subject: z.uuid(),
  number: z.string(),
  label: z.string(),
  standing: z.enum(standings),
  text: words,
  proof: z.array(z.object({ record: z.string(), id: z.string(), number: z.string() })),
  since: z.string(),
  until: z.string().nullable(),
  owner: z.string().nullable(),
  /** Judged by a version or by measures that hold no longer: it is about to be judged anew. */
  old: z.boolean(),
})

interface ItemRow {
  readonly subject: string
  readonly number: string
  readonly label: string
  readonly standing: (typeof standings)[number]
  readonly zh: string
  readonly en: string
  readonly proof: { record: string; id: string; number: string }[]
  readonly since: string
  readonly until: string | null
  readonly owner: string | null
  readonly old: boolean
}

const pageOf = 50

export const controlItems = query({
  path: '/api/controls/:id/items',
  allow: offenderReaders,
  summary: 'The subjects of a control that stand so, of those one may read, the latest first; page by page',
  input: z.strictObject({
    id: z.string().min(1).max(12),
    standing: z.enum(standings).default('bad'),
    /** How it was at the end of this date, instead of now. */
    on: z.iso.date().optional(),
    /** As `next` of the page before. */
    after: z.string().max(80).optional(),
  }),
  output: z.object({ items: z.array(itemShape), next: z.string().nullable(), refs: refsSchema }),
  async run(at, { id, standing, on, after }) {
    const control = mustBe(at, id)
    const { record } = control.subject
    const rows = await (on
      ? itemsThen(at, control, { standing, on, after })
      : itemsNow(at, control, { standing, after }))
    const items = rows.slice(0, pageOf)
    const last = rows.length > pageOf ? items.at(-1) : undefined
    const owners = new Set(items.flatMap(({ owner }) => (owner ? [owner] : [])))
    return {
      items: items.map(({ zh, en, ...one }) => ({ record: record.name, ...one, text: [zh, en] as const })),
      next: last ? `${last.since} ${last.subject}` : null,
      refs: await lookUp(at.engine, at.person, new Map([['person', owners]])),
    }
  },
})

interface Asked {
  readonly standing: (typeof standings)[number]
  readonly after: string | undefined
}

/** A subject as the reader may see it, beside its verdict: none where they may not. */
const readable = (record: AnyRecord, { person }: Reading, id: string) =>
  sql`cross join lateral (select number, ${labelOf(record)} as label from ${sql.table(tableOf(record))}
    where id = ${sql.ref(id)} and ${condition(record, record.access.read, person)} offset 0) s`

async function itemsNow(at: Reading, { id, subject: { record } }: Control, { standing, after }: Asked) {
  const [since, subject] = after?.split(' ') ?? []
  const beyond = since && subject ? sql`and (i.since, i.subject) < (${since}::timestamptz, ${subject}::uuid)` : sql``
  const { rows } = await sql<ItemRow>`
    select i.subject, s.number, s.label, i.standing, i.zh, i.en, i.proof, i.since, i.until, i.owner,
      i.sweep <> (select sweep from control_state where control = ${id}) as old
    from control_item i ${readable(record, at, 'i.subject')}
    where i.control = ${id} and i.standing = ${sql.lit(standing)} ${beyond}
    order by i.since desc, i.subject desc limit ${pageOf + 1}`.execute(at.db.withoutPlugins())
  return rows
}

async function itemsThen(at: Reading, control: Control, { standing, on, after }: Asked & { readonly on: string }) {
  const { record } = control.subject
  const end = dawnIn(at.engine.zone)(dayAway(on, 1))
  const [since, subject] = after?.split(' ') ?? []
  const beyond = since && subject ? sql`and (i.from_at, i.subject) < (${since}::timestamptz, ${subject}::uuid)` : sql``
  const { rows } = await sql<ItemRow>`
    select i.subject, s.number, s.label, i.standing, i.zh, i.en, '[]'::jsonb as proof, i.from_at as since, i.to_at as until,
      null::uuid as owner, false as old
    from control_span i ${readable(record, at, 'i.subject')}
    where i.control = ${control.id} and i.standing = ${standing} and i.from_at < ${end}::timestamptz
      and (i.to_at is null or i.to_at >= ${end}::timestamptz) ${beyond}
    order by i.from_at desc, i.subject desc limit ${pageOf + 1}`.execute(at.db.withoutPlugins())
  return rows
}
