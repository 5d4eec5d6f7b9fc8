import { minuteMs, msOf } from '../../../record/time.ts'

/** How long a step took in the last finished runs of its runbook, in seconds. */
export interface Usual {
  readonly median: number
  /** Nine of ten took no longer. */
  readonly p90: number
  readonly runs: number
}

/** Fewer runs than this tell nothing. */
const fewest = 3

/** Does it take longer than it did nine times of ten, and by more than a minute? */
export const isLongerThanUsual = (usual: Usual | null, seconds: number): boolean =>
  usual !== null && usual.runs >= fewest && seconds > usual.p90 + minuteMs / 1_000

/** What of a step is known before it is done. */
export interface Planned {
  readonly key: string
  readonly needs: readonly string[]
  readonly earliestAt: string | null
}

export interface Expected {
  readonly from: string
  readonly to: string
}

/** Where nothing is known of a step it is drawn as long as this; milliseconds. */
const unknownMs = 2 * minuteMs

/**
 * When each step is expected, from the run's beginning: after what it needs, not before its earliest time, and for as long as it usually
 * takes; what may go side by side does.
 */
export function expectedOf(
  steps: readonly Planned[],
  begin: string,
  usual: ReadonlyMap<string, Usual>,
): Map<string, Expected> {
  const expected = new Map<string, Expected>()
  for (const { key, needs, earliestAt } of steps) {
    const after = needs.flatMap((need) => msOf(expected.get(need)?.to ?? begin))
    const from = Math.max(msOf(begin), earliestAt ? msOf(earliestAt) : 0, ...after)
    const took = usual.get(key)
    const to = from + (took ? took.median * 1_000 : unknownMs)
    expected.set(key, { from: new Date(from).toISOString(), to: new Date(to).toISOString() })
  }
  return expected
}
