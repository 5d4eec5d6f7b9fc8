import { Cron } from 'croner'
import { type Fault, fault } from '../../../record/problem.ts'
import type { AnyRecord, RowOf } from '../../../record/record.ts'
import type { Recurrence } from '../../../record/recurrence.ts'
import type { Registry } from '../../../record/registry.ts'
import { createSchema } from '../../../record/schema.ts'
import { minuteOfDay } from '../../../record/time.ts'
import type { schedule } from './schedule.record.ts'

type Row = RowOf<typeof schedule>

/** What is wrong with a schedule: a record that nobody makes, values it would not take, a time or an expression that is none. */
export function scheduleFaults(row: Row, registry: Registry): Fault[] {
  const faults: Fault[] = []
  if (minuteOfDay(row.at) === null) faults.push(fault('at', 'time', '时刻写作 09:00。', 'A time reads 09:00.'))
  if (row.endsOn !== null && row.endsOn < row.startsOn)
    faults.push(fault('endsOn', 'order', '止期早于起期。', 'It ends before it begins.'))
  return [...faults, ...recurrenceFaults(row.rule), ...makeFaults(row, registry)]
}

export const recurrenceFaults = (rule: Recurrence): Fault[] =>
  rule.every === 'cron' && !isCron(rule.expression)
    ? [fault('rule.expression', 'cron', '不是有效的 cron 表达式。', 'This is no cron expression.')]
    : []

/** Tried with its first date: a date may be given as `{date}`. */
function makeFaults({ make: { record: name, values }, startsOn }: Row, registry: Registry): Fault[] {
  const record = registry.all.find((entry) => entry.record.name === name)?.record
  if (!record || !canBeMade(record))
    return [fault('make.record', 'no-such-record', '没有这类可新建的记录。', 'No record of this kind can be made.')]
  const read = createSchema(record).safeParse(valuesFor(values, startsOn))
  return (read.error?.issues ?? []).map(({ path, message }) => {
    const at = ['make.values', ...path.map(String)].join('.')
    return fault(
      at,
      'does-not-fit',
      `内容不合该记录的要求:${path.join('.')}`,
      `The record would not take this: ${message}`,
    )
  })
}

/** Those that a person may make: what only the system makes has a reason of its own each time. */
export const canBeMade = ({ access }: AnyRecord): boolean => access.create.is !== 'nobody'

/** Five parts, to the minute: what recurs within a minute is no work of a person. */
function isCron(expression: string): boolean {
  if (expression.split(/\s+/).length !== 5) return false
  try {
    return new Cron(expression, { paused: true }).nextRun() !== null
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** The values of one occurrence: `{date}` in any text is its date. */
export function valuesFor(values: Row['make']['values'], date: string): Record<string, unknown> {
  const put = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll('{date}', date)
    if (Array.isArray(value)) return value.map(put)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, put(one)]))
  }
  return put(values) as Record<string, unknown>
}
