import '../../server/tables.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { AnyRecord } from '../../../../record/record.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../../incident/incident.record.ts'
import { priorities } from '../../incident/incident.rules.ts'
import { request } from '../../request/request.record.ts'
import { type Queue, queues } from '../order.rules.ts'

const pageSize = 50
const mostCounted = 1_000
const mostServices = 12

const ticket = z.object({
  record: z.enum(['incident', 'request']),
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: z.string(),
  version: z.int(),
  priority: z.enum(priorities),
  affectsTrading: z.boolean(),
  dueAt: z.iso.datetime().nullable(),
  /** The clock that is due then. */
  clock: z.string().nullable(),
  createdAt: z.iso.datetime(),
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  reporter: z.string().nullable(),
  service: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})

export type Ticket = z.output<typeof ticket>

const count = z.object({ value: z.int(), atLeast: z.boolean() })

/** Where a page ends: the values that the queue is ordered by. */
const cursor = z.object({ due: z.string().max(40), calm: z.boolean(), priority: z.enum(priorities), id: z.uuid() })

export const deskQueue = query({
  path: '/api/desk',
  allow: desk,
  summary:
    'One queue of the desk in the order in which its tickets need a hand, fifty a page; and how many wait in each queue',
  input: z.strictObject({
    queue: z.enum(queues).default('all'),
    service: z.uuid().optional(),
    after: z.string().max(400).optional(),
  }),
  output: z.object({
    items: z.array(ticket),
    next: z.string().nullable(),
    counts: z.record(z.enum(queues), count),
    services: z.array(z.object({ id: z.uuid(), name: z.string(), count })),
    now: z.iso.datetime(),
  }),
  async run({ db, person, now }, { queue, service, after }) {
    const [rows, counts, services] = await Promise.all([
      page(db, person, { queue, service, after: after ? readCursor(after) : undefined }),
      countAll(db, person, service),
      servicesIn(db, person, queue),
    ])
    const items = rows.slice(0, pageSize)
    const last = items.at(-1)
    return {
      items,
      next: last && rows.length > pageSize ? writeCursor(last) : null,
      counts,
      services,
      now,
    }
  },
})

/** A kind of ticket, as its table says what the queue asks. Each has the indexes of migration 0023 for these very expressions. */
interface Kind {
  readonly record: AnyRecord
  readonly open: RawBuilder<boolean>
  readonly titleEn: RawBuilder<unknown>
  readonly reporter: RawBuilder<unknown>
  readonly trading: RawBuilder<unknown>
  readonly calm: RawBuilder<unknown>
  readonly priority: RawBuilder<unknown>
}

const kinds: readonly Kind[] = [
  {
    record: incident,
    open: sql<boolean>`state in ('new', 'assigned', 'in-progress', 'waiting')`,
    titleEn: sql`null::text`,
    reporter: sql`reported_by`,
    trading: sql`affects_trading`,
    calm: sql`not affects_trading`,
    priority: sql`priority`,
  },
  {
    record: request,
    open: sql<boolean>`state in ('approved', 'in-fulfilment', 'waiting')`,
    titleEn: sql`title_en`,
    reporter: sql`coalesce(for_person, created_by)`,
    trading: sql`false`,
    calm: sql`true`,
    priority: sql`case priority when 'high' then 'p2' when 'normal' then 'p3' else 'p4' end`,
  },
]

/** The queue's order: nothing due comes last. What is constant for a kind is left out, so that its index still serves. */
const orderOf = ({ record, priority }: Kind) =>
  record === incident
    ? sql`coalesce(due_at, 'infinity'), not affects_trading, priority, id`
    : sql`coalesce(due_at, 'infinity'), (${priority}), id`

interface Wanted {
  readonly queue: Queue
  readonly service?: string | undefined
  readonly after?: z.output<typeof cursor> | undefined
}

/** Each kind gives its most urgent; names are looked up for the page alone. */
async function page(db: Kysely<Tables>, person: PersonActor, { queue, service, after }: Wanted): Promise<Ticket[]> {
  const of = (kind: Kind) => {
    const beyond = after
      ? sql`and coalesce(due_at, 'infinity') >= ${after.due}::timestamptz
          and (coalesce(due_at, 'infinity'), ${kind.calm}, ${kind.priority}, id)
            > (${after.due}::timestamptz, ${after.calm}, ${after.priority}, ${after.id}::uuid)`
      : sql``
    return sql`(select ${kind.record.name}::text as record, id, number, coalesce(title, number) as title,
        ${kind.titleEn} as title_en, state, version, ${kind.priority} as priority, ${kind.trading} as affects_trading, due_at,
        created_at, assignee, ${kind.reporter} as reporter, service
      from ${sql.table(kind.record.name)}
      where ${inQueue(kind, queue, service, person)} ${beyond} order by ${orderOf(kind)} limit ${pageSize + 1})`
  }
  type Row = Omit<Ticket, 'assignee' | 'service'> & {
    assigneeId: string | null
    assigneeName: string
    serviceId: string | null
    serviceName: string
  }
  const { rows } = await sql<Row>`
    with page as materialized (${sql.join(kinds.map(of), sql` union all `)})
    select t.record, t.id, t.number, t.title, t.title_en, t.state, t.version, t.priority, t.affects_trading, t.due_at, t.created_at,
      (select c.name from clock c where c.record_id = t.id and c.open and c.due_at = t.due_at order by c.name limit 1) as clock,
      a.id as assignee_id, a.name as assignee_name, r.name as reporter, s.id as service_id, s.name as service_name
    from page t left join person a on a.id = t.assignee left join person r on r.id = t.reporter
      left join service s on s.id = t.service
    order by coalesce(t.due_at, 'infinity'), not t.affects_trading, t.priority, t.id limit ${pageSize + 1}`.execute(db)
  return rows.map(({ assigneeId, assigneeName, serviceId, serviceName, ...row }) => ({
    ...row,
    assignee: assigneeId ? { id: assigneeId, name: assigneeName } : null,
    service: serviceId ? { id: serviceId, name: serviceName } : null,
  }))
}

function inQueue(
  { record, open }: Kind,
  queue: Queue,
  service: string | undefined,
  person: PersonActor,
): RawBuilder<boolean> {
  const own: Record<Queue, RawBuilder<boolean>> = {
    mine: sql<boolean>`assignee = ${person.id}`,
    team: person.team ? sql<boolean>`team = ${person.team}` : sql<boolean>`false`,
    unassigned: sql<boolean>`assignee is null`,
    waiting: sql<boolean>`state = 'waiting'`,
    all: sql<boolean>`true`,
  }
  return sql<boolean>`${open} and ${own[queue]} ${service ? sql`and service = ${service}` : sql``}
    and ${condition(record, record.access.read, person)}`
}

/** Each up to a thousand of a kind: nobody waits for the rest. */
async function countAll(db: Kysely<Tables>, person: PersonActor, service: string | undefined) {
  const each = queues.flatMap((queue) =>
    kinds.map(
      (
        kind,
      ) => sql`select ${queue}::text as queue, (select count(*)::int from (select 1 from ${sql.table(kind.record.name)}
        where ${inQueue(kind, queue, service, person)} limit ${mostCounted + 1}) as met) as n`,
    ),
  )
  const { rows } = await sql<{ queue: Queue; n: number }>`${sql.join(each, sql` union all `)}`.execute(db)
  const sum = (queue: Queue) => rows.filter((row) => row.queue === queue).reduce((all, { n }) => all + n, 0)
  return Object.fromEntries(queues.map((queue) => [queue, capped(sum(queue))])) as Record<
    Queue,
    ReturnType<typeof capped>
  >
}

/** The services with most in this queue, of the most urgent thousand of each kind. */
async function servicesIn(db: Kysely<Tables>, person: PersonActor, queue: Queue) {
  const of = (kind: Kind) => sql`(select service from ${sql.table(kind.record.name)}
    where ${inQueue(kind, queue, undefined, person)} order by ${orderOf(kind)} limit ${mostCounted})`
  const { rows } = await sql<{ id: string; name: string; n: number }>`
    select s.id, s.name, count(*)::int as n from (${sql.join(kinds.map(of), sql` union all `)}) as met
      join service s on s.id = met.service
    group by s.id, s.name order by n desc, s.name limit ${mostServices}`.execute(db)
  return rows.map(({ n, ...one }) => ({ ...one, count: capped(n) }))
}

const capped = (n: number) => ({ value: Math.min(n, mostCounted), atLeast: n > mostCounted })

const writeCursor = ({ dueAt, affectsTrading, priority, id }: Ticket): string =>
  Buffer.from(JSON.stringify({ due: dueAt ?? 'infinity', calm: !affectsTrading, priority, id })).toString('base64url')

function readCursor(text: string): z.output<typeof cursor> {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new Refusal('bad-cursor', [
      '翻页标记无效,请从第一页开始。',
      'The page mark is not valid; start from the first page.',
    ])
  }
}
