import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { raiseAlarm, resolveAlarm } from '../../alarm/server/raise.ts'
import { rangeOf, spoken } from '../../checkpoint/reading.rules.ts'
import type { Reading } from '../../checkpoint/reading.settings.ts'
import '../../server/tables.ts'
import type { patrolVisit } from '../patrol-visit.record.ts'

type Visit = RowOf<typeof patrolVisit>

const readingKey = (checkpoint: string, name: string): string => `reading:${checkpoint}:${name}`

/**
 * Raises an alarm for each reading out of range, and resolves that of each that is well again. A visit that came late, after
 * one that was made later, says nothing of how it is now.
 */
export async function judgeReadings(tx: Tx, visit: Visit): Promise<void> {
  const at = await tx.db
    .selectFrom('checkpoint')
    .select(['id', 'name', 'nameEn', 'component', 'readings'])
    .where('id', '=', visit.checkpoint)
    .executeTakeFirstOrThrow()
  if (at.readings.length === 0) return
  const later = await tx.db
    .selectFrom('patrolVisit')
    .select('id')
    .where('checkpoint', '=', at.id)
    .where('visitedAt', '>', visit.visitedAt)
    .limit(1)
    .executeTakeFirst()
  if (later) return
  const open = await tx.db
    .selectFrom('alarm')
    .select('key')
    .where(
      'key',
      'in',
      at.readings.map(({ name }) => readingKey(at.id, name)),
    )
    .where('state', '<>', 'resolved')
    .execute()
  for (const reading of at.readings) {
    const key = readingKey(at.id, reading.name)
    if (visit.out.includes(reading.name))
      await raiseAlarm(tx, {
        ...{ key, severity: reading.severity, component: at.component },
        title: outWords(at, reading, visit),
        about: { record: 'checkpoint', id: at.id },
      })
    else if (open.some((one) => one.key === key))
      await resolveAlarm(tx, key, ['读数已恢复正常。', 'It reads well again.'])
  }
}

function outWords(at: { name: string; nameEn: string | null }, reading: Reading, { values }: Visit): [string, string] {
  const [zh, en] = spoken(reading, values[reading.name] as string | number)
  const range = reading.is === 'number' ? rangeOf(reading) : ''
  return [
    `${at.name}:${reading.name} ${zh}${range && `,正常 ${range}`}`,
    `${at.nameEn ?? at.name}: ${reading.nameEn ?? reading.name} ${en}${range && `, well at ${range}`}`,
  ]
}
