import type { RibbonSegment } from '../../calendar/calendar.rules.ts'

/** A stretch of the drawn day: time runs evenly within it, and a folded one is squeezed. */
export interface Piece {
  readonly fromMs: number
  readonly toMs: number
  /** Width in the drawing's own measure. */
  readonly weight: number
  readonly folded: boolean
}

export interface Axis {
  readonly pieces: readonly Piece[]
  readonly weight: number
}

const minuteMs = 60_000
/** A pause longer than this is folded between what follows the session before and what prepares the next. */
const longestMinutes = 300
const keptAfter = 60
const keptBefore = 150
/** A fold is as wide as this many minutes, be it a night or a week of holidays. */
const foldWeight = 36

/** The day's axis of time, with nights, weekends and holidays folded. */
export function axisOf(segments: readonly RibbonSegment[]): Axis {
  const pieces = segments.flatMap(piecesOf)
  return { pieces, weight: pieces.reduce((sum, piece) => sum + piece.weight, 0) }
}

/** Where an instant stands on the axis, from 0 to 1; what lies outside stands at its end. */
export function placeOf({ pieces, weight }: Axis, ms: number): number {
  let before = 0
  for (const piece of pieces) {
    if (ms < piece.toMs) {
      const into = Math.max(0, ms - piece.fromMs) / (piece.toMs - piece.fromMs)
      return (before + into * piece.weight) / weight
    }
    before += piece.weight
  }
  return 1
}

function piecesOf({ kind, from, to }: RibbonSegment): Piece[] {
  const fromMs = Date.parse(from)
  const toMs = Date.parse(to)
  const minutes = (toMs - fromMs) / minuteMs
  if (kind !== 'pause' || minutes <= longestMinutes) return [{ fromMs, toMs, weight: minutes, folded: false }]
  const foldFrom = fromMs + keptAfter * minuteMs
  const foldTo = toMs - keptBefore * minuteMs
  return [
    { fromMs, toMs: foldFrom, weight: keptAfter, folded: false },
    { fromMs: foldFrom, toMs: foldTo, weight: foldWeight, folded: true },
    { fromMs: foldTo, toMs, weight: keptBefore, folded: false },
  ]
}
