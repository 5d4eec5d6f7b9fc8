import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { putTarget, roundTheClock } from '../../../administration/administration.api.ts'
import { request } from '../../request/request.record.ts'
import { requestWords } from '../../request/request.words.ts'
import type { offering } from '../offering.record.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof offering>

/** The service's hours; round the clock where it has none; null where that cannot be counted. */
async function hoursOf(tx: Tx, { service }: Row): Promise<string | null> {
  const { hours } = await tx.db
    .selectFrom('service')
    .select('hours')
    .where('id', '=', service)
    .executeTakeFirstOrThrow()
  return hours ?? roundTheClock(tx)
}

const timesOf = ({ responseMinutes, fulfilMinutes }: Row) =>
  [
    ['response', 'responseMinutes', responseMinutes],
    ['fulfilment', 'fulfilMinutes', fulfilMinutes],
  ] as const

export async function promiseFaults(tx: Tx, row: Row): Promise<Fault[]> {
  const promised = timesOf(row).filter(([, , minutes]) => minutes !== null)
  if (promised.length === 0 || (await hoursOf(tx, row)) !== null) return []
  return promised.map(([, field]) =>
    fault(
      field,
      'no-calendar',
      '所属服务没有写明服务时间,也没有生效的全天候日历,时限无从计算。',
      'Its service names no hours and no round-the-clock calendar is in force: the time cannot be counted.',
    ),
  )
}

/**
 * What an edition promises becomes targets for requests raised with it. Those of earlier editions stay: a request keeps what
 * was promised when it was made.
 */
export async function promise(tx: Tx, row: Row): Promise<void> {
  const calendar = await hoursOf(tx, row)
  for (const [clock, , minutes] of timesOf(row)) {
    if (minutes === null || calendar === null) continue
    const [what] = requestWords.clocks?.[clock] ?? [clock]
    await putTarget(tx.as('catalogue'), {
      name: `${row.title}(第 ${row.edition} 版)${what}`,
      rule: { record: request.name, clock, when: [{ field: 'offering', op: 'is', value: row.id }] },
      minutes,
      calendar,
      reason: row.number,
    })
  }
}
