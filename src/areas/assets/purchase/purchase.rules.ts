import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import { fenOf, yuanOf } from '../money.rules.ts'

const money = () => z.number().min(0).max(1e9).multipleOf(0.01)

/** One line of a purchase. Of what has a category, each piece becomes an asset when it comes in. */
export const lineSchema = z.strictObject({
  what: shaped(z.string().trim().min(1).max(120), ['名称与规格', 'What']),
  category: shaped(z.uuid().nullable().default(null), ['资产类别', 'Asset category'], { to: 'asset-category' }),
  model: shaped(z.uuid().nullable().default(null), ['型号', 'Model'], { to: 'asset-model' }),
  quantity: shaped(z.int().min(1).max(10_000), ['数量', 'Quantity']),
  unit: shaped(z.string().trim().min(1).max(8).nullable().default(null), ['单位', 'Unit']),
  /** Yuan, before tax. */
  unitPrice: shaped(money(), ['不含税单价(元)', 'Unit price before tax (CNY)']),
  /** Percent. */
  taxRate: shaped(z.number().min(0).max(100).default(13), ['税率(%)', 'Tax (%)']),
  warrantyMonths: shaped(z.int().min(0).max(240).nullable().default(null), ['质保(月)', 'Warranty (months)']),
})

export const linesSchema = z.array(lineSchema).max(50)
export type Line = z.output<typeof lineSchema>

/** What one supplier asks for the whole of it. */
export const quoteSchema = z.strictObject({
  supplier: shaped(z.uuid(), ['供应商', 'Supplier'], { to: 'supplier' }),
  /** Yuan, with tax. */
  amount: shaped(money(), ['含税总价(元)', 'Amount with tax (CNY)']),
  days: shaped(z.int().min(0).max(1_000).nullable().default(null), ['交货期(天)', 'Delivery (days)']),
  /** As it is called among the files of the purchase. */
  file: shaped(z.string().trim().min(1).max(200).nullable().default(null), ['报价单附件名', 'File of the quote']),
  note: shaped(z.string().trim().min(1).max(400).nullable().default(null), ['说明', 'Note']),
})

export const quotesSchema = z.array(quoteSchema).max(10)
export type Quote = z.output<typeof quoteSchema>

/** What has come in of a line, or was invoiced of it: pieces, and yuan with tax. */
export const shareSchema = z.strictObject({ quantity: z.int().min(0), amount: z.number() })
export type Share = z.output<typeof shareSchema>

/** Fen of one line: before tax, the tax on it, and both. Tax is rounded once for the line, as an invoice does. */
export function lineFen({ quantity, unitPrice, taxRate }: Pick<Line, 'quantity' | 'unitPrice' | 'taxRate'>) {
  const net = quantity * fenOf(unitPrice)
  const tax = Math.round((net * taxRate) / 100)
  return { net, tax, gross: net + tax }
}

/** Fen that so many pieces of a line cost by the order, with tax. */
export const dueFen = (line: Line, quantity: number): number =>
  Math.round((lineFen(line).gross * quantity) / line.quantity)

/** Yuan of all lines, with tax. */
export const totalOf = (lines: readonly Line[]): number =>
  yuanOf(lines.reduce((sum, line) => sum + lineFen(line).gross, 0))

const nothing: Share = { quantity: 0, amount: 0 }

/** The share of a line among shares that are kept by place. */
export const shareOf = (shares: readonly Share[], n: number): Share => shares[n] ?? nothing

/** How many of a line are still to come. */
export const openOf = (lines: readonly Line[], received: readonly Share[], n: number): number =>
  (lines[n]?.quantity ?? 0) - shareOf(received, n).quantity

/** What is wrong with lines, as far as they alone tell. */
export const lineFaults = (lines: readonly Line[]): Fault[] =>
  lines.flatMap(({ category, model }, n) =>
    model !== null && category === null
      ? [
          fault(
            `lines.${n}.category`,
            'required',
            '选了型号就须选资产类别。',
            'Where there is a model there is a category.',
          ),
        ]
      : [],
  )

interface Chosen {
  readonly lines: readonly Line[]
  readonly quotes: readonly Quote[]
  readonly supplier: string | null
  readonly choiceReason: string | null
}

/** From how many yuan how many quotes are wanted. */
export interface QuotePolicy {
  readonly from: number
  readonly wanted: number
}

/**
 * What is wrong with the choice among quotes: a supplier who did not quote, an amount that is not that of the lines, one that
 * is not the cheapest or of too few without a reason.
 */
export function choiceFaults({ lines, quotes, supplier, choiceReason }: Chosen, policy: QuotePolicy): Fault[] {
  const faults: Fault[] = []
  const total = totalOf(lines)
  const chosen = quotes.find((one) => one.supplier === supplier)
  for (const [n, quote] of quotes.entries())
    if (quotes.findIndex((one) => one.supplier === quote.supplier) < n)
      faults.push(
        fault(`quotes.${n}.supplier`, 'twice', '这家供应商已经报价。', 'There is a quote of this supplier already.'),
      )
  if (quotes.length > 0 && supplier !== null && !chosen)
    faults.push(
      fault('supplier', 'no-quote', '选定的供应商没有报价。', 'There is no quote of the supplier who was chosen.'),
    )
  if (chosen && fenOf(chosen.amount) !== fenOf(total))
    faults.push(
      fault(
        'lines',
        'not-the-quote',
        `明细合计 ${total} 元,选定的报价是 ${chosen.amount} 元,两者须一致。`,
        `The lines come to ${total} CNY, the chosen quote to ${chosen.amount} CNY: they must agree.`,
      ),
    )
  if (choiceReason !== null) return faults
  if (chosen && quotes.some(({ amount }) => amount < chosen.amount))
    faults.push(
      fault(
        'choiceReason',
        'not-cheapest',
        '选定的不是最低报价,请说明理由。',
        'The chosen quote is not the lowest: say why.',
      ),
    )
  if (quotes.length < policy.wanted && total >= policy.from)
    faults.push(
      fault(
        'choiceReason',
        'too-few-quotes',
        `${policy.from} 元及以上的采购须有 ${policy.wanted} 家报价;不足的请说明理由。`,
        `From ${policy.from} CNY on, ${policy.wanted} quotes are wanted: say why there are fewer.`,
      ),
    )
  return faults
}
