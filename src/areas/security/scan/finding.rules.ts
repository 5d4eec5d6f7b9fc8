/** A line of a scanner's report, whatever its format. Pure. */

import { fold } from '../../../record/fold.ts'
import type { Fault } from '../../../record/problem.ts'
import type { Severity } from '../vulnerability/severity.rules.ts'

export interface Finding {
  /** Its place in the file, counted from 1. */
  readonly line: number
  readonly ref: string
  readonly title: string
  readonly severity: Severity
  readonly score: number | null
  /** On what it was found, as the report says it: a tag, a serial, an address, a host's name. */
  readonly target: string | null
  readonly product: string | null
  readonly version: string | null
  readonly fixedVersion: string | null
  /** What its maker says: that it is there, or that it does no harm here. */
  readonly says: 'affected' | 'not-affected'
  readonly justification: string | null
  readonly note: string | null
}

/** What a file says. `left`: lines for information, and what its maker says is mended. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly left: number
  readonly faults: readonly Fault[]
  /** When it was made and by what, where the file says so. */
  readonly scannedAt: string | null
  readonly scanner: string | null
}

/** More faults than anybody reads are told as the first of them. */
export const mostFaults = 100
/** As many findings as one file may hold. */
export const mostFindings = 20_000

/** A text in its one form and no longer than a field takes it; null for none. */
export const clip = (text: string | null | undefined, max: number): string | null =>
  fold(text ?? '')
    .slice(0, max)
    .trim() || null

/** An instant in the form of the product; null for what is none. */
export const instantOf = (text: string | null | undefined): string | null => {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
