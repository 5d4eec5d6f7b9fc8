export interface Shares {
  readonly total: number
  readonly done: number
  readonly rolledBack: number
  readonly emergency: number
  readonly standard: number
}

export interface Month extends Shares {
  readonly month: string
}

export interface Group extends Shares {
  readonly id: string | null
  readonly name: string | null
}

export interface ChangeReport {
  readonly from: string
  readonly to: string
  readonly all: Shares
  readonly months: readonly Month[]
  readonly teams: readonly Group[]
  readonly vendors: readonly Group[]
}

/** `67%`, and a dash where there is nothing to share. */
export const share = (part: number, total: number): string =>
  total === 0 ? '—' : `${Math.round((100 * part) / total)}%`
