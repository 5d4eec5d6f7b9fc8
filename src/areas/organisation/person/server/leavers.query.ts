import { sql } from 'kysely'
import { z } from 'zod'
import { approvalsOfLeavers } from '../../../../platform/approval/left.ts'
import { query } from '../../../../platform/area.ts'
import { snake } from '../../../../platform/db/columns.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import type { Field } from '../../../../record/field.ts'
import { type AnyRecord, fieldsOfRecord, tableOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import { openStates } from '../holding.rules.ts'
import { person } from '../person.record.ts'
import '../../server/tables.ts'

const most = 200

const named = z.object({ id: z.uuid(), number: z.string(), name: z.string() })

const approval = z.object({
  id: z.uuid(),
  record: z.string(),
  /** What it is about; null where this reader may not read that. */
  about: z.object({ number: z.string(), label: z.string() }).nullable(),
  verb: z.string(),
  step: z.tuple([z.string(), z.string()]),
  /** It waits for them, or they asked for it. */
  as: z.enum(['asked', 'requester']),
  /** Who may decide in their place. */
  deciders: z.array(named),
  escalation: z.object({ at: z.iso.datetime(), people: z.array(named) }).nullable(),
  isStuck: z.boolean(),
})

const leaver = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  employeeNo: z.string(),
  leftAt: z.iso.datetime().nullable(),
  by: z.string().nullable(),
  roles: z.array(z.string()),
  posts: z.array(z.string()),
  /** Open records, and settings in force, that still name them, by kind and field. */
  open: z.array(z.object({ record: z.string(), field: z.string(), count: z.int() })),
  approvals: z.array(approval),
})

/** Who has left, the last one first, and what still hangs on them. */
export const leavers = query({
  path: '/api/leavers',
  allow: role('admin', 'manager', 'auditor'),
  summary: 'People who have left, and the roles, posts, open work and approvals that still hang on them',
  input: z.strictObject({}),
  output: z.object({ items: z.array(leaver) }),
  run: async ({ engine, person: reader }) => {
    const { rows } = await sql<Omit<z.output<typeof leaver>, 'open' | 'approvals'>>`
      select p.id, p.number, p.name, p.employee_no as "employeeNo", j.at as "leftAt", j.actor_name as by,
        array(select name from role where id = any(p.roles) order by code) as roles,
        array(select name from post where id = any(p.posts) order by code) as posts
      from person p left join lateral (
        select at, actor_name from journal where record_id = p.id and verb = 'leave' order by n desc limit 1
      ) j on true
      where p.state = 'left' order by j.at desc nulls last, p.id limit ${most}`.execute(engine.db)
    const people = rows.map(({ id }) => id)
    const [held, waiting] = [await openWork(engine, people), await approvalsOf(engine, reader, people)]
    return {
      items: rows.map((row) => ({ ...row, open: held.get(row.id) ?? [], approvals: waiting.get(row.id) ?? [] })),
    }
  },
})

type Waiting = z.output<typeof approval>

/** By person: the approvals that wait for them or that they asked for, as this reader may know them. */
async function approvalsOf(
  engine: Engine,
  reader: PersonActor,
  people: readonly string[],
): Promise<Map<string, Waiting[]>> {
  const found = await approvalsOfLeavers(engine, people)
  const wanted = new Map<string, Set<string>>()
  const want = (record: string, ids: readonly string[]) => {
    wanted.set(record, new Set([...(wanted.get(record) ?? []), ...ids]))
  }
  for (const { record, recordId, deciders, escalation } of found) {
    want(record, [recordId])
    want(person.name, [...deciders, ...(escalation?.people ?? [])])
  }
  const refs = await lookUp(engine, reader, wanted)
  const namedIn = (ids: readonly string[]) =>
    ids.flatMap((id) => (refs[id] ? [{ id, number: refs[id].number, name: refs[id].label }] : []))
  const by = new Map<string, Waiting[]>()
  for (const { person: leaver, recordId, deciders, escalation, step, ...rest } of found) {
    const about = refs[recordId]
    const shown: Waiting = {
      ...rest,
      step: [...step],
      about: about ? { number: about.number, label: about.label } : null,
      deciders: namedIn(deciders),
      escalation: escalation && { at: escalation.at, people: namedIn(escalation.people) },
    }
    by.set(leaver, [...(by.get(leaver) ?? []), shown])
  }
  return by
}

type Open = z.output<typeof leaver>['open'][number]

/** By person: how many rows that may still move name them, in which field. What is asked follows from the declarations. */
async function openWork(engine: Engine, people: readonly string[]): Promise<Map<string, Open[]>> {
  const held = new Map<string, Open[]>()
  if (people.length === 0) return held
  for (const { record } of engine.registry.all) {
    const states = openStates(record)
    if (record.name === engine.directory.record.name || states.length === 0) continue
    for (const [field, declared] of fieldsOfRecord(record)) {
      const rows = await naming(engine, record, field, declared, states, people)
      for (const { person, count } of rows) {
        held.set(person, [...(held.get(person) ?? []), { record: record.name, field, count }])
      }
    }
  }
  return held
}

/** How many rows in these states name each of them in a field: as its link, or somewhere within a value of its own shape. */
async function naming(
  engine: Engine,
  record: AnyRecord,
  field: string,
  { kind, to, by, filter }: Field,
  states: readonly string[],
  people: readonly string[],
): Promise<{ person: string; count: number }[]> {
  const column = sql.ref(snake(field))
  const open = sql`state = any(${[...states]})`
  if (kind === 'json') {
    const { rows } = await sql<{ person: string; count: number }>`select who.id as person, count(*)::int as count
      from unnest(${[...people]}::text[]) who(id)
      join ${sql.table(tableOf(record))} on ${column}::text like '%' || who.id || '%'
      where ${open} group by 1`.execute(engine.db)
    return rows
  }
  // What the engine fills and no list is filtered by says who did something, not who has it in hand.
  if (to !== engine.directory.record.name || kind !== 'link' || (by === 'system' && !filter)) return []
  const { rows } = await sql<{ person: string; count: number }>`select ${column} as person, count(*)::int as count
    from ${sql.table(tableOf(record))} where ${column} = any(${[...people]}::uuid[]) and ${open} group by 1`.execute(
    engine.db,
  )
  return rows
}
