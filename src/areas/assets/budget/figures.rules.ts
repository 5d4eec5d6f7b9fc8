import { z } from 'zod'
import { lastOfMonth } from '../../../record/time.ts'
import { fenOf, sumYuan, yuanOf } from '../money.rules.ts'
import { committedStates } from '../purchase/purchase.record.ts'

const yuan = z.number()

/** What became of the money of one budget, in yuan; each figure is the sum of a column of its list (`addressOf`). */
export const figuresShape = z.object({
  /** Asked for and not yet agreed to. */
  requested: yuan,
  /** Agreed to or ordered, and not come in. */
  committed: yuan,
  /** Come in, less what went back. */
  spent: yuan,
  /** Of invoices that are paid. */
  paid: yuan,
})

export const budgetLine = figuresShape.extend({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  state: z.enum(['draft', 'in-force', 'closed']),
  department: z.uuid(),
  category: z.uuid().nullable(),
  planned: yuan,
})

export const budgetShape = z.object({
  year: z.int(),
  /** Those for which there is anything. */
  years: z.array(z.int()),
  budgets: z.array(budgetLine),
  /** What is charged to no budget, `spent` and `paid` within the year; not told of one department. */
  none: figuresShape.nullable(),
  /** What came in, month by month, whatever it is charged to: `2026-03`. */
  months: z.array(z.object({ month: z.string(), spent: yuan })),
})

export type Figures = z.output<typeof figuresShape>
export type BudgetLine = z.output<typeof budgetLine>
export type BudgetPicture = z.output<typeof budgetShape>
export type Figure = keyof Figures

/** What may still be asked for; below nought where it is overdrawn. */
export const leftOf = ({ planned, committed, spent }: Pick<BudgetLine, 'planned' | 'committed' | 'spent'>): number =>
  yuanOf(fenOf(planned) - fenOf(committed) - fenOf(spent))

/** All of them together. */
export const sumOf = (lines: readonly BudgetLine[]) => ({
  planned: sumYuan(lines.map((one) => one.planned)),
  requested: sumYuan(lines.map((one) => one.requested)),
  committed: sumYuan(lines.map((one) => one.committed)),
  spent: sumYuan(lines.map((one) => one.spent)),
  paid: sumYuan(lines.map((one) => one.paid)),
})

interface Address {
  readonly to: string
  readonly search: Readonly<Record<string, string>>
}

/** The list whose column a figure sums up; without a budget of what is charged to none. */
export function addressOf(figure: Figure, budget: string | null, year: number): Address {
  const of = { budget: budget ?? '' }
  const within = (field: string): Record<string, string> =>
    budget === null ? { [`${field}.from`]: `${year}-01-01`, [`${field}.to`]: `${year}-12-31` } : {}
  switch (figure) {
    case 'requested':
      return { to: '/purchases', search: { ...of, state: 'requested' } }
    case 'committed':
      return { to: '/purchases', search: { ...of, state: committedStates.join(',') } }
    case 'spent':
      return { to: '/receipts', search: { ...of, ...within('receivedOn') } }
    case 'paid':
      return { to: '/invoices', search: { ...of, state: 'paid', ...within('paidOn') } }
  }
}

/** The receipts of one month. */
export function monthAddress(month: string, department: string | undefined): Address {
  return {
    to: '/receipts',
    search: {
      'receivedOn.from': `${month}-01`,
      'receivedOn.to': lastOfMonth(month),
      ...(department && { department }),
    },
  }
}
