/** What a stocktake may be narrowed to; empty lists narrow nothing. */
export interface Scope {
  readonly places: readonly string[]
  readonly departments: readonly string[]
  readonly categories: readonly string[]
}

/** Assets that should be somewhere; what is ordered, lost or disposed of is not looked for. */
export const countedStates = ['in-stock', 'in-use', 'in-repair', 'retired'] as const

/** Kinds of which there is nothing to see: counted only where their category is chosen. */
export const unseenKinds = ['software', 'database'] as const

/** Does this person count it blind now? They are told nothing of what is expected. */
export const countsBlind = (
  row: { readonly mode: string; readonly state: string; readonly counters: readonly string[] },
  person: string,
): boolean => row.mode === 'blind' && row.state === 'counting' && row.counters.includes(person)
