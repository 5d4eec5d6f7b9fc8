import type { AnyRow } from '../../record/record.ts'
import { canonical, digestOf } from './canonical.ts'

/** A row as it is shown to whoever signs it: all of it but where its journal stands. */
export function shownOf(row: AnyRow): Record<string, unknown> {
  const { journalN: _n, journalHead: _head, ...shown } = row as AnyRow & { journalN?: unknown; journalHead?: unknown }
  return shown
}

export const digestOfShown = (shown: Record<string, unknown>): Buffer => digestOf(canonical(shown))
