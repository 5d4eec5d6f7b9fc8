import { asSystem } from '../../../record/actor.ts'
import { type Answer, type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { approvalRule } from '../../administration/approval-rule/approval-rule.record.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { assetCategory } from '../asset-category/asset-category.record.ts'
import { supplier } from '../supplier/supplier.record.ts'

const roles = ['engineer', 'manager', 'business', 'operator', 'auditor'] as const
type Who = (typeof roles)[number] | 'head' | 'director' | 'colleague'

/** A firm that buys: a dealing department with its head, whom the director is above; two suppliers; a category. */
export interface Firm {
  readonly app: TestApp
  readonly clients: Readonly<Record<Who, Client>>
  readonly ids: Readonly<Record<Who | 'trading' | 'seller' | 'other' | 'screens', string>>
  /** What is asked for: so many screens at 1,000 yuan before tax, as `business` enters it. */
  ask(values?: object, who?: Who): Promise<Answer>
  /** Gives an approval of this purchase a voice. */
  vote(who: Who, purchase: string, vote?: 'agree' | 'refuse', more?: object): Promise<Answer>
  /** A purchase as it is once it was agreed to and ordered. */
  ordered(lines?: object[]): Promise<string>
}

export const screens = (quantity: number, unitPrice: number, category: string | null = null) => ({
  ...{ what: '27 寸显示器', quantity, unitPrice, category },
  warrantyMonths: 36,
})

export async function buyingFirm(): Promise<Firm> {
  const app = await testApp()
  const clients = {} as Record<Who, Client>
  const ids = {} as Record<keyof Firm['ids'], string>
  const everybody: [Who, string][] = [...roles.map((one): [Who, string] => [one, one])]
  for (const [who, role] of everybody) {
    const made = await app.person(role)
    ids[who] = made.id
    clients[who] = await app.as(made)
  }
  // Distinct persons of one role: combinations of roles make others than each alone.
  for (const [who, held] of [
    ['head', ['business', 'checker']],
    ['director', ['business', 'admin']],
    ['colleague', ['business', 'operator']],
  ] as const) {
    const made = await app.person(...held)
    ids[who] = made.id
    clients[who] = await app.as(made)
  }
  await app.inTx(asSystem('test'), async (tx) => {
    const firm = await tx.create(department, { code: 'ALL', name: '公司', head: ids.director })
    const trading = await tx.create(department, { code: 'TRD', name: '交易部', head: ids.head, parent: firm.id })
    for (const who of ['business', 'head', 'colleague'] as const)
      await tx.update(person, ids[who], { department: trading.id })
    const sells = { kind: 'reseller', registeredAs: 'approved' } as const
    ids.trading = trading.id
    ids.seller = (await tx.create(supplier, { ...sells, name: '华信办公', creditCode: '91350100M000100Y43' })).id
    ids.other = (await tx.create(supplier, { name: '远东设备', kind: 'reseller' })).id
    const category = { code: 'SCR', name: '显示器', nameEn: 'Screen', kind: 'hardware', tagPrefix: 'SCR' } as const
    ids.screens = (await tx.create(assetCategory, category)).id
  })
  const ask = (values: object = {}, who: Who = 'business') =>
    clients[who].post('/api/purchases', { title: '显示器', reason: '新员工', lines: [screens(2, 1_000)], ...values })
  const vote: Firm['vote'] = async (who, purchase, said = 'agree', more = {}) => {
    const [pending] = await app.sql<{ id: string; digest: Buffer }>(
      `select id, digest from approval where record_id = $1 and state = 'pending'`,
      [purchase],
    )
    return clients[who].post(`/api/approvals/${pending?.id}/${said}`, {
      digest: pending?.digest.toString('hex'),
      ...(said === 'refuse' && { note: '暂缓。' }),
      ...more,
    })
  }
  return {
    app,
    clients,
    ids,
    ask,
    vote,
    async ordered(lines = [screens(3, 999.99, ids.screens), { ...screens(10, 10), what: '网线' }]) {
      const { item } = (await ask({ lines })).body
      await clients.business.post(`/api/purchases/${item.id}/submit`)
      await vote('head', item.id)
      const made = await clients.engineer.post(`/api/purchases/${item.id}/order`, { supplier: ids.seller })
      if (made.status !== 200) throw new Error(JSON.stringify(made.body))
      return item.id
    },
  }
}

/** Puts a rule for submitting purchases in force: from so many yuan on these are asked too. */
export const ruleFrom = (app: TestApp, from: number, role: string) =>
  app.inTx(asSystem('test'), async (tx) => {
    const made = await tx.create(approvalRule, {
      name: `${from} 元及以上`,
      rule: {
        record: 'purchase',
        verb: 'submit',
        when: [{ field: 'total', op: 'at-least', value: from }],
        steps: [
          {
            name: ['经理', 'Manager'],
            who: [{ is: 'role', code: role }],
            ...{ need: 'any', count: null, sign: false, escalateAfter: null, escalateTo: [] },
          },
        ],
      },
    })
    await tx.act(approvalRule, made.id, 'put-in-force')
  })
