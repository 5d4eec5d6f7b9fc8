/**
 * Time in which work is done: stretches on the axis of time, from office hours, trading sessions or around the clock. Pure.
 * Instants are milliseconds since 1970, amounts are milliseconds; nothing is rounded to minutes. What lies outside of the
 * dates a calendar knows is answered 'unknown', never guessed.
 */

export type Unknown = 'unknown'

/** A stretch: `from` is in it, `to` is not. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Working time as it is searched; made by `workingTime`. */
export interface WorkingTime extends Span {
  /** In order and apart from each other. Known within [from, to) only. */
  readonly spans: readonly Span[]
  /** How much has been worked before each span. */
  readonly before: Float64Array
}

/** Working time from spans in any order, which may overlap, touch or lie outside of what is known. */
export function workingTime({ from, to }: Span, spans: Iterable<Span>): WorkingTime {
  const merged: { from: number; to: number }[] = []
  const clipped = [...spans].map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
  for (const span of clipped.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push(span)
  }
  const before = new Float64Array(merged.length)
  for (let i = 1; i < merged.length; i++) before[i] = (before[i - 1] as number) + lengthOf(merged[i - 1] as Span)
  return { from, to, spans: merged, before }
}

const years = { from: 0, to: Date.UTC(2200, 0, 1) }

/** Around the clock, every day. */
export const always: WorkingTime = workingTime(years, [years])

/** Whether there is any working time at all: a calendar without is refused when it is saved. */
export const isEverWorked = ({ spans }: WorkingTime): boolean => spans.length > 0

/**
 * The earliest instant at which so much has been worked since `from`. It is the end of a stretch rather than the beginning
 * of the next one: seven hours from 09:00 are up at 17:30, not at 09:00 the next day. Unknown where the calendar ends first.
 */
export function addWorking(time: WorkingTime, from: number, amount: number): number | Unknown {
  if (!(from >= time.from && from < time.to)) return 'unknown'
  if (amount <= 0) return from
  const wanted = workedBy(time, from) + amount
  const { spans, before } = time
  // The first span at whose end enough has been worked.
  const found = lowest(spans.length, (i) => (before[i] as number) + lengthOf(spans[i] as Span) >= wanted)
  const span = spans[found]
  return span ? span.from + wanted - (before[found] as number) : 'unknown'
}

/** How much is worked from one instant to another; none when it lies before. */
export function workingBetween(time: WorkingTime, from: number, to: number): number | Unknown {
  if (to <= from) return 0
  if (!(from >= time.from && to <= time.to)) return 'unknown'
  return workedBy(time, to) - workedBy(time, from)
}

/** The stretches of work from one instant to another, cut at both; at most `limit` of them. */
export function spansBetween({ spans }: WorkingTime, from: number, to: number, limit = 1_000): Span[] {
  const cut: Span[] = []
  for (let i = lowest(spans.length, (n) => (spans[n] as Span).to > from); i < spans.length; i++) {
    const span = spans[i] as Span
    if (span.from >= to || cut.length >= limit) break
    cut.push({ from: Math.max(span.from, from), to: Math.min(span.to, to) })
  }
  return cut
}

/** How much has been worked from the beginning of what is known until this instant. */
function workedBy({ spans, before }: WorkingTime, at: number): number {
  const i = lowest(spans.length, (n) => (spans[n] as Span).from > at) - 1
  const span = spans[i]
  return span ? (before[i] as number) + Math.min(at, span.to) - span.from : 0
}

const lengthOf = ({ from, to }: Span): number => to - from

/** The lowest index at which something that stays true becomes true; `length` when it never does. */
function lowest(length: number, isSo: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}
