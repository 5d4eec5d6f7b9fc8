import type { Tx } from '../../../../platform/tx.ts'
import { answersOf } from '../../offering/answers.rules.ts'
import { tasksFor } from '../../offering/task.rules.ts'
import { request } from '../../request/request.record.ts'
import { offeringOf, type RequestRow } from '../../request/server/order.ts'
import { requestTask } from '../request-task.record.ts'
import { isOpenTask, readyAmong, tasksOf } from './order.ts'

/** Makes the tasks for which the answers ask, and makes ready those that wait for nothing. */
export async function makeTasks(tx: Tx, row: RequestRow): Promise<void> {
  const { form, tasks } = await offeringOf(tx, row)
  const system = tx.as('fulfilment')
  const { answers } = answersOf(form, row.answers)
  for (const [n, task] of tasksFor(tasks, form, answers).entries())
    await system.create(requestTask, {
      request: row.id,
      position: n + 1,
      key: task.key,
      title: task.title,
      titleEn: task.titleEn ?? null,
      instructions: task.instructions ?? null,
      instructionsEn: task.instructionsEn ?? null,
      after: task.after,
      team: task.team ?? row.team,
    })
  await release(system, row.id)
}

async function release(system: Tx, id: string): Promise<void> {
  for (const task of readyAmong(await tasksOf(system.db, id))) await system.act(requestTask, task.id, 'release')
}

/** What follows when a task has ended: others become ready; after the last, the request is fulfilled. */
export async function goOn(tx: Tx, id: string): Promise<void> {
  const system = tx.as('fulfilment')
  // Locked first: the last two tasks may be done at once, and one of them must see the other.
  const { state } = await system.lock(request, id)
  await release(system, id)
  const tasks = await tasksOf(tx.db, id)
  const isWorked = state === 'approved' || state === 'in-fulfilment' || state === 'waiting'
  if (isWorked && !tasks.some(isOpenTask)) await system.act(request, id, 'fulfil')
}

/** The request has come to another end: nothing of it is left to do. */
export async function dropTasks(tx: Tx, { id }: RequestRow, reason: string | null): Promise<void> {
  const system = tx.as('fulfilment')
  for (const task of (await tasksOf(tx.db, id)).filter(isOpenTask))
    await system.act(requestTask, task.id, 'skip', { skipReason: reason ?? '—' })
}
