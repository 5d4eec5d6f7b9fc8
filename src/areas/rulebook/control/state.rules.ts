/** How a control stands, in the order in which it is decided. */
export const controlStates = ['broken', 'no-evidence', 'excepted', 'kept'] as const
export type ControlState = (typeof controlStates)[number]

/** How one is shown: while all its subjects are judged anew, a mix of what two versions say is no state of it. */
export const shownStates = ['broken', 'no-evidence', 'anew', 'excepted', 'kept'] as const
export type ShownState = (typeof shownStates)[number]

/** What is known of all items of a control together. */
export interface Standing {
  readonly ok: number
  /** Those without a live exception. */
  readonly bad: number
  readonly excepted: number
  readonly unknown: number
  /** Every subject has been judged at least once. */
  readonly ran: boolean
  /** Some verdict is past the instant until which it held. */
  readonly overdue: boolean
  readonly minSubjects: number
}

/**
 * One proven breach beats missing data; missing data beats an exception; an exception beats kept. An empty register is not a
 * kept rule.
 */
export function stateOf({ ok, bad, excepted, unknown, ran, overdue, minSubjects }: Standing): ControlState {
  if (bad > 0) return 'broken'
  if (!ran || overdue || unknown > 0 || ok + excepted < minSubjects) return 'no-evidence'
  return excepted > 0 ? 'excepted' : 'kept'
}

/** How a clause stands by the controls it names: as the worst of them; null where it names none. */
export const worstOf = (states: readonly ShownState[]): ShownState | null =>
  shownStates.find((state) => states.includes(state)) ?? null

/** Live from its beginning and no longer at its end: the one place where that is decided. */
export const isLive = (one: { readonly startsAt: string; readonly endsAt: string }, now: string): boolean =>
  one.startsAt <= now && now < one.endsAt
