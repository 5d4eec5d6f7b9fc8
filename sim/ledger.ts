import { fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** An append-only file of JSON lines, small enough to be held in memory too. */
export interface Ledger<T> {
  readonly entries: readonly T[]
  /** Returns once the lines are on the disk. */
  append(added: readonly T[]): void
}

/** Opens or creates a ledger. A last line that a crash cut short was never acknowledged, so it is cut off. */
export function openLedger<T>(path: string): Ledger<T> {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a')
  const bytes = readFileSync(path)
  const whole = bytes.lastIndexOf(0x0a) + 1
  if (whole < bytes.length) truncateSync(path, whole)
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1)
  const entries = lines.map((line) => JSON.parse(line) as T)
  return {
    entries,
    append(added) {
      if (added.length === 0) return
      writeSync(file, added.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
      fsyncSync(file)
      entries.push(...added)
    },
  }
}
