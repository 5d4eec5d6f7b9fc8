import { msOf } from '../../../record/time.ts'

/** One decision of a review: when its account was opened to be looked at (null: it was not), and when decided. */
export interface Decision {
  readonly id: string
  readonly reviewer: string | null
  readonly openedAt: string | null
  readonly decidedAt: string | null
  readonly kept: boolean
}

/** How one reviewer went about it. */
export interface Pace {
  readonly reviewer: string
  readonly decided: number
  readonly kept: number
  /** Of the seconds that each decision took; null where none can be told. */
  readonly median: number | null
  /** Kept without having been opened, in one go with others. */
  readonly inBulk: number
  readonly flagged: boolean
}

/** A look: at least so many kept, in fewer seconds each than this (clause S-06). */
const manyKept = 20
const tooQuick = 3
/** What one person decides within a second of the one before was decided in one go. */
const oneGoMs = 1_000

/** How each reviewer went about it, by the instants of the server alone: what was opened and decided when. */
export function pacesOf(decisions: readonly Decision[]): Pace[] {
  const byReviewer = new Map<string, Decision[]>()
  for (const one of decisions) {
    if (one.reviewer === null || one.decidedAt === null) continue
    const theirs = byReviewer.get(one.reviewer) ?? []
    byReviewer.set(one.reviewer, theirs)
    theirs.push(one)
  }
  return [...byReviewer].map(([reviewer, all]) => paceOf(reviewer, all))
}

function paceOf(reviewer: string, all: readonly Decision[]): Pace {
  const sorted = [...all].sort((a, b) => ((a.decidedAt as string) < (b.decidedAt as string) ? -1 : 1))
  const instants = sorted.map(({ decidedAt }) => msOf(decidedAt as string))
  const took = sorted.map(({ openedAt }, n) => {
    const before = instants[n - 1]
    const from = Math.max(
      openedAt === null ? Number.NEGATIVE_INFINITY : msOf(openedAt),
      before ?? Number.NEGATIVE_INFINITY,
    )
    return Number.isFinite(from) ? ((instants[n] as number) - from) / 1000 : null
  })
  const inOneGo = (n: number) =>
    [instants[n - 1], instants[n + 1]].some(
      (other) => other !== undefined && Math.abs(other - (instants[n] as number)) < oneGoMs,
    )
  const keeps = sorted.flatMap((one, n) => (one.kept ? [{ ...one, bulk: one.openedAt === null && inOneGo(n) }] : []))
  const median = medianOf(took.filter((one, n): one is number => one !== null && (sorted[n]?.kept ?? false)))
  const inBulk = keeps.filter(({ bulk }) => bulk).length
  const quick = keeps.length >= manyKept && median !== null && median < tooQuick
  const allInBulk = keeps.length > 1 && inBulk === keeps.length && keeps.length === sorted.length
  return { reviewer, decided: sorted.length, kept: keeps.length, median, inBulk, flagged: quick || allInBulk }
}

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Of what a flagged reviewer kept, so much is looked at again by another. */
const sampleShare = 0.1

/** How many are drawn: a tenth, and never none. */
export const sampleSize = (kept: number): number => Math.max(1, Math.ceil(kept * sampleShare))
