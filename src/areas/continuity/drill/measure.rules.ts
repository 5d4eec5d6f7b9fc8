/** What a drill came to, from what really happened in it. Pure. */
import { msOf } from '../../../record/time.ts'

/** An alarm or incident that began while the drill ran; when what it tells of was well again, null where it is not. */
export interface Trouble {
  readonly at: string
  readonly wellAt: string | null
  /** A person's report says when it was noticed; only a watched component says when it was well. */
  readonly is: 'alarm' | 'incident'
}

export interface Course {
  readonly startedAt: string
  /** When each fault took hold. */
  readonly faults: readonly string[]
  readonly troubles: readonly Trouble[]
  readonly decidedAt: string | null
  /** When the runbook was done. */
  readonly carriedOutAt: string | null
}

export interface Objectives {
  readonly detectMinutes: number
  readonly decideMinutes: number
  readonly restoreMinutes: number
  readonly lossMinutes: number | null
}

export interface Measured {
  /** From when the clock runs: the first fault, or without one the drill's own beginning. */
  readonly zeroAt: string
  readonly detectedAt: string | null
  readonly restoredAt: string | null
  readonly detectTook: number | null
  readonly decideTook: number | null
  readonly restoreTook: number | null
}

/** Minutes to a tenth, rounded up: what took longer never looks shorter. */
const tookFrom = (zero: string, at: string | null): number | null =>
  at === null ? null : Math.max(0, Math.ceil((msOf(at) - msOf(zero)) / 6_000) / 10)

const least = (instants: readonly string[]): string | null => [...instants].sort()[0] ?? null
const most = (instants: readonly string[]): string | null => [...instants].sort().at(-1) ?? null

/** Without a fault nothing is there to be noticed; without an alarm it is restored when the runbook is done. */
export function measure({ startedAt, faults, troubles, decidedAt, carriedOutAt }: Course): Measured {
  const zeroAt = least(faults) ?? startedAt
  const since = troubles.filter(({ at }) => at >= zeroAt)
  const alarms = since.filter(({ is }) => is === 'alarm')
  const detectedAt = faults.length === 0 ? null : least(since.map(({ at }) => at))
  const restoredAt =
    alarms.length === 0
      ? carriedOutAt
      : alarms.some(({ wellAt }) => wellAt === null)
        ? null
        : most(alarms.flatMap(({ wellAt }) => wellAt ?? []))
  return {
    zeroAt,
    detectedAt,
    restoredAt,
    detectTook: tookFrom(zeroAt, detectedAt),
    decideTook: tookFrom(zeroAt, decidedAt),
    restoreTook: tookFrom(zeroAt, restoredAt),
  }
}

export const lines = ['detect', 'decide', 'restore', 'loss'] as const
export type LineName = (typeof lines)[number]

/** An objective, what it came to, and whether it was met; what did not come about was missed. */
export interface Line {
  readonly name: LineName
  readonly objective: number
  readonly took: number | null
  readonly met: boolean
}

interface Took extends Pick<Measured, 'detectTook' | 'decideTook' | 'restoreTook'> {
  readonly loss: number | null
}

/** What was wanted against what was. On paper alone nothing is noticed; data loss is judged where it was looked at. */
export function linesOf(objectives: Objectives, took: Took, kind: 'tabletop' | 'live'): Line[] {
  const line = (name: LineName, objective: number, value: number | null): Line => ({
    name,
    objective,
    took: value,
    met: value !== null && value <= objective,
  })
  const { detectMinutes, decideMinutes, restoreMinutes, lossMinutes } = objectives
  return [
    ...(kind === 'live' ? [line('detect', detectMinutes, took.detectTook)] : []),
    line('decide', decideMinutes, took.decideTook),
    line('restore', restoreMinutes, took.restoreTook),
    ...(lossMinutes !== null && took.loss !== null ? [line('loss', lossMinutes, took.loss)] : []),
  ]
}

export const scoreNames = ['alertScore', 'commandScore', 'handsScore', 'speechScore', 'planScore'] as const

/** Of a hundred, from five marks between one and five; null until all are given. */
export function scoreOf(row: { readonly [N in (typeof scoreNames)[number]]: number | null }): number | null {
  const marks = scoreNames.flatMap((name) => row[name] ?? [])
  return marks.length === scoreNames.length ? Math.round((marks.reduce((sum, one) => sum + one, 0) / 25) * 100) : null
}
