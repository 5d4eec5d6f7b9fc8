import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import '../../server/tables.ts'
import type { requestTask } from '../request-task.record.ts'

export type TaskRow = RowOf<typeof requestTask>

/** The tasks of a request, in the order in which they are read. */
export const tasksOf = (db: Kysely<Tables>, request: string): Promise<TaskRow[]> =>
  db.selectFrom('requestTask').selectAll().where('request', '=', request).orderBy('position').execute()

export const isOpenTask = ({ state }: Pick<TaskRow, 'state'>): boolean => state !== 'done' && state !== 'skipped'

/** Those that wait for nothing any more. */
export const readyAmong = (tasks: readonly TaskRow[]): TaskRow[] => {
  const open = new Set(tasks.filter(isOpenTask).map(({ key }) => key))
  return tasks.filter(({ state, after }) => state === 'waiting' && after.every((key) => !open.has(key)))
}
