import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { canDo } from '../../../../record/lifecycle.ts'
import { everyone } from '../../../../record/rule.ts'
import '../../server/tables.ts'
import { dutyTask } from '../duty-task.record.ts'

const most = 200

/** For the duty console: the tasks that are open, and those settled on the present trading day. */
export const dutyTasksToday = query({
  path: '/api/duty/tasks',
  allow: everyone,
  summary: 'Tasks of periodic duties that are open now, and those done or missed on the present trading day.',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        version: z.int(),
        title: z.string(),
        titleEn: z.string().nullable(),
        state: z.enum(['due', 'to-sign', 'done', 'missed']),
        late: z.boolean(),
        post: z.string(),
        /** It is a patrol, and walked on a phone. */
        isPatrol: z.boolean(),
        dueOn: z.iso.date(),
        dueBy: z.iso.datetime(),
        closesAt: z.iso.datetime(),
        doneAt: z.iso.datetime().nullable(),
        /** Why it was missed has been said. */
        explained: z.boolean(),
        /** Whether whoever asks may do it. */
        mine: z.boolean(),
      }),
    ),
  }),
  async run({ db, person, now, engine }) {
    const rows = await db
      .selectFrom('dutyTask as t')
      .innerJoin('post as p', 'p.id', 't.post')
      .selectAll('t')
      .select('p.name as postName')
      .where((is) =>
        is.or([
          is('t.state', 'in', ['due', 'to-sign']),
          is.and([is('t.state', 'in', ['done', 'missed']), is('t.tradingDay', '=', engine.tradingDay(now))]),
        ]),
      )
      .orderBy('t.dueBy')
      .limit(most)
      .execute()
    return {
      items: rows.map(({ postName, ...row }) => {
        const can = canDo(dutyTask, row as never, { actor: person, now })
        return {
          ...row,
          post: postName,
          isPatrol: row.route !== null,
          explained: row.missedReason !== null,
          mine: can['done'] === true || can['attest'] === true,
        }
      }),
    }
  },
})
