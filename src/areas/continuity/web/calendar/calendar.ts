import type { Tone } from '../../../../web/plugin.ts'
import type { levels, StaleReason } from '../../emergency-plan/plan.rules.ts'
import { calendarWords as words } from './words.ts'

export interface Held {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: 'planned' | 'approved' | 'running' | 'finished' | 'closed'
  readonly plannedStart: string
  readonly heldOn: string | null
  readonly outcome: 'met' | 'missed' | null
}

export interface PlanLine {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly level: (typeof levels)[number]
  readonly state: 'effective' | 'stale'
  readonly staleBecause: StaleReason | null
  readonly lastDrilledOn: string | null
  readonly drillDueOn: string | null
  readonly drills: readonly Held[]
}

export interface DrillYear {
  readonly today: string
  readonly plans: readonly PlanLine[]
}

/** Shape, colour and word of a drill in its month. */
export function signOf({ outcome, state }: Pick<Held, 'outcome' | 'state'>) {
  if (outcome !== null) return { tone: (outcome === 'met' ? 'kept' : 'broken') as Tone, word: words[outcome] }
  return state === 'finished' || state === 'running'
    ? { tone: 'progress' as Tone, word: words.held }
    : { tone: 'start' as Tone, word: words.planned }
}

/** The drills of a month of a year, by when each was held or is to be. */
export const drillsIn = (drills: readonly Held[], month: string, dayOf: (instant: string) => string): Held[] =>
  drills.filter(({ heldOn, plannedStart }) => (heldOn ?? dayOf(plannedStart)).startsWith(month))

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)
