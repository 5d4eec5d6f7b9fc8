import type { Words } from '../../../record/words.ts'
import type { Tone } from '../../../web/plugin.ts'
import type { RuleArea } from '../areas.rules.ts'
import { type ControlState, worstOf } from '../control/state.rules.ts'

export interface ControlShown {
  readonly id: string
  readonly title: Words
  readonly area: RuleArea
  readonly state: ControlState
  readonly since: string | null
  readonly ok: number
  readonly bad: number
  readonly excepted: number
  readonly unknown: number
}

export interface ClauseShown {
  readonly key: string
  readonly heading: string
  readonly headingEn: string | null
  readonly text: string
  readonly textEn: string | null
  readonly who: string | null
  readonly when: string | null
  readonly controls: readonly string[]
}

export interface PolicyShown {
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly area: RuleArea
  readonly edition: number
  readonly effectiveOn: string | null
  readonly clauses: readonly ClauseShown[]
}

export interface RulebookShown {
  readonly policies: readonly PolicyShown[]
  readonly controls: readonly ControlShown[]
}

export type ClauseState = ControlState | 'uncovered'

export const clauseStates: readonly ClauseState[] = ['broken', 'no-evidence', 'excepted', 'kept', 'uncovered']

export const tones: Readonly<Record<ClauseState, Tone>> = {
  broken: 'broken',
  'no-evidence': 'unknown',
  excepted: 'late',
  kept: 'kept',
  uncovered: 'start',
}

/** How a clause stands: as the worst of its controls, or uncovered where it names none. */
export const stateOfClause = (clause: ClauseShown, controls: ReadonlyMap<string, ControlShown>): ClauseState =>
  worstOf(clause.controls.flatMap((id) => controls.get(id)?.state ?? [])) ?? 'uncovered'

/** How many clauses stand how. */
export function countClauses({ policies, controls }: RulebookShown): Readonly<Record<ClauseState, number>> {
  const byId = new Map(controls.map((one) => [one.id, one]))
  const counts = { broken: 0, 'no-evidence': 0, excepted: 0, kept: 0, uncovered: 0 }
  for (const { clauses } of policies) for (const clause of clauses) counts[stateOfClause(clause, byId)]++
  return counts
}

/** What screens of rules are told by when verdicts have moved: see `toldAs` at the judge. */
export const watched = ['policy', 'control-exception', 'control-setting'] as const
