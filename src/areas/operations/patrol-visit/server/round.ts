import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { raiseAlarm, resolveAlarm } from '../../alarm/server/raise.ts'
import { dutyTask } from '../../duty-task/duty-task.record.ts'
import '../../server/tables.ts'

type Task = RowOf<typeof dutyTask>

/** The checkpoints of a round that nobody has been at, in walking order, and the last visit that there was. */
export async function standingOf(db: Kysely<Tables>, { id, route }: Pick<Task, 'id' | 'route'>) {
  const rows = await db
    .selectFrom('checkpoint as c')
    .leftJoin('patrolVisit as v', (on) => on.onRef('v.checkpoint', '=', 'c.id').on('v.task', '=', id))
    .select(['c.name', 'c.nameEn', 'v.visitedAt', 'v.visitor'])
    .where('c.route', '=', route)
    .where((is) => is.or([is('c.state', '=', 'in-use'), is('v.id', 'is not', null)]))
    .orderBy('c.position')
    .orderBy('c.id')
    .execute()
  const visited = rows.filter(({ visitedAt }) => visitedAt !== null)
  const last = visited.sort((a, b) => String(a.visitedAt).localeCompare(String(b.visitedAt))).at(-1)
  return { left: rows.filter(({ visitedAt }) => visitedAt === null), last }
}

/** A round is ended before every checkpoint was visited only with a word why. */
export async function mayEnd(tx: Tx, row: Task): Promise<Fault[]> {
  if (row.route === null || row.note) return []
  const { left } = await standingOf(tx.db, row)
  if (left.length === 0) return []
  const zh = left.map(({ name }) => name).join('、')
  const en = left.map(({ name, nameEn }) => nameEn ?? name).join(', ')
  return [
    fault(
      'note',
      'not-visited',
      `还有巡检点未到:${zh}。要提前结束请写明原因。`,
      `Not visited yet: ${en}. Say why to end the round all the same.`,
    ),
  ]
}

/** One open alarm for each patrol: that its last round, or some of it, was missed. */
const roundKey = ({ duty }: Pick<Task, 'duty'>): string => `round:${duty}`

/** What a round that is over says: an alarm where checkpoints were missed, the end of it where none was. */
export async function judgeRound(tx: Tx, row: Task): Promise<void> {
  if (row.route === null) return
  const { left, last } = await standingOf(tx.db, row)
  if (left.length === 0) {
    await resolveAlarm(tx, roundKey(row), ['其后的巡检已完整完成。', 'A later round was walked whole.'])
    return
  }
  const title = row.titleEn ?? row.title
  await raiseAlarm(tx, {
    key: roundKey(row),
    severity: 'warning',
    title: last
      ? [
          `${row.title}漏检 ${left.length} 个巡检点(${row.dueOn})`,
          `${title}: ${left.length} checkpoints missed (${row.dueOn})`,
        ]
      : [`${row.title}未进行(${row.dueOn})`, `${title} was not walked (${row.dueOn})`],
    about: { record: 'duty-task', id: row.id },
  })
}

/**
 * Ends a round of which the last checkpoint has come in: by whoever walked it, in its window; after it by itself, if all of it was
 * walked in time and only came late. What is to be signed waits for the signature.
 */
export async function endWhole(tx: Tx, id: string): Promise<Task> {
  const row = await tx.lock(dutyTask, id)
  if (row.state === 'done' || row.state === 'to-sign') return row
  const { left, last } = await standingOf(tx.db, row)
  if (left.length > 0 || !last?.visitedAt) return row
  if (row.state === 'due' && tx.now < row.closesAt) return tx.act(dutyTask, id, 'done')
  if (last.visitedAt >= row.closesAt) return row
  return tx.as('patrol').act(dutyTask, id, 'complete', { doneBy: last.visitor, doneAt: last.visitedAt })
}
