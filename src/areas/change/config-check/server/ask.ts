import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { configChecklist } from '../../config-checklist/config-checklist.record.ts'
import { configCheck } from '../config-check.record.ts'

export type Checklist = RowOf<typeof configChecklist>
export type Check = RowOf<typeof configCheck>
export const taskName = 'check-configuration'

/**
 * Asks for a check of a component; it is done once this transaction commits. One that waits already will see what there is to see, and
 * is answered instead.
 */
export async function askForCheck(
  tx: Tx,
  checklist: Checklist,
  component: string,
  { why, change = null }: { why: Check['why']; change?: string | null },
): Promise<Check> {
  // Locked first: two who ask at once get the same check.
  await tx.lock(configChecklist, checklist.id)
  const open = await tx.db
    .selectFrom('configCheck')
    .select('id')
    .where('checklist', '=', checklist.id)
    .where('component', '=', component)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  const by = tx.as('configuration')
  if (open) {
    const waiting = await tx.lock(configCheck, open.id)
    return change && !waiting.change ? by.update(configCheck, open.id, { change, why }) : waiting
  }
  const { name } = await tx.db
    .selectFrom('component')
    .select('name')
    .where('id', '=', component)
    .executeTakeFirstOrThrow()
  const check = await by.create(configCheck, {
    ...{ title: `${checklist.title} · ${name}`, checklist: checklist.id, component, why, change },
    edition: checklist.edition,
  })
  await tx.job(taskName, { id: check.id }, { key: `${taskName} ${check.id}` })
  return check
}
