import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { leaves } from '../../../../record/lifecycle.ts'
import { type AnyRecord, fieldsOfRecord, type Transition, tableOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import '../../server/tables.ts'

const most = 200

const leaver = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  employeeNo: z.string(),
  leftAt: z.iso.datetime().nullable(),
  by: z.string().nullable(),
  roles: z.array(z.string()),
  posts: z.array(z.string()),
  /** Open records that still name them, by kind and field. */
  open: z.array(z.object({ record: z.string(), field: z.string(), count: z.int() })),
})

/** Who has left, the last one first, and what still hangs on them. */
export const leavers = query({
  path: '/api/leavers',
  allow: role('admin', 'manager', 'auditor'),
  summary: 'People who have left, and the roles, posts and open work they still hold',
  input: z.strictObject({}),
  output: z.object({ items: z.array(leaver) }),
  run: async ({ engine }) => {
    const { rows } = await sql<Omit<z.output<typeof leaver>, 'open'>>`
      select p.id, p.number, p.name, p.employee_no as "employeeNo", j.at as "leftAt", j.actor_name as by,
        array(select name from role where id = any(p.roles) order by code) as roles,
        array(select name from post where id = any(p.posts) order by code) as posts
      from person p left join lateral (
        select at, actor_name from journal where record_id = p.id and verb = 'leave' order by n desc limit 1
      ) j on true
      where p.state = 'left' order by j.at desc nulls last, p.id limit ${most}`.execute(engine.db)
    const held = await openWork(
      engine,
      rows.map(({ id }) => id),
    )
    return { items: rows.map((row) => ({ ...row, open: held.get(row.id) ?? [] })) }
  },
})

type Open = z.output<typeof leaver>['open'][number]

/** By person: how many rows that may still move name them, in which field. What is asked follows from the declarations. */
async function openWork(engine: Engine, people: readonly string[]): Promise<Map<string, Open[]>> {
  const held = new Map<string, Open[]>()
  if (people.length === 0) return held
  for (const { record } of engine.registry.all) {
    const states = openStates(record)
    if (record.name === engine.directory.record.name || states.length === 0) continue
    for (const [field, declared] of fieldsOfRecord(record)) {
      if (declared.to !== engine.directory.record.name || declared.kind !== 'link') continue
      // What the engine fills and no list is filtered by says who did something, not who has it in hand.
      if (declared.by === 'system' && !declared.filter) continue
      const column = sql.ref(field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
      const { rows } = await sql<{ person: string; count: number }>`select ${column} as person, count(*)::int as count
        from ${sql.table(tableOf(record))} where ${column} = any(${[...people]}::uuid[])
        and state = any(${states}) group by 1`.execute(engine.db)
      for (const { person, count } of rows) {
        held.set(person, [...(held.get(person) ?? []), { record: record.name, field, count }])
      }
    }
  }
  return held
}

/** The states from which a record still goes somewhere. */
const openStates = (record: AnyRecord): string[] =>
  record.states.filter((state) =>
    (Object.values(record.transitions) as Transition[]).some((transition) => leaves(transition, state)),
  )
