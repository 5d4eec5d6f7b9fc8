/** When something upstream explains a failure, no alarm of its own is raised. Pure: standings are loaded elsewhere. */
import type { Outcome, Verdict } from './probe.rules.ts'

/** An active probe of a component that the failed one stands on. Instants in milliseconds since 1970. */
export interface Standing {
  readonly probe: string
  readonly component: string
  /** Steps up the dependency graph, one or more. */
  readonly distance: number
  readonly verdict: Verdict
  readonly lastOutcome: Outcome | null
  readonly lastStartedAt: number | null
}

/**
 * The failure behind a failure: the farthest upstream probe that is down, since what lies between fails for the same
 * reason. Its verdict or its latest reading counts, whichever says down. Null where nothing upstream is down.
 */
export function explainedBy(upstream: readonly Standing[]): Standing | null {
  return upstream
    .filter(isDown)
    .reduce<Standing | null>((best, one) => (best && best.distance >= one.distance ? best : one), null)
}

/** Whose good word is older than the failure and says nothing about now: these must be asked, nearest first. */
export const toAsk = (upstream: readonly Standing[], failedAt: number): Standing[] =>
  upstream
    .filter((one) => !isDown(one) && (one.lastStartedAt === null || one.lastStartedAt < failedAt))
    .sort((a, b) => a.distance - b.distance)

/** The probe that explained a failure so far, as it stands now. */
export interface Suppressor {
  readonly active: boolean
  readonly verdict: Verdict
  readonly lastOutcome: Outcome | null
  /** When its present run of good readings began; of bad ones while it fails. */
  readonly streakSince: number | null
}

/** Whether a failing check begun at `startedAt` is no longer explained: what explained it recovered before. */
export function standsAlone(suppressor: Suppressor | undefined, startedAt: number): boolean {
  if (!suppressor?.active) return true
  if (suppressor.verdict === 'down' || suppressor.lastOutcome === 'down') return false
  return suppressor.streakSince === null || startedAt > suppressor.streakSince
}

const isDown = (one: Standing): boolean => one.verdict === 'down' || one.lastOutcome === 'down'
