import type { Words } from '../../../record/words.ts'
import { showInstant } from '../../../web/format/time.ts'
import type { Tone } from '../../../web/plugin.ts'
import type { RuleArea } from '../areas.rules.ts'
import { type ShownState, worstOf } from '../control/state.rules.ts'

export interface ControlShown {
  readonly id: string
  readonly title: Words
  readonly area: RuleArea
  readonly state: ShownState
  readonly since: string | null
  /** How far judging all subjects anew has come. */
  readonly anew: { readonly done: number; readonly of: number | null } | null
  /** The edition of one of the firm's own. */
  readonly own: string | null
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
  readonly attestation: AttestationShown | null
}

export interface AttestationShown {
  readonly number: string | null
  readonly state: 'due' | 'attested' | 'stale' | 'out-asked' | 'out-of-scope'
  readonly dueOn: string
  readonly outUntil: string | null
}

export interface PolicyShown {
  readonly code: string
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

export type ClauseState = ShownState | 'attested' | 'out-of-scope' | 'uncovered'

export const clauseStates: readonly ClauseState[] = [
  'broken',
  'no-evidence',
  'anew',
  'excepted',
  'kept',
  'attested',
  'out-of-scope',
  'uncovered',
]

export const tones: Readonly<Record<ClauseState, Tone>> = {
  broken: 'broken',
  'no-evidence': 'unknown',
  anew: 'progress',
  excepted: 'late',
  kept: 'kept',
  attested: 'progress',
  'out-of-scope': 'ended',
  uncovered: 'start',
}

/**
 * How a clause stands: out of scope where two people say so; else as the worst of its controls. What is only attested is never
 * shown as kept, and where its time is over there is no evidence. With neither it is uncovered.
 */
export function stateOfClause(clause: ClauseShown, controls: ReadonlyMap<string, ControlShown>): ClauseState {
  const said = clause.attestation?.state
  if (said === 'out-of-scope') return said
  const checked = worstOf(clause.controls.flatMap((id) => controls.get(id)?.state ?? []))
  if (said === undefined) return checked ?? 'uncovered'
  if (checked === 'broken') return checked
  if (said !== 'attested') return 'no-evidence'
  return checked ?? 'attested'
}

const none = {
  broken: 0,
  'no-evidence': 0,
  anew: 0,
  excepted: 0,
  kept: 0,
  attested: 0,
  'out-of-scope': 0,
  uncovered: 0,
}

/** How many clauses stand how. */
export function countClauses({ policies, controls }: RulebookShown): Readonly<Record<ClauseState, number>> {
  const byId = new Map(controls.map((one) => [one.id, one]))
  const counts = { ...none }
  for (const { clauses } of policies) for (const clause of clauses) counts[stateOfClause(clause, byId)]++
  return counts
}

/** An instant on one line with others; its year only where that is not this one. */
export function shortInstant(instant: string): string {
  const text = showInstant(instant)
  return text.startsWith(showInstant(new Date().toISOString()).slice(0, 5)) ? text.slice(5) : text
}

/** What screens of rules are told by when verdicts have moved: see `toldAs` in the judge's `settle.ts`. */
export const watched = ['policy', 'control-exception', 'control-setting', 'own-control', 'attestation'] as const
