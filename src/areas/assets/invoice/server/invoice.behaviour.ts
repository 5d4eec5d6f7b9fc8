import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { invoiceTolerance } from '../../purchase/purchase.settings.ts'
import { closeIfPaid, knownOf, type Order, orderOf, waitingInvoices } from '../../purchase/server/order.ts'
import { invoice } from '../invoice.record.ts'
import { type Difference, differencesOf } from '../match.rules.ts'

type Row = RowOf<typeof invoice>

const differences = async (tx: Tx, order: Order, { id, lines }: Pick<Row, 'id' | 'lines'>): Promise<Difference[]> =>
  differencesOf(await knownOf(tx, order, id), lines, tx.settings.get(invoiceTolerance))

/** Looks again at the invoices that wait: what they ask for may have come in. */
export async function matchAgain(tx: Tx, order: string): Promise<void> {
  for (const waiting of await waitingInvoices(tx, order)) {
    const now = await orderOf(tx, order)
    if (!now) return
    const found = await differences(tx, now, waiting)
    const system = tx.as('invoice')
    if (found.length === 0) await system.act(invoice, waiting.id, 'match')
    else await system.update(invoice, waiting.id, { differences: found })
  }
}

async function enterable(tx: Tx, row: Row): Promise<Fault[]> {
  const order = await orderOf(tx, row.purchase)
  const faults: Fault[] = []
  if (!order || !['ordered', 'partly-received', 'received'].includes(order.state))
    faults.push(
      fault(
        'purchase',
        'wrong-state',
        '只有已下单、尚未付清的采购可以登记发票。',
        'Only what is ordered and not yet paid is invoiced.',
      ),
    )
  for (const [n, { line }] of row.lines.entries())
    if (row.lines.findIndex((one) => one.line === line) < n)
      faults.push(fault(`lines.${n}.line`, 'twice', `第 ${line} 行已经列出。`, `Line ${line} is listed already.`))
  return faults
}

export const invoiceBehaviour = behave(invoice, {
  async derive(tx, steps) {
    const values: Partial<Row>[] = []
    for (const { before, after } of steps) {
      const order = before === null ? await orderOf(tx, after.purchase) : undefined
      if (!order) values.push({})
      else
        values.push({
          supplier: order.supplier,
          budget: order.budget,
          differences: await differences(tx, order, after),
        })
    }
    return values
  },
  guards: { create: enterable },
  effects: {
    async create(tx, { id, differences: found }) {
      if (found.length === 0) await tx.as('invoice').act(invoice, id, 'match')
    },
    pay: (tx, row) => closeIfPaid(tx, row.purchase),
    return: (tx, row) => closeIfPaid(tx, row.purchase),
  },
})
