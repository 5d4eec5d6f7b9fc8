import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { checkpoint } from '../../checkpoint/checkpoint.record.ts'
import { outOf, valueFaults } from '../../checkpoint/reading.rules.ts'
import '../../server/tables.ts'
import { patrolVisit } from '../patrol-visit.record.ts'
import { judgeReadings } from './judge.ts'

type Visit = RowOf<typeof patrolVisit>

/** Who was there is whoever says so; what was out of range its checkpoint says. */
async function derive(tx: Tx, steps: readonly Step<typeof patrolVisit>[]): Promise<Partial<Visit>[]> {
  const of = await checkpointsOf(tx, steps)
  return steps.map(({ after }) => {
    const at = of.get(after.checkpoint)
    const out = at ? outOf(at.readings, after.values).map(({ name }) => name) : []
    return { title: at?.name ?? null, out, isOut: out.length > 0, visitor: personId(tx.actor) ?? after.visitor }
  })
}

async function checkpointsOf(
  tx: Tx,
  steps: readonly Step<typeof patrolVisit>[],
): Promise<ReadonlyMap<string, Pick<RowOf<typeof checkpoint>, 'name' | 'readings'>>> {
  const ids = [...new Set(steps.map(({ after }) => after.checkpoint))]
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('checkpoint').select(['id', 'name', 'readings']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** A round is walked by its post, along its own route, and every reading is taken. */
async function mayVisit(tx: Tx, visit: Visit): Promise<Fault[]> {
  const [task, at] = await Promise.all([
    tx.db.selectFrom('dutyTask').select(['post', 'route']).where('id', '=', visit.task).executeTakeFirst(),
    tx.db.selectFrom('checkpoint').select(['route', 'readings']).where('id', '=', visit.checkpoint).executeTakeFirst(),
  ])
  if (!task || !at) return []
  const faults = valueFaults(at.readings, visit.values)
  if (task.route !== at.route)
    faults.push(
      fault('checkpoint', 'other-route', '该巡检点不在这次巡检的路线上。', 'It is not on the route of this round.'),
    )
  if (tx.actor.kind === 'person' && !tx.actor.posts.includes(task.post))
    faults.push(fault('task', 'other-post', '这次巡检由其他岗位负责。', 'This round is another post’s.'))
  return faults
}

export const patrolVisitBehaviour = behave(patrolVisit, {
  derive,
  guards: { create: mayVisit },
  effects: { create: judgeReadings },
})
