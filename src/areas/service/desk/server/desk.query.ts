import '../../server/tables.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { desk, incident } from '../../incident/incident.record.ts'
import { openStates, priorities } from '../../incident/incident.rules.ts'
import { type Queue, queues } from '../order.rules.ts'

const pageSize = 50
const mostCounted = 1_000
const mostServices = 12

const ticket = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: z.enum(openStates),
  version: z.int(),
  priority: z.enum(priorities),
  affectsTrading: z.boolean(),
  dueAt: z.iso.datetime().nullable(),
  /** The clock that is due then. */
  clock: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
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

/** The queue's order, as the indexes of migration 0023 keep it: nothing due comes last. */
const orderBy = sql`coalesce(due_at, 'infinity'), not affects_trading, priority, id`

interface Wanted {
  readonly queue: Queue
  readonly service?: string | undefined
  readonly after?: z.output<typeof cursor> | undefined
}

/** Names are looked up for the page alone. */
async function page(db: Kysely<Tables>, person: PersonActor, { queue, service, after }: Wanted): Promise<Ticket[]> {
  const beyond = after
    ? sql`and (coalesce(due_at, 'infinity'), not affects_trading, priority, id)
        > (${after.due}::timestamptz, ${after.calm}, ${after.priority}, ${after.id}::uuid)`
    : sql``
  type Row = Omit<Ticket, 'assignee' | 'service'> & {
    assigneeId: string | null
    assigneeName: string
    serviceId: string | null
    serviceName: string
  }
  const { rows } = await sql<Row>`
    with page as materialized (select * from incident
      where ${inQueue(queue, service, person)} ${beyond} order by ${orderBy} limit ${pageSize + 1})
    select i.id, i.number, i.title, i.state, i.version, i.priority, i.affects_trading, i.due_at, i.created_at, i.updated_at,
      (select c.name from clock c where c.record_id = i.id and c.open and c.due_at = i.due_at order by c.name limit 1) as clock,
      a.id as assignee_id, a.name as assignee_name, r.name as reporter, s.id as service_id, s.name as service_name
    from page i left join person a on a.id = i.assignee left join person r on r.id = i.reported_by
      left join service s on s.id = i.service
    order by coalesce(i.due_at, 'infinity'), not i.affects_trading, i.priority, i.id`.execute(db)
  return rows.map(({ assigneeId, assigneeName, serviceId, serviceName, ...row }) => ({
    ...row,
    assignee: assigneeId ? { id: assigneeId, name: assigneeName } : null,
    service: serviceId ? { id: serviceId, name: serviceName } : null,
  }))
}

const open = sql<boolean>`state in ('new', 'assigned', 'in-progress', 'waiting')`

function inQueue(queue: Queue, service: string | undefined, person: PersonActor): RawBuilder<boolean> {
  const own: Record<Queue, RawBuilder<boolean>> = {
    mine: sql<boolean>`assignee = ${person.id}`,
    team: person.team ? sql<boolean>`team = ${person.team}` : sql<boolean>`false`,
    unassigned: sql<boolean>`assignee is null`,
    waiting: sql<boolean>`state = 'waiting'`,
    all: sql<boolean>`true`,
  }
  return sql<boolean>`${open} and ${own[queue]} ${service ? sql`and service = ${service}` : sql``}
    and ${condition(incident, incident.access.read, person)}`
}

/** Each up to a thousand: nobody waits for the rest. */
async function countAll(db: Kysely<Tables>, person: PersonActor, service: string | undefined) {
  const each = queues.map(
    (queue) => sql`select ${queue}::text as queue, (select count(*)::int from (select 1 from incident
      where ${inQueue(queue, service, person)} limit ${mostCounted + 1}) as met) as n`,
  )
  const { rows } = await sql<{ queue: Queue; n: number }>`${sql.join(each, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ queue, n }) => [queue, capped(n)])) as Record<Queue, ReturnType<typeof capped>>
}

/** The services with most in this queue, of its most urgent thousand. */
async function servicesIn(db: Kysely<Tables>, person: PersonActor, queue: Queue) {
  const { rows } = await sql<{ id: string; name: string; n: number }>`
    select s.id, s.name, count(*)::int as n from (select service from incident
      where ${inQueue(queue, undefined, person)} order by ${orderBy} limit ${mostCounted}) as met
      join service s on s.id = met.service
    group by s.id, s.name order by n desc, s.name limit ${mostServices}`.execute(db)
  return rows.map(({ n, ...one }) => ({ ...one, count: capped(n) }))
}

const capped = (n: number) => ({ value: Math.min(n, mostCounted), atLeast: n > mostCounted })

const writeCursor = ({ dueAt, affectsTrading, priority, id }: Ticket): string =>
  Buffer.from(JSON.stringify({ due: dueAt ?? 'infinity', calm: !affectsTrading, priority, id })).toString('base64url')

function readCursor(text: string): z.output<typeof cursor> | undefined {
  try {
    return cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data
  } catch {
    return undefined
  }
}
