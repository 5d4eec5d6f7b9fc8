import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { beside, type Reading } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { isOpen } from '../../../../platform/sides/private.ts'
import { drill } from '../drill.record.ts'
import { lines, linesOf, type Objectives } from '../measure.rules.ts'
import { type DrillRow, inItsTime, measured } from './course.ts'

const mostMoments = 400

const moment = z.object({
  at: z.iso.datetime(),
  record: z.string(),
  id: z.uuid(),
  number: z.string(),
  title: z.string().nullable(),
  verb: z.string(),
  by: z.uuid().nullable(),
  byName: z.string(),
  state: z.string().nullable(),
  text: z.string().nullable(),
})

export type Moment = z.output<typeof moment>

/** Verbs that say nothing of the course of things. */
const silent = ['update', 'link', 'unlink', 'attach', 'detach', 'edit-comment', 'withdraw-comment', 'count']

/** What happened in its time, from the journals of the drill itself, its faults, alarms, incidents, its run with steps, and its actions. */
export async function momentsOf({ db, now }: Pick<Reading, 'db' | 'now'>, row: DrillRow): Promise<Moment[]> {
  const { rows } = await sql<Moment>`with around as (
      select ${row.id}::uuid as id, 'drill' as record
      union select f.id, 'drill-fault' from drill_fault f where f.drill = ${row.id}
      union select t.id, t.record from (${inItsTime(row, now)}) t
      union select r.id, 'run' from run r where r.id = ${row.run}
      union select s.id, 'run-step' from run_step s where s.run = ${row.run}
      union select a.id, 'action' from action a where a.drill = ${row.id}
    )
    select j.at, around.record, around.id, coalesce(d.number, f.number, l.number, i.number, r.number, s.number, a.number) as number,
      coalesce(f.title, l.title, i.title, s.title, a.title) as title, j.verb, j.actor as by, j.actor_name as by_name,
      j.changes #>> '{state,1}' as state, c.text
    from around join journal j on j.record_id = around.id and j.record = around.record
      left join drill d on d.id = around.id left join drill_fault f on f.id = around.id
      left join alarm l on l.id = around.id left join incident i on i.id = around.id
      left join run r on r.id = around.id left join run_step s on s.id = around.id
      left join action a on a.id = around.id
      left join comment c on j.verb = 'comment' and c.id = (j.changes #>> '{comment,1,id}')::uuid
    where ${isOpen} and j.verb <> all(${silent}::text[])
      -- What its run and faults had been before it began, and what becomes of an alarm long after it, is another story.
      and (around.record in ('drill', 'action') or j.at between ${row.startedAt} and ${row.finishedAt ?? now})
    order by j.at, j.id limit ${mostMoments}`.execute(db)
  return rows
}

export const drillCourse = beside({
  name: 'course',
  of: ({ name }) => name === drill.name,
  summary:
    'Of a drill: what happened in its time as the journals have it, and what it came to so far against its objectives',
  output: z.object({
    lines: z.array(
      z.object({ name: z.enum(lines), objective: z.number(), took: z.number().nullable(), met: z.boolean() }),
    ),
    items: z.array(moment),
    refs: refsSchema,
  }),
  async run(at, _record, given) {
    const row = given as unknown as DrillRow
    const came = await measured(at.db, row, at.now)
    const items = row.startedAt === null ? [] : await momentsOf(at, row)
    const people = new Set(items.flatMap(({ by }) => by ?? []))
    return {
      lines:
        came && row.restoreMinutes !== null ? linesOf(row as Objectives, { ...came, loss: row.loss }, row.kind) : [],
      items,
      refs: await lookUp(at.engine, at.person, new Map([['person', people]])),
    }
  },
})
