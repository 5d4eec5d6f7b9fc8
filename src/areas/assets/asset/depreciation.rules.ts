import { lastOfMonth, monthAway } from '../../../record/time.ts'
import type { depreciationMethods } from '../asset-category/asset-category.record.ts'
import { fenOf } from '../money.rules.ts'

export type Method = (typeof depreciationMethods)[number]

/** How one asset loses value. */
export interface Terms {
  readonly method: Method
  /** Yuan. */
  readonly cost: number
  /** Percent of the cost that is left at the end. */
  readonly residual: number
  /** Months that it is useful, at least one. */
  readonly months: number
  /** The date it came into use. */
  readonly from: string
}

/** One month of depreciation, in whole fen. */
export interface DepreciationMonth {
  /** `2026-11`. */
  readonly month: string
  readonly amount: number
  /** What it is worth once this month is booked. */
  readonly book: number
}

interface Of {
  readonly cost: number | null
  readonly depreciation: Method | null
  readonly usefulMonths: number | null
  readonly inServiceOn: string | null
  readonly purchasedOn: string | null
}

interface Usual {
  readonly depreciation: Method
  readonly usefulMonths: number
  readonly residual: number
}

/** What holds of an asset: its own where it differs, else as is usual in its category. Null where cost or date is not known. */
export function termsOf(asset: Of, usual: Usual): Terms | null {
  const from = asset.inServiceOn ?? asset.purchasedOn
  if (asset.cost === null || from === null) return null
  return {
    method: asset.depreciation ?? usual.depreciation,
    cost: asset.cost,
    residual: usual.residual,
    months: asset.usefulMonths ?? usual.usefulMonths,
    from,
  }
}

/**
 * All months of depreciation, by 企业会计准则第 4 号——固定资产: the first is the month after it came into use (应用指南: 当月增加的
 * 固定资产,当月不计提折旧,从下月起计提); by double declining balance the last two years share evenly what is left. Months sum up
 * to the fen.
 */
export function scheduleOf(terms: Terms): DepreciationMonth[] {
  const cost = fenOf(terms.cost)
  const least = Math.round((cost * terms.residual) / 100)
  if (terms.method === 'none' || cost === least) return []
  const booked: DepreciationMonth[] = []
  let book = cost
  for (const { count, amount } of stretchesOf(terms.method, cost, least, terms.months)) {
    const start = book
    for (let n = 1; n <= count; n++) {
      const next = start - Math.round((amount * n) / count)
      booked.push({ month: monthAway(terms.from.slice(0, 7), booked.length + 1), amount: book - next, book: next })
      book = next
    }
  }
  return booked
}

/** Months in which the same is taken each month, and what they take together. */
function stretchesOf(method: Method, cost: number, least: number, months: number) {
  const stretches: { count: number; amount: number }[] = []
  let book = cost
  let left = months
  while (method === 'declining' && left > 24) {
    const amount = Math.min(Math.round((book * 24) / months), book - least)
    stretches.push({ count: 12, amount })
    book -= amount
    left -= 12
  }
  return [...stretches, { count: left, amount: book - least }]
}

/** What it is worth on a date, in fen: a month counts from its last day on. */
export function bookValueAt(terms: Terms, date: string): number {
  const last = scheduleOf(terms).findLast(({ month }) => lastOfMonth(month) <= date)
  return last?.book ?? fenOf(terms.cost)
}
