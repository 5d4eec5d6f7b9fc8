import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'
import { fenOf, yuanOf } from '../money.rules.ts'
import { dueFen, type Line, type Share, shareOf } from '../purchase/purchase.rules.ts'

/** What an invoice asks for one line of the order. */
export const invoicedSchema = z.strictObject({
  /** Counted from 1, as the order has it. */
  line: shaped(z.int().min(1).max(50), ['订单行号', 'Line of the order']),
  quantity: shaped(z.int().min(1).max(10_000), ['数量', 'Quantity']),
  /** Yuan, with tax. */
  amount: shaped(z.number().min(0).max(1e11).multipleOf(0.01), ['含税金额(元)', 'Amount with tax (CNY)']),
})

export const invoicedLinesSchema = z.array(invoicedSchema).min(1).max(50)
export type Invoiced = z.output<typeof invoicedSchema>

/** In what an invoice differs from what was ordered and what came in; `line` counts from 1. */
export const differenceSchema = z.strictObject({
  is: z.enum(['no-such-line', 'over-received', 'price']),
  line: z.int(),
  /** Pieces, or yuan with tax. */
  expected: z.number(),
  found: z.number(),
})
export type Difference = z.output<typeof differenceSchema>

/** What the order, its receipts and its other invoices say, line by line. */
export interface Known {
  readonly lines: readonly Line[]
  readonly received: readonly Share[]
  /** By the other invoices that stand. */
  readonly invoiced: readonly Share[]
}

/**
 * Three-way match: nothing is invoiced that was not ordered, nor more than came in, nor at another price. Prices may differ by
 * so many thousandths of what was ordered.
 */
export const differencesOf = (
  { lines, received, invoiced }: Known,
  given: readonly Invoiced[],
  tolerance: number,
): Difference[] =>
  given.flatMap(({ line, quantity, amount }): Difference[] => {
    const n = line - 1
    const ordered = lines[n]
    if (!ordered) return [{ is: 'no-such-line', line, expected: 0, found: quantity }]
    const found: Difference[] = []
    const came = shareOf(received, n).quantity
    const asked = shareOf(invoiced, n).quantity + quantity
    if (asked > came) found.push({ is: 'over-received', line, expected: came, found: asked })
    const due = dueFen(ordered, quantity)
    // A fen a line is rounding.
    const allowed = Math.max(1, Math.floor((due * tolerance) / 1_000))
    if (Math.abs(fenOf(amount) - due) > allowed) found.push({ is: 'price', line, expected: yuanOf(due), found: amount })
    return found
  })

/** `第 2 行:已到货 3,累计开票 5。` */
export function differenceWords({ is, line, expected, found }: Difference): Words {
  switch (is) {
    case 'no-such-line':
      return [`订单没有第 ${line} 行。`, `The order has no line ${line}.`]
    case 'over-received':
      return [
        `第 ${line} 行:已到货 ${expected},累计开票 ${found}。`,
        `Line ${line}: ${expected} came in, ${found} are invoiced.`,
      ]
    case 'price':
      return [
        `第 ${line} 行:按订单应为 ${expected} 元,发票为 ${found} 元。`,
        `Line ${line}: ${expected} CNY by the order, ${found} CNY by the invoice.`,
      ]
  }
}

/** What several invoices ask for, by line of the order. */
export function invoicedOf(lines: readonly Line[], invoices: readonly (readonly Invoiced[])[]): Share[] {
  const shares = lines.map(() => ({ quantity: 0, amount: 0 }))
  for (const { line, quantity, amount } of invoices.flat()) {
    const share = shares[line - 1]
    if (!share) continue
    share.quantity += quantity
    share.amount = yuanOf(fenOf(share.amount) + fenOf(amount))
  }
  return shares
}

/** Is whatever came in invoiced? */
export const isAllInvoiced = ({ lines, received, invoiced }: Known): boolean =>
  lines.every((_line, n) => shareOf(invoiced, n).quantity >= shareOf(received, n).quantity)
