import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { instantAt, mustBeDay } from '../../../../record/time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import { calendarInForce, putTarget, retireTargets } from '../../../administration/administration.api.ts'
import { incident } from '../../incident/incident.record.ts'
import { incidentWords } from '../../incident/incident.words.ts'
import { agreement } from '../agreement.record.ts'

type Row = RowOf<typeof agreement>

const clocks = ['response', 'resolution'] as const

/** From its first instant to the first after its last day, where its hours are counted. */
export interface Life {
  readonly from: string
  readonly to: string
}

/** Null while the calendar of its hours is not in force. */
export async function lifeOf(tx: Tx, { hours, validFrom, validTo }: Row): Promise<Life | null> {
  const calendar = await calendarInForce(tx.db, hours)
  if (!calendar) return null
  const [first, last] = [mustBeDay(validFrom), mustBeDay(validTo)]
  const clock = zoneClock(calendar.zone, first, last + 1)
  return { from: instantAt(clock.msAt(first, 0)), to: instantAt(clock.msAt(last + 1, 0)) }
}

/** Takes the place of the one before, and lets its promises drive the clocks of the customer's tickets. */
export async function begin(tx: Tx, row: Row): Promise<void> {
  const before = await tx.db
    .selectFrom('agreement')
    .select('id')
    .where('state', '=', 'in-force')
    .where('service', '=', row.service)
    .where('customer', '=', row.customer)
    .where('id', '<>', row.id)
    .orderBy('id')
    .execute()
  for (const { id } of before) await tx.act(agreement, id, 'supersede')
  const targets: string[] = []
  for (const pledge of row.pledges)
    for (const clock of clocks) {
      const minutes = pledge[clock]
      if (minutes === null) continue
      const [priority] = incidentWords.choices.priority[pledge.priority]
      targets.push(
        await putTarget(tx, {
          name: `${row.number} ${priority} ${incidentWords.clocks?.[clock]?.[0]}`,
          minutes,
          calendar: row.hours,
          reason: row.name,
          rule: {
            record: incident.name,
            clock,
            when: [
              { field: 'service', op: 'is', value: row.service },
              { field: 'customer', op: 'is', value: row.customer },
              { field: 'priority', op: 'is', value: pledge.priority },
            ],
          },
        }),
      )
    }
  await tx.update(agreement, row.id, { targets })
}

/** Its promises hold no longer. */
export const leave = (tx: Tx, { targets }: Row): Promise<void> => retireTargets(tx.as('agreement'), targets)

/** Begins on its first day an agreement that was signed before; ends on the day after its last one that nobody has renewed. */
export const agreementTasks: Readonly<Record<string, Task>> = {
  'begin-agreement': (engine, { id }: { id: string }) =>
    engine.inTx(asSystem('agreement'), async (tx) => {
      const row = await tx.lock(agreement, id)
      if (row.state === 'in-force' && row.targets.length === 0) await begin(tx, row)
    }),
  'end-agreement': (engine, { id }: { id: string }) =>
    engine.inTx(asSystem('agreement'), async (tx) => {
      const row = await tx.lock(agreement, id)
      if (row.state !== 'in-force') return
      await tx.act(agreement, id, 'end', { endReason: `有效期至 ${row.validTo} 届满。` })
    }),
}
