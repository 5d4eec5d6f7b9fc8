import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { matchAgain } from '../../invoice/server/invoice.behaviour.ts'
import { purchase } from '../../purchase/purchase.record.ts'
import { openOf } from '../../purchase/purchase.rules.ts'
import { closeIfPaid, orderOf } from '../../purchase/server/order.ts'
import { receipt } from '../receipt.record.ts'
import { afterReceipt, type Received, receiptFaults, returnFaults } from '../receipt.rules.ts'
import { makeAssets } from './make-assets.ts'

export type ReceiptRow = RowOf<typeof receipt>

const open = { in: ['ordered', 'partly-received'], return: ['partly-received', 'received'] }

/** Which of the assets that go back came by which line of this purchase, and where they are. */
const goingBack = (tx: Tx, { assets }: ReceiptRow) =>
  assets.length === 0
    ? Promise.resolve([])
    : tx.db
        .selectFrom('asset')
        .leftJoin('receipt', 'receipt.id', 'asset.receipt')
        .select(['asset.id', 'asset.tag', 'asset.state', 'asset.receiptLine as line', 'receipt.purchase'])
        .where('asset.id', 'in', assets)
        .orderBy('asset.id')
        .execute()

type Going = Awaited<ReturnType<typeof goingBack>>

/** What goes back by line: what is written, and the assets that are named. */
function linesBack(row: ReceiptRow, going: Going): Received[] {
  const named = new Map<number, number>()
  for (const { line, purchase: of } of going)
    if (line !== null && of === row.purchase) named.set(line, (named.get(line) ?? 0) + 1)
  return [...row.lines, ...[...named].map(([line, quantity]) => ({ line, quantity, serials: [] }))]
}

async function derived(tx: Tx, row: ReceiptRow): Promise<Partial<ReceiptRow>> {
  const order = await orderOf(tx, row.purchase)
  if (!order) return {}
  const { title, supplier, department, budget } = order
  const lines = row.kind === 'in' ? row.lines : linesBack(row, await goingBack(tx, row))
  const { amount } = afterReceipt(order.lines, order.received, row.kind, lines)
  return { title, supplier, department, budget, lines, amount, receivedOn: row.receivedOn ?? tx.today }
}

async function bookable(tx: Tx, row: ReceiptRow): Promise<Fault[]> {
  const order = await orderOf(tx, row.purchase)
  if (!order || !open[row.kind].includes(order.state))
    return [
      row.kind === 'in'
        ? fault(
            'purchase',
            'wrong-state',
            '只有已下单、未到齐的采购可以收货。',
            'Only what is ordered and still open is received.',
          )
        : fault(
            'purchase',
            'wrong-state',
            '只有已到货、未付清的采购可以退货。',
            'Only what came in and is not yet paid goes back.',
          ),
    ]
  const faults = (row.kind === 'in' ? receiptFaults : returnFaults)(order.lines, order.received, row.lines)
  if (row.receivedOn !== null && row.receivedOn > tx.today)
    faults.push(fault('receivedOn', 'future', '日期不能晚于今天。', 'The date has not come yet.'))
  if (row.kind === 'in')
    return row.assets.length === 0
      ? faults
      : [
          ...faults,
          fault('assets', 'not-asked', '到货不填资产,入账时自动建立。', 'What comes in makes its assets by itself.'),
        ]
  return [...faults, ...(await assetFaults(tx, row, order.lines))]
}

async function assetFaults(tx: Tx, row: ReceiptRow, lines: readonly { category: string | null }[]): Promise<Fault[]> {
  const going = await goingBack(tx, row)
  const others = going.filter((one) => one.purchase !== row.purchase || one.state !== 'in-stock')
  const unnamed = row.lines.filter(
    ({ line, quantity }) => lines[line - 1]?.category && going.filter((one) => one.line === line).length !== quantity,
  )
  return [
    ...others.map(({ tag }) =>
      fault(
        'assets',
        'not-in-stock',
        `资产 ${tag} 不是本次采购的在库资产。`,
        `Asset ${tag} is not in stock, or did not come by this purchase.`,
      ),
    ),
    ...unnamed.map(({ line }) =>
      fault(
        'assets',
        'required',
        `第 ${line} 行已登记为资产,请选择退回哪些资产。`,
        `Line ${line} became assets: say which of them go back.`,
      ),
    ),
  ]
}

export const receiptBehaviour = behave(receipt, {
  async derive(tx, steps) {
    const values: Partial<ReceiptRow>[] = []
    for (const { after } of steps) values.push(await derived(tx, after))
    return values
  },
  guards: { create: bookable },
  effects: {
    async create(tx, row) {
      const order = await orderOf(tx, row.purchase)
      if (!order) throw new Refusal('not-found', ['没有这条记录。', 'There is no such record.'])
      const system = tx.as('receipt')
      if (row.kind === 'in') await makeAssets(system, row, order)
      for (const id of row.assets) await system.act(asset, id, 'give-back')
      const { received } = afterReceipt(order.lines, order.received, row.kind, row.lines)
      const isWhole = order.lines.every((_line, n) => openOf(order.lines, received, n) === 0)
      await system.act(purchase, row.purchase, isWhole ? 'receive-all' : 'receive-part', { received })
      await matchAgain(tx, row.purchase)
      await closeIfPaid(tx, row.purchase)
    },
  },
})
