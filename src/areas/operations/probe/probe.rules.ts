/** How single outcomes become a verdict, and changes of verdict become "flapping". Pure: instants are arguments. */
import type { FlapPolicy, Hysteresis } from './probe.settings.ts'

/** What a check found that found anything. */
export type Known = 'up' | 'slow' | 'down'

/** What one check found; `unknown` where it learnt nothing, which is neither good nor bad. */
export type Outcome = Known | 'unknown'

/** What a probe is held to be, after hysteresis. */
export type Verdict = Outcome

/** One result of a probe. */
export interface Reading {
  /** The planned instant, ISO 8601 in UTC: with the probe's id it names the reading, whoever took it. */
  at: string
  /** When the check really began, milliseconds since 1970. */
  startedAt: number
  /** How long it took, milliseconds. */
  ms: number
  outcome: Outcome
  /** The measured quantity (free percent, age in seconds, a query's number); null where only the time counts. */
  value: number | null
  /** A short machine-made fact: `HTTP 503`, `ECONNREFUSED`. */
  note: string
  /** What the next check goes on from: a place in a file, a counter. */
  carry?: unknown
}

/** What a check found, as a reading: of the instant that was planned, and when it really began; milliseconds since 1970. */
export const readingOf = (
  { outcome, value, note, ms, carry }: Omit<Reading, 'at' | 'startedAt'>,
  at: number,
  startedAt: number,
): Reading => ({
  at: new Date(at).toISOString(),
  ...{ startedAt, ms, outcome, value, note },
  ...(carry !== undefined && { carry }),
})

/** A reading that says something. */
export type KnownReading = Reading & { outcome: Known }

/** All that must be remembered between two outcomes. Plain JSON. */
export interface VerdictState {
  verdict: Verdict
  /** The latest outcomes, oldest first; never more than the policy looks back at. */
  recent: Outcome[]
}

export interface VerdictChange {
  from: Verdict
  to: Verdict
}

/** A probe that nothing is known about yet. */
export const unseen: VerdictState = { verdict: 'unknown', recent: [] }

/**
 * Takes one more outcome into account.
 *
 * - down: the outcome is down and at least `n` of the last `m` are;
 * - slow: the outcome is slow or down and at least `n` of the last `m` are (so far it was up), or what was down
 *   answers again `upAfter` times in a row, but not always quickly;
 * - up: the last `upAfter` are up; a first success ends "unknown" at once;
 * - unknown: the outcome is unknown and at least `n` of the last `m` are. Beyond that an unknown outcome speaks for nothing.
 *
 * A good outcome never turns a verdict to the worse and a bad one never to the better.
 */
export function step(
  state: VerdictState,
  outcome: Outcome,
  policy: Hysteresis,
): { state: VerdictState; change: VerdictChange | null } {
  const recent = [...state.recent, outcome].slice(-memory(policy))
  const verdict = judge(state.verdict, recent, outcome, policy)
  const change = verdict === state.verdict ? null : { from: state.verdict, to: verdict }
  return { state: { verdict, recent }, change }
}

/**
 * The state as it was, from a stored verdict and the latest stored outcomes (oldest first, at least `m` and `upAfter` of them
 * where there are so many). Exact: the verdict and those outcomes are all that {@link step} looks at.
 */
export function restore(verdict: Verdict, outcomes: readonly Outcome[], policy: Hysteresis): VerdictState {
  return { verdict, recent: outcomes.slice(-memory(policy)) }
}

/** The state after these outcomes, oldest first, when no verdict was stored. */
export function replay(outcomes: readonly Outcome[], policy: Hysteresis, from: VerdictState = unseen): VerdictState {
  return outcomes.reduce((state, outcome) => step(state, outcome, policy).state, from)
}

/** The latest time of flapping, if any. Instants in milliseconds since 1970. */
export interface Flap {
  flapping: boolean
  /** When it began: the change that was one too many. */
  since: number | null
  /** When calm was reached; null while it lasts. */
  until: number | null
  /** Changes in it, those that opened it included; when it is over the figure stays, for the final message. */
  count: number
}

/**
 * Whether a probe is flapping at `now`, from the instants of its verdict changes in ascending order.
 *
 * It begins with the `changes`-th change within `window` minutes and ends once `calm` minutes passed without one.
 * Changes after `now` are ignored. For `since` and `count` to be exact, the history must reach back to where the flapping began.
 */
export function flap(changes: readonly number[], now: number, policy: FlapPolicy): Flap {
  const windowMs = policy.window * 60_000
  const calmMs = policy.calm * 60_000
  let latest: Flap = { flapping: false, since: null, until: null, count: 0 }
  let evidence: number[] = []
  let previous = Number.NEGATIVE_INFINITY

  for (const at of changes) {
    if (at > now) break
    if (latest.flapping && at - previous >= calmMs) {
      latest = { ...latest, flapping: false, until: previous + calmMs }
      evidence = []
    }
    if (latest.flapping) latest = { ...latest, count: latest.count + 1 }
    else {
      evidence = [...evidence.filter((earlier) => at - earlier < windowMs), at]
      if (evidence.length >= policy.changes) {
        latest = { flapping: true, since: at, until: null, count: evidence.length }
      }
    }
    previous = at
  }
  if (latest.flapping && now - previous >= calmMs) return { ...latest, flapping: false, until: previous + calmMs }
  return latest
}

function judge(verdict: Verdict, recent: readonly Outcome[], outcome: Outcome, policy: Hysteresis): Verdict {
  const { n, m } = policy.downAfter
  const window = recent.slice(-m)
  const run = recent.slice(-policy.upAfter)
  const longEnough = run.length === policy.upAfter

  if (outcome === 'unknown') return count(window, isUnknown) >= n ? 'unknown' : verdict
  if (outcome === 'down') {
    if (count(window, isDown) >= n) return 'down'
  } else {
    if (verdict === 'unknown') return outcome
    if (longEnough && run.every(isUp)) return 'up'
    if (verdict === 'down' && longEnough && run.every(answers)) return 'slow'
  }
  if (verdict === 'up' && outcome !== 'up' && count(window, isBad) >= n) return 'slow'
  return verdict
}

function memory(policy: Hysteresis): number {
  return Math.max(policy.downAfter.m, policy.upAfter)
}

const isUp = (outcome: Outcome) => outcome === 'up'
const isDown = (outcome: Outcome) => outcome === 'down'
const isBad = (outcome: Outcome) => outcome === 'slow' || isDown(outcome)
const answers = (outcome: Outcome) => outcome === 'slow' || isUp(outcome)
const isUnknown = (outcome: Outcome) => outcome === 'unknown'

function count<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length
}
