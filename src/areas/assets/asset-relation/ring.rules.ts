import { cyclesIn } from '../../../record/graph.ts'

/** A relation by ids, read from the first to the second. */
export interface Tie {
  readonly from: string
  readonly to: string
}

/** By these one thing stands on another or is of it, so that nothing can come back to itself. */
export const standingKinds = ['runs-on', 'part-of'] as const

/** The assets that would stand on themselves. */
export function ringsAmong(ties: readonly Tie[]): ReadonlySet<string> {
  const needs = new Map<string, string[]>()
  for (const { from, to } of ties) {
    needs.set(from, [...(needs.get(from) ?? []), to])
    if (!needs.has(to)) needs.set(to, [])
  }
  return new Set(cyclesIn([...needs].map(([key, of]) => ({ key, needs: of }))).flat())
}
