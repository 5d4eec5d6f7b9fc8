import { type Contract, type Fill, turnoverFen } from './market.rules.ts'

export interface Line {
  account: string
  contract: Contract
  boughtLots: number
  soldLots: number
  turnoverFen: number
}

/** One trading day closed: every fill after the last statement up to `throughSeq`; balances in fen, as the bank had them. */
export interface Statement {
  day: string
  closedAt: string
  throughSeq: number
  lines: Line[]
  balancesFen: Record<string, number>
}

/** Sums fills by account and contract, sorted by both. */
export function statementLines(fills: readonly Fill[]): Line[] {
  const lines = new Map<string, Line>()
  for (const fill of fills) {
    const { account, contract } = fill
    const key = `${account} ${contract}`
    const line = lines.get(key) ?? { account, contract, boughtLots: 0, soldLots: 0, turnoverFen: 0 }
    line[fill.side === 'buy' ? 'boughtLots' : 'soldLots'] += fill.lots
    line.turnoverFen += turnoverFen(fill)
    lines.set(key, line)
  }
  return [...lines.keys()].toSorted().map((key) => lines.get(key)!)
}
