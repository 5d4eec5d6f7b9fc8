import type { Tone } from '../../../../web/plugin.ts'

/** A step of the day's plan, as `GET /api/duty/plan` gives it. */
export interface PlanStep {
  readonly key: string
  readonly position: number
  readonly title: string
  readonly titleEn: string | null
  readonly plannedFrom: string
  readonly plannedTo: string
  readonly deadlineAt: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly state: string | null
  readonly isLate: boolean
  readonly isLong: boolean
  /** Seconds. */
  readonly usual: { readonly median: number; readonly p90: number; readonly runs: number } | null
}

export interface PlanRun {
  readonly runbook: {
    readonly number: string
    readonly code: string
    readonly title: string
    readonly titleEn: string | null
  }
  readonly startBy: 'hand' | 'clock'
  readonly dueAt: string | null
  readonly run: {
    readonly number: string
    readonly state: 'in-progress' | 'finished' | 'aborted'
    readonly startedAt: string
    readonly endedAt: string | null
  } | null
  readonly steps: readonly PlanStep[]
}

/** A stretch of a run's drawing, in percent of its width. */
export interface Stretch {
  readonly left: number
  readonly width: number
}

export interface Scale {
  readonly from: number
  readonly to: number
}

const minuteMs = 60_000
const leastPercent = 0.6

/** From the first to the last that is planned, happened or is due in a run, with a little air; whole minutes. */
export function scaleOf({ dueAt, run, steps }: PlanRun, now: number): Scale {
  const instants = [dueAt, run?.startedAt, run?.endedAt]
    .concat(steps.flatMap((one) => [one.plannedFrom, one.plannedTo, one.deadlineAt, one.startedAt, one.endedAt]))
    .flatMap((one) => (one ? [Date.parse(one)] : []))
  if (run?.state === 'in-progress') instants.push(now)
  const [from, to] = [Math.min(...instants), Math.max(...instants)]
  const air = Math.max(minuteMs, (to - from) * 0.02)
  return { from: Math.floor((from - air) / minuteMs) * minuteMs, to: Math.ceil((to + air) / minuteMs) * minuteMs }
}

export const placeIn = ({ from, to }: Scale, ms: number): number =>
  Math.min(100, Math.max(0, (100 * (ms - from)) / (to - from)))

export function stretchIn(scale: Scale, from: string, to: string | number): Stretch {
  const left = placeIn(scale, Date.parse(from))
  const right = placeIn(scale, typeof to === 'number' ? to : Date.parse(to))
  return { left: Math.min(left, 100 - leastPercent), width: Math.max(leastPercent, right - left) }
}

/** Whole minutes apart so that about six stand on the axis. */
export function ticksOf({ from, to }: Scale): number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].map((minutes) => minutes * minuteMs)
  const step = steps.find((one) => (to - from) / one <= 7) ?? 720 * minuteMs
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, n) => first + n * step)
}

/** What a step's bar says at a glance. */
export function toneOf({ state, endedAt, isLate, isLong }: PlanStep): Tone {
  if (state === 'failed' || state === 'timed-out' || state === 'unknown') return 'broken'
  if (isLate || isLong) return 'late'
  return endedAt ? 'kept' : 'progress'
}

/** `1:05`: minutes and seconds. */
export const spanOf = (seconds: number): string =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
