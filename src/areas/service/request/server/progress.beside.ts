import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { requestTask } from '../../request-task/request-task.record.ts'
import { tasksOf } from '../../request-task/server/order.ts'
import '../../server/tables.ts'
import { request } from '../request.record.ts'

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

/** `GET /api/requests/{id}/progress`: how far it has come, for whoever may read the request. */
export const progress = beside({
  name: 'progress',
  of: (record) => record.name === request.name,
  summary: 'The tasks of a request as the requester sees them',
  output: z.object({ items: z.array(task), done: z.int(), refs: refsSchema }),
  async run({ db, person, engine }, _record, row) {
    const tasks = await tasksOf(db, row.id)
    const people = new Set(tasks.flatMap(({ assignee }) => assignee ?? []))
    const teams = new Set(tasks.flatMap(({ team }) => team ?? []))
    const at = new Map(tasks.map(({ key, position }) => [key, position]))
    return {
      items: tasks.map((one) => ({ ...one, after: one.after.flatMap((key) => at.get(key) ?? []) })),
      done: tasks.filter(({ state }) => state === 'done').length,
      refs: await lookUp(
        engine,
        person,
        new Map([
          ['person', people],
          ['team', teams],
        ]),
      ),
    }
  },
})
