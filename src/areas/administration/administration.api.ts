import type { Tx } from '../../platform/tx.ts'
import type { RowOf } from '../../record/record.ts'
import './server/tables.ts'
import { target } from './target/target.record.ts'

export { type Planned, plannedBetween } from './schedule/plan.rules.ts'
export { recurrenceFaults } from './schedule/schedule.rules.ts'
export { type ForeseenOne, foreseenOf } from './schedule/server/foreseen.ts'
export { dueBetween } from './schedule/server/tick.ts'
export { calendarInForce, type LaidOut } from './working-calendar/server/calendar.store.ts'

/** What a clock has to reach, as another area's record promises it. */
export type PromisedTarget = Pick<RowOf<typeof target>, 'name' | 'rule' | 'minutes' | 'calendar' | 'reason'>

/** Puts a target into force; answers its id. Of several that fit a record the one with most conditions applies. */
export const putTarget = async (tx: Tx, { rule, ...values }: PromisedTarget): Promise<string> =>
  (await tx.create(target, { ...values, rule: { ...rule, when: rule.when.map((one) => ({ ...one })) } })).id

/** Takes out of force those of these that still are. */
export async function retireTargets(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const left = await tx.db
    .selectFrom('target')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'in-force')
    .execute()
  for (const { id } of left) await tx.act(target, id, 'retire')
}

/** A calendar on which every minute counts; null while none is in force. */
export async function roundTheClock(tx: Tx): Promise<string | null> {
  const found = await tx.db
    .selectFrom('workingCalendar')
    .select('id')
    .where('kind', '=', 'always')
    .where('state', '=', 'in-force')
    .orderBy('id')
    .executeTakeFirst()
  return found?.id ?? null
}
