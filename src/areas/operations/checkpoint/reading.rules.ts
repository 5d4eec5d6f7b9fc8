import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'
import type { Reading, Values } from './reading.settings.ts'

/** What is wrong with readings as they are declared: two of one name, a range upside down, a good answer that is none. */
export function readingFaults(readings: readonly Reading[]): Fault[] {
  return readings.flatMap((one, at): Fault[] => {
    const path = `readings.${at}`
    if (readings.findIndex(({ name }) => name === one.name) < at)
      return [
        fault(`${path}.name`, 'twice', `读数「${one.name}」重复。`, `There are two readings named “${one.name}”.`),
      ]
    if (one.is === 'number' && one.low !== undefined && one.high !== undefined && one.low > one.high)
      return [fault(`${path}.high`, 'order', '上限低于下限。', 'It ends below where it begins.')]
    if (one.is === 'choice' && one.good.some((answer) => !one.choices.includes(answer)))
      return [
        fault(`${path}.good`, 'no-such-answer', '正常的选项须在选项之中。', 'What is well must be among the answers.'),
      ]
    return []
  })
}

/** Is this what a reading wants: a number, yes or no, one of its answers? */
export function fits(reading: Reading, value: unknown): boolean {
  if (reading.is === 'number') return typeof value === 'number' && Number.isFinite(value)
  return reading.is === 'yes-no' ? value === 'yes' || value === 'no' : reading.choices.includes(value as string)
}

export function isOut(reading: Reading, value: Values[string]): boolean {
  if (reading.is === 'number')
    return (
      (reading.low !== undefined && (value as number) < reading.low) ||
      (reading.high !== undefined && (value as number) > reading.high)
    )
  return reading.is === 'yes-no' ? value !== reading.good : !reading.good.includes(value as string)
}

/** What was not read, or is no such value. What the checkpoint no longer asks for is left as it was sent. */
export const valueFaults = (readings: readonly Reading[], values: Values): Fault[] =>
  readings
    .filter((one) => !fits(one, values[one.name]))
    .map(({ name }) =>
      fault(
        `values.${name}`,
        'reading',
        `「${name}」没有读数,或不是有效值。`,
        `“${name}” has no value that it can have.`,
      ),
    )

/** The readings out of range, in their order. */
export const outOf = (readings: readonly Reading[], values: Values): Reading[] =>
  readings.filter((one) => fits(one, values[one.name]) && isOut(one, values[one.name] as Values[string]))

/** `18–27 °C`, `≤ 60 %`: where a number is well. */
export function rangeOf({ low, high, unit }: Extract<Reading, { is: 'number' }>): string {
  const end = unit ? ` ${unit}` : ''
  if (low !== undefined && high !== undefined) return `${low}–${high}${end}`
  if (low !== undefined) return `≥ ${low}${end}`
  return high !== undefined ? `≤ ${high}${end}` : unit ? unit : ''
}

/** A value with its unit, as a person reads it. */
export function spoken(reading: Reading, value: Values[string]): Words {
  if (reading.is === 'number') {
    const text = `${value}${reading.unit ? ` ${reading.unit}` : ''}`
    return [text, text]
  }
  if (reading.is === 'choice') return [String(value), String(value)]
  return value === 'yes' ? ['是', 'Yes'] : ['否', 'No']
}

/** The number of a checkpoint in what a label says: its address, or the number itself; null where it names none. */
export const checkpointIn = (text: string): string | null => /CKP-\d{6}-\d{4,}/i.exec(text)?.[0].toUpperCase() ?? null
