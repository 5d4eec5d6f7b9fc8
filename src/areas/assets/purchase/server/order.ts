import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Invoiced, invoicedOf, isAllInvoiced, type Known } from '../../invoice/match.rules.ts'
import { purchase } from '../purchase.record.ts'

/** A purchase as it stands, locked: whoever receives or invoices it at the same time waits. */
export const orderOf = (tx: Tx, id: string | null) =>
  tx.db
    .selectFrom('purchase')
    .select(['id', 'title', 'state', 'lines', 'received', 'supplier', 'department', 'budget', 'openAmount'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type Order = NonNullable<Awaited<ReturnType<typeof orderOf>>>

/** Its invoices that were not sent back, as they were entered. */
const invoicesOf = (tx: Tx, order: string) =>
  tx.db
    .selectFrom('invoice')
    .select(['id', 'state', 'lines'])
    .where('purchase', '=', order)
    .where('state', '<>', 'returned')
    .orderBy('id')
    .execute()

/** What an invoice of it is compared with: the order, what came in, and the other invoices that stand. */
export async function knownOf(tx: Tx, order: Order, except?: string): Promise<Known> {
  const standing = (await invoicesOf(tx, order.id)).filter(({ id, state }) => id !== except && state !== 'entered')
  return {
    lines: order.lines,
    received: order.received,
    invoiced: invoicedOf(
      order.lines,
      standing.map(({ lines }) => lines as readonly Invoiced[]),
    ),
  }
}

/** Closes it once nothing more comes, whatever came in is invoiced and each invoice is paid. */
export async function closeIfPaid(tx: Tx, id: string): Promise<void> {
  const order = await orderOf(tx, id)
  if (order?.state !== 'received') return
  const invoices = await invoicesOf(tx, id)
  if (invoices.length === 0 || invoices.some(({ state }) => state !== 'paid')) return
  if (isAllInvoiced(await knownOf(tx, order))) await tx.as('invoice').act(purchase, id, 'pay')
}

/** Those that still wait, in the order in which they were entered. */
export const waitingInvoices = async (tx: Tx, order: string) =>
  (await invoicesOf(tx, order)).filter(({ state }) => state === 'entered')
