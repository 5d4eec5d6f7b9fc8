import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import type { ValuesOf } from '../../../../record/record.ts'
import { monthsAway } from '../../../../record/time.ts'
import { asset } from '../../asset/asset.record.ts'
import { nextTags } from '../../asset/server/tag.ts'
import { yuanOf } from '../../money.rules.ts'
import { shareOf } from '../../purchase/purchase.rules.ts'
import type { Order } from '../../purchase/server/order.ts'
import { piecesIn } from '../receipt.rules.ts'
import type { ReceiptRow } from './receipt.behaviour.ts'

/** Registers each piece that came in of a line with a category: in stock, under a tag of its own, at what it cost to the fen. */
export async function makeAssets(tx: Tx, row: ReceiptRow, order: Order): Promise<void> {
  const pieces: ValuesOf<typeof asset>[] = []
  for (const { line, quantity, serials } of row.lines) {
    const ordered = order.lines[line - 1]
    if (!ordered?.category) continue
    const costs = piecesIn(ordered, shareOf(order.received, line - 1), quantity)
    const tags = await nextTags(tx, ordered.category, quantity)
    const { what, category, model, warrantyMonths } = ordered
    for (const [n, tag] of tags.entries())
      pieces.push({
        ...{ tag, category, model, name: what, registeredAs: 'in-stock' },
        serial: serials[n] ?? null,
        location: row.location,
        department: order.department,
        supplier: order.supplier,
        purchasedOn: row.receivedOn,
        cost: yuanOf(costs[n] ?? 0),
        warrantyUntil: warrantyMonths === null ? null : monthsAway(row.receivedOn as string, warrantyMonths),
        receipt: row.id,
        receiptLine: line,
      })
  }
  await createAll(tx, asset, pieces)
}
