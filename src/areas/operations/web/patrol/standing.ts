import type { Tone } from '../../../../web/plugin.ts'
import { outOf } from '../../checkpoint/reading.rules.ts'
import type { Mine, Point, Seen } from './kept.ts'

export type PointState = 'open' | 'waiting' | 'refused' | 'well' | 'out'

export const tones: Readonly<Record<PointState, Tone>> = {
  open: 'start',
  waiting: 'progress',
  refused: 'broken',
  well: 'kept',
  out: 'late',
}

/** Where a checkpoint stands in this round, by what this device entered and what has come in from any. */
export function standingAt(
  point: Point,
  seen: readonly Seen[],
  mine: readonly Mine[],
): { state: PointState; at: string | null } {
  const here = mine.filter(({ checkpoint }) => checkpoint === point.id)
  const own = here.toSorted((a, b) => (a.visitedAt < b.visitedAt ? -1 : 1)).at(-1)
  if (own?.status === 'waiting') return { state: 'waiting', at: own.visitedAt }
  const last = seen.filter(({ checkpoint }) => checkpoint === point.id).at(-1)
  if (last) return { state: last.isOut ? 'out' : 'well', at: last.visitedAt }
  if (!own) return { state: 'open', at: null }
  if (own.status === 'refused') return { state: 'refused', at: own.visitedAt }
  return { state: outOf(point.readings, own.values).length > 0 ? 'out' : 'well', at: own.visitedAt }
}
