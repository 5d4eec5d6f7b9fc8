import type { SheetRow } from '../sheet/sheet.ts'
import type { Mapped } from './plan.ts'

/** By record and text: a name that leads nowhere, how many rows want it, and what they say beside it. */
export type UnknownNames = Map<string, Unknown>

export interface Unknown {
  readonly record: string
  readonly text: string
  rows: number
  /** By field of the rows that want it: each text, and how often it stands there. */
  readonly beside: Map<string, Map<string, number>>
}

/** More than anybody would look through. */
const mostNames = 5_000

export function noteUnknown(
  names: UnknownNames,
  record: string,
  text: string,
  mapped: readonly Mapped[],
  { cells }: SheetRow,
): void {
  const key = `${record} ${text}`
  const one = names.get(key) ?? { record, text, rows: 0, beside: new Map() }
  if (!names.has(key) && names.size >= mostNames) return
  names.set(key, one)
  one.rows++
  for (const { at, column } of mapped) {
    const said = cells[at]?.text.trim()
    if (!said || column.field.to === undefined) continue
    const counts = one.beside.get(column.name) ?? new Map<string, number>()
    if (counts.has(said) || counts.size < 20) counts.set(said, (counts.get(said) ?? 0) + 1)
    one.beside.set(column.name, counts)
  }
}

/** By field: what most of the rows say. */
export const mostlyBeside = ({ beside }: Unknown): Record<string, string> =>
  Object.fromEntries(
    [...beside].map(([field, counts]) => [field, [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '']),
  )
