import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import { fenOf, shared, yuanOf } from '../money.rules.ts'
import { type Line, lineFen, openOf, type Share, shareOf } from '../purchase/purchase.rules.ts'

/** How many of a line came in or went back. */
export const receivedSchema = z.strictObject({
  /** Counted from 1, as the order has it. */
  line: shaped(z.int().min(1).max(50), ['订单行号', 'Line of the order']),
  quantity: shaped(z.int().min(1).max(10_000), ['数量', 'Quantity']),
  serials: shaped(z.array(z.string().trim().min(1).max(80)).max(500).default([]), ['序列号', 'Serial numbers']),
})

export const receivedLinesSchema = z.array(receivedSchema).max(50)
export type Received = z.output<typeof receivedSchema>

/** The most assets that one receipt makes. */
export const mostAssets = 500

/** What is wrong with what came in: lines that are not there or twice, more than is open, serials that cannot be. */
export function receiptFaults(lines: readonly Line[], before: readonly Share[], given: readonly Received[]): Fault[] {
  const faults = given.flatMap((one, n) => [
    ...lineFaultsOf(lines, given, one, n),
    ...tooMany(openOf(lines, before, one.line - 1), one, n),
    ...serialFaults(given, one, n),
  ])
  const assets = given.reduce((sum, { line, quantity }) => sum + (lines[line - 1]?.category ? quantity : 0), 0)
  if (given.length === 0) faults.push(fault('lines', 'required', '请填写到货的内容。', 'Say what has come in.'))
  if (assets > mostAssets)
    faults.push(
      fault(
        'lines',
        'too-many',
        `一次到货最多登记 ${mostAssets} 件资产,请分次办理。`,
        `One receipt makes at most ${mostAssets} assets: enter several.`,
      ),
    )
  return faults
}

/** What is wrong with what goes back: it must have come in. */
export const returnFaults = (lines: readonly Line[], before: readonly Share[], given: readonly Received[]): Fault[] =>
  given.length === 0
    ? [fault('lines', 'required', '请填写退回的内容。', 'Say what goes back.')]
    : given.flatMap((one, n) => [
        ...lineFaultsOf(lines, given, one, n),
        ...(lines[one.line - 1] && one.quantity > shareOf(before, one.line - 1).quantity
          ? [
              fault(
                `lines.${n}.quantity`,
                'not-received',
                `第 ${one.line} 行只到货 ${shareOf(before, one.line - 1).quantity},不能退回 ${one.quantity}。`,
                `Of line ${one.line} only ${shareOf(before, one.line - 1).quantity} came in: ${one.quantity} cannot go back.`,
              ),
            ]
          : []),
      ])

const lineFaultsOf = (lines: readonly Line[], given: readonly Received[], { line }: Received, n: number): Fault[] => [
  ...(lines[line - 1]
    ? []
    : [fault(`lines.${n}.line`, 'no-such-line', `订单没有第 ${line} 行。`, `The order has no line ${line}.`)]),
  ...(given.findIndex((one) => one.line === line) < n
    ? [fault(`lines.${n}.line`, 'twice', `第 ${line} 行已经列出。`, `Line ${line} is listed already.`)]
    : []),
]

const tooMany = (open: number, { line, quantity }: Received, n: number): Fault[] =>
  quantity > open
    ? [
        fault(
          `lines.${n}.quantity`,
          'over-ordered',
          `第 ${line} 行还可收 ${open},不能收 ${quantity}:不得超过订购数量。`,
          `Of line ${line}, ${open} are still open: ${quantity} would be more than was ordered.`,
        ),
      ]
    : []

function serialFaults(given: readonly Received[], { serials, quantity }: Received, n: number): Fault[] {
  const at = `lines.${n}.serials`
  const all = given.flatMap((one) => one.serials)
  const again = serials.filter((one) => all.filter((other) => other === one).length > 1)
  return [
    ...(serials.length > quantity
      ? [fault(at, 'too-many', '序列号多于数量。', 'There are more serial numbers than pieces.')]
      : []),
    ...(again.length > 0
      ? [fault(at, 'twice', `序列号重复:${again[0]}。`, `A serial number is there twice: ${again[0]}.`)]
      : []),
  ]
}

/**
 * Fen of each piece that comes in: what the line still has to cost, shared among what is still to come of it, so that the whole
 * line costs what was ordered however often it comes.
 */
export function piecesIn(line: Line, before: Share, quantity: number): number[] {
  const left = lineFen(line).gross - fenOf(before.amount)
  return shared(left, line.quantity - before.quantity).slice(0, quantity)
}

/** Fen of each piece that goes back, of what came in. */
export const piecesBack = (before: Share, quantity: number): number[] =>
  shared(fenOf(before.amount), before.quantity).slice(before.quantity - quantity)

/** What came in of each line after this, and yuan of what came (below nought where it went back). */
export function afterReceipt(
  lines: readonly Line[],
  before: readonly Share[],
  kind: 'in' | 'return',
  given: readonly Received[],
): { readonly received: Share[]; readonly amount: number } {
  const received = lines.map((_line, n) => ({ ...shareOf(before, n) }))
  let whole = 0
  for (const { line, quantity } of given) {
    const share = received[line - 1]
    const ordered = lines[line - 1]
    if (!share || !ordered) continue
    const pieces = kind === 'in' ? piecesIn(ordered, share, quantity) : piecesBack(share, quantity)
    const fen = pieces.reduce((sum, one) => sum + one, 0) * (kind === 'in' ? 1 : -1)
    share.amount = yuanOf(fenOf(share.amount) + fen)
    share.quantity += kind === 'in' ? quantity : -quantity
    whole += fen
  }
  return { received, amount: yuanOf(whole) }
}
