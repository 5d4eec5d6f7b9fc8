import { sql, type Transaction } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * The next numbers of a prefix in a month of the firm's zone: `INC-202611-0042`. Counted in the caller's transaction,
 * so a number that was answered is taken for good, and one that was not is as if never drawn.
 */
export async function nextNumbers(
  trx: Transaction<Tables>,
  prefix: string,
  now: string,
  zone: string,
  count: number,
): Promise<string[]> {
  const month = monthOf(now, zone)
  const { rows } = await sql<{ value: number }>`
    insert into number_counter (prefix, month, value) values (${prefix}, ${month}, ${count})
    on conflict (prefix, month) do update set value = number_counter.value + excluded.value
    returning value`.execute(trx)
  const first = (rows[0]?.value ?? 0) - count + 1
  return Array.from({ length: count }, (_, i) => `${prefix}-${month}-${String(first + i).padStart(4, '0')}`)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function monthOf(now: string, zone: string): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
    formats.set(zone, format)
  }
  return format.format(new Date(now)).replace('-', '')
}
