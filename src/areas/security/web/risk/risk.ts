import type { Words } from '../../../../record/words.ts'
import type { ShownState } from '../../../rulebook/control/state.rules.ts'
import type { Rating } from '../../risk/risk.rules.ts'
import type { endings } from '../../risk-acceptance/acceptance.rules.ts'
import type { tonesOfLevels } from '../../risk-matrix/matrix.rules.ts'
import type { Severity } from '../../vulnerability/severity.rules.ts'

interface Step {
  readonly name: Words
  readonly means: Words
}

/** A matrix as the server shows it. */
export interface MatrixShown {
  readonly id: string
  readonly number: string
  readonly edition: number | null
  readonly likelihoods: readonly Step[]
  readonly impacts: readonly Step[]
  readonly levels: readonly (Step & { readonly tone: (typeof tonesOfLevels)[number] })[]
  readonly cells: readonly (readonly number[])[]
}

export interface RiskMap {
  readonly matrix: MatrixShown | null
  readonly cells: readonly { rating: Rating; likelihood: number; impact: number; count: number }[]
  readonly outdated: number
  readonly unrated: number
  readonly levels: readonly { level: number; count: number }[]
  readonly due: { readonly treatments: number; readonly reviews: number; readonly ending: number }
  readonly today: string
  readonly soon: string
  readonly trend: readonly { month: string; level: number; count: number }[]
  readonly vulnerabilities: readonly { severity: Severity; open: number; overdue: number }[]
}

export interface RiskStanding {
  readonly matrix: MatrixShown | null
  readonly outdated: boolean
  readonly controls: readonly { id: string; title: Words; state: ShownState; since: string | null }[]
  readonly acceptances: readonly {
    number: string
    state: 'requested' | 'granted' | 'refused' | 'withdrawn' | 'voided' | 'ended'
    decider: string
    level: number | null
    endsAt: string
    grantedAt: string | null
    endedBecause: (typeof endings)[number] | null
  }[]
}

/** Risks that are not closed. */
export const openStates = 'identified,assessed,treating,monitored,accepted'

/** The address of the list of open risks in a cell. */
export const inCell = (matrix: string, rating: Rating, likelihood: number, impact: number): Record<string, string> => ({
  state: openStates,
  matrix,
  [`${rating}Likelihood`]: `${likelihood}`,
  [`${rating}Impact`]: `${impact}`,
})

/** Of each month how many risks stood at each level, the highest first. */
export function byMonth(trend: RiskMap['trend']): { month: string; total: number; levels: RiskMap['levels'] }[] {
  const months = [...new Set(trend.map(({ month }) => month))].sort()
  return months.map((month) => {
    const levels = trend.filter((one) => one.month === month).sort((a, b) => b.level - a.level)
    return { month, levels, total: levels.reduce((sum, { count }) => sum + count, 0) }
  })
}
