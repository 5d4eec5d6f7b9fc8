import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { requestTask } from '../../request-task/request-task.record.ts'
import { tasksOf } from '../../request-task/server/order.ts'
import '../../server/tables.ts'
import { request } from '../request.record.ts'
import { namedIn, type RequestRow } from './order.ts'

const task = z.object({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: z.enum(requestTask.states as [string, ...string[]]),
  /** Positions of those that come before. */
  after: z.array(z.int()),
  team: z.uuid().nullable(),
  assignee: z.uuid().nullable(),
  skipReason: z.string().nullable(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})

/** `GET /api/requests/{id}/progress`: how far it has come, for whoever may read the request, with the names its answers mean. */
export const progress = beside({
  name: 'progress',
  of: (record) => record.name === request.name,
  summary: 'The tasks of a request as the requester sees them, and the names behind its answers',
  output: z.object({ items: z.array(task), done: z.int(), refs: refsSchema }),
  async run({ db, person, engine }, _record, row) {
    const { offering, answers } = row as unknown as RequestRow
    const tasks = await tasksOf(db, row.id)
    const { form } = await db.selectFrom('offering').select('form').where('id', '=', offering).executeTakeFirstOrThrow()
    const wanted = new Map([...namedIn(form, answers)].map(([kind, ids]) => [kind, new Set(ids.values())]))
    const people = new Set([...(wanted.get('person') ?? []), ...tasks.flatMap(({ assignee }) => assignee ?? [])])
    const teams = new Set(tasks.flatMap(({ team }) => team ?? []))
    const at = new Map(tasks.map(({ key, position }) => [key, position]))
    return {
      items: tasks.map((one) => ({ ...one, after: one.after.flatMap((key) => at.get(key) ?? []) })),
      done: tasks.filter(({ state }) => state === 'done').length,
      refs: await lookUp(engine, person, new Map([...wanted, ['person', people], ['team', teams]])),
    }
  },
})
