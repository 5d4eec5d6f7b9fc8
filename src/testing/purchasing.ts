import { asset } from '../areas/assets/asset/asset.record.ts'
import { purchase } from '../areas/assets/purchase/purchase.record.ts'
import { lineSchema } from '../areas/assets/purchase/purchase.rules.ts'
import { supplier } from '../areas/assets/supplier/supplier.record.ts'
import { department } from '../areas/organisation/department/department.record.ts'
import { asSystem } from '../record/actor.ts'
import type { AnyRecord } from '../record/record.ts'
import { leastOf } from './values.ts'
import type { World } from './world.ts'

type Values = Record<string, unknown>

let count = 0

/** What records of purchasing and lending need beside their own fields: an order to receive, a thing in stock. */
export async function purchasingValues(world: World, record: AnyRecord): Promise<Values> {
  const { engineer, business } = world.people
  switch (record.name) {
    case 'purchase':
      return { requester: engineer.id, department: await world.link('department'), lines: [line] }
    case 'receipt':
      return { purchase: await ordered(world), lines: [{ line: 1, quantity: 1, serials: [] }] }
    case 'invoice':
      return { purchase: await ordered(world), lines: [{ line: 1, quantity: 1, amount: 0 }] }
    case 'budget':
      return { year: 2026, department: await world.make(department) }
    case 'handover':
      return { holder: business.id, assets: [await inStock(world)] }
    case 'loan':
      return { asset: await inStock(world), borrower: business.id, startsOn: '2026-11-24', dueOn: '2027-11-24' }
    default:
      return {}
  }
}

/** What costs nothing is agreed to by nobody. */
const line = lineSchema.parse({ what: '网线', quantity: 10, unitPrice: 0 })

async function ordered({ app, people, link }: World): Promise<string> {
  const values = { title: '网线', reason: '备用', requester: people.engineer.id, lines: [line] }
  const charged = { ...values, department: await link('department') }
  return app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(purchase, charged)
    const name = `供应商 ${++count}`
    const seller = await tx.create(supplier, { name, kind: 'reseller', registeredAs: 'approved' })
    await tx.act(purchase, id, 'submit')
    await tx.act(purchase, id, 'order', { supplier: seller.id })
    return id
  })
}

async function inStock({ app, link }: World): Promise<string> {
  const values = await leastOf(asset, ['person', 'once'], link, { registeredAs: 'in-stock' })
  return app.inTx(asSystem('test'), async (tx) => (await tx.create(asset, values)).id)
}
