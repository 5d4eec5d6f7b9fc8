/**
 * What is traded on the floor. Lot sizes and ticks are those of the Shanghai Gold Exchange's contract
 * specifications; the prices are invented. `unit` is how many priced units (gram, for silver kilogram) one lot holds.
 */
export const contracts = {
  'Au(T+D)': { unit: 1000, tick: 0.01, opening: 950 },
  'mAu(T+D)': { unit: 100, tick: 0.01, opening: 950 },
  'Ag(T+D)': { unit: 1, tick: 1, opening: 12000 },
} as const

export type Contract = keyof typeof contracts
export type Side = 'buy' | 'sell'

/** Prices in CNY per gram (silver: per kilogram); `at` is ISO 8601 in UTC; lots are what may be traded at the price. */
export interface Quote {
  contract: Contract
  seq: number
  at: string
  bid: number
  bidLots: number
  ask: number
  askLots: number
}

export interface Order {
  id: string
  /** The member's own, by which it may be withdrawn. */
  reference?: string
  account: string
  contract: Contract
  side: Side
  lots: number
  limit: number
}

export interface Fill {
  seq: number
  orderId: string
  account: string
  contract: Contract
  side: Side
  lots: number
  price: number
  at: string
}

/** The first quote of each contract. */
export function openingQuotes(at: string): Quote[] {
  const all = Object.keys(contracts) as Contract[]
  return all.map((contract) => quoteFrom(contract, contracts[contract].opening, 1, at))
}

/** The next quote: one to three ticks up or down by `chance` (0 up to 1), never standing still. */
export function nextQuote(last: Quote, chance: number, at: string): Quote {
  const { tick } = contracts[last.contract]
  const steps = [-3, -2, -1, 1, 2, 3][Math.floor(chance * 6)]!
  return quoteFrom(last.contract, last.bid + steps * tick, last.seq + 1, at)
}

/** The value of a trade in fen (CNY/100), a whole number. */
export function turnoverFen({ contract, lots, price }: Pick<Fill, 'contract' | 'lots' | 'price'>): number {
  return Math.round(price * 100) * contracts[contract].unit * lots
}

/** An order without its number, or every fault of it. */
export function readOrder(body: unknown): { order: Omit<Order, 'id'> } | { faults: string[] } {
  const { account, contract, side, lots, limit, reference } = Object(body) as Record<string, unknown>
  const known = typeof contract === 'string' && Object.hasOwn(contracts, contract)
  const tick = known ? contracts[contract as Contract].tick : 0.01
  const faults = [
    typeof account === 'string' && /^[\w-]{1,32}$/.test(account) ? [] : 'account',
    known ? [] : 'contract',
    side === 'buy' || side === 'sell' ? [] : 'side',
    Number.isSafeInteger(lots) && (lots as number) > 0 ? [] : 'lots',
    typeof limit === 'number' && limit > 0 && onTick(limit, tick) ? [] : 'limit',
    reference === undefined || isReference(reference) ? [] : 'reference',
  ].flat()
  return faults.length > 0
    ? { faults }
    : {
        order: { account, contract, side, lots, limit, ...(reference !== undefined && { reference }) } as Omit<
          Order,
          'id'
        >,
      }
}

/** Whose order is to be withdrawn, or every fault of it. */
export function readWithdrawal(body: unknown): { account: string; reference: string } | { faults: string[] } {
  const { account, reference } = Object(body) as Record<string, unknown>
  const faults = [
    typeof account === 'string' && /^[\w-]{1,32}$/.test(account) ? [] : 'account',
    isReference(reference) ? [] : 'reference',
  ].flat()
  return faults.length > 0 ? { faults } : { account: account as string, reference: reference as string }
}

const isReference = (given: unknown): boolean => typeof given === 'string' && /^[\w-]{1,64}$/.test(given)

function quoteFrom(contract: Contract, bid: number, seq: number, at: string): Quote {
  const ask = bid + contracts[contract].tick * 2
  return { contract, seq, at, bid: round(bid), bidLots: 50, ask: round(ask), askLots: 50 }
}

function onTick(price: number, tick: number): boolean {
  return Math.abs(price / tick - Math.round(price / tick)) < 1e-6
}

function round(price: number): number {
  return Math.round(price * 100) / 100
}
