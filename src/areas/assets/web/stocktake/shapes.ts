import type { Refs } from '../../../../web/client/types.ts'
import type { Figures } from '../../stocktake/figures.rules.ts'

/** A count as the progress of its stocktake tells it. */
export interface Shown {
  readonly id: string
  readonly tag: string
  readonly asset: string | null
  readonly place: string | null
  readonly counter: string
  readonly countedAt: string
}

export interface Progress {
  readonly foreseen: number | null
  readonly figures: Figures
  readonly counted: number
  readonly open: number
  readonly again: readonly Shown[]
  readonly unknown: readonly Shown[]
  readonly late: readonly Shown[]
  readonly refs: Refs
}
