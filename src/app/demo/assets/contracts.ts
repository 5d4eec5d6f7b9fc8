import { allocation } from '../../../areas/assets/allocation/allocation.record.ts'
import { contract } from '../../../areas/assets/contract/contract.record.ts'
import { keepContracts } from '../../../areas/assets/contract/server/course.task.ts'
import { entitlement } from '../../../areas/assets/entitlement/entitlement.record.ts'
import { licence } from '../../../areas/assets/licence/licence.record.ts'
import { keepLicences } from '../../../areas/assets/licence/server/keep.task.ts'
import { dayAway, monthsAway } from '../../../record/time.ts'
import { type Act, shanghai } from '../history/agenda.ts'
import { perform, type Stage } from '../stage.ts'
import { type Agreed, agreed, type Licensed, licensed } from './contracts.data.ts'
import { type Ids, idOf, putAll } from './ground.ts'
import type { Register } from './register.ts'

/** What the firm agreed with its suppliers, and the licences that it holds; `today` is the day on which a newcomer looks. */
export async function agreeOnContracts(stage: Stage, register: Register, today: string): Promise<void> {
  const contracts = new Map<string, string>()
  for (const one of agreed) contracts.set(one.code, await agree(stage, register, one, today))
  await stage.as('engineer', async (tx) => {
    for (const one of licensed) {
      // What had been given out before it was registered is not held up by what has expired since.
      const of = await tx.create(licence, {
        ...{ name: one.name, metric: one.metric, overuse: 'warn', owner: stage.people.engineer },
        supplier: idOf(register.suppliers, one.supplier),
      })
      await putAll(tx, entitlement, entitlementsOf(one, of.id, contracts, today))
      await putAll(tx, allocation, allocationsOf(one, of.id, register))
      await tx.update(licence, of.id, { overuse: one.overuse ?? 'block' })
    }
  })
}

async function agree(stage: Stage, register: Register, one: Agreed, today: string): Promise<string> {
  const { title, code, kind, amount, endsIn, months, notice, renews, owner = 'engineer', next } = one
  const validTo = endsIn === null ? null : dayAway(today, endsIn)
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(contract, {
      ...{ title, code, kind, amount, noticeDays: notice, renewMonths: renews ?? null, validTo },
      validFrom: dayAway(monthsAway(validTo ?? today, -months), 1),
      supplier: idOf(register.suppliers, one.supplier),
      owner: stage.people[owner],
      department: idOf(register.departments, 'IT'),
      assets: (one.assets ?? []).map((key) => idOf(register.assets, key)),
    }),
  )
  await stage.as('manager', (tx) => tx.act(contract, id, 'begin'))
  if (next === undefined) return id
  const made = (await stage.as('engineer', (tx) => perform(tx, stage.engine, contract, id, 'renew'))) as { id: string }
  if (next === 'in-force') await stage.as('manager', (tx) => tx.act(contract, made.id, 'begin'))
  return id
}

/** Once discovery has found products, each licence says of which of them it is. */
export async function nameProducts(stage: Stage): Promise<void> {
  await stage.as('engineer', async (tx) => {
    for (const { name, software } of licensed) {
      if (!software) continue
      const products = await tx.db
        .selectFrom('software')
        .select('id')
        .where('name', 'in', [...software])
        .orderBy('id')
        .execute()
      const { id } = await tx.db.selectFrom('licence').select('id').where('name', '=', name).executeTakeFirstOrThrow()
      await tx.update(licence, id, { software: products.map((one) => one.id) })
    }
  })
}

const entitlementsOf = ({ bought }: Licensed, of: string, contracts: Ids, today: string) =>
  bought.map(({ quantity, since, endsIn, reference, cost, contract: under }) => ({
    ...{ licence: of, quantity, reference, cost: cost ?? null },
    validFrom: monthsAway(today, -since),
    validTo: endsIn === undefined ? null : dayAway(today, endsIn),
    contract: under ? idOf(contracts, under) : null,
  }))

const allocationsOf = ({ people = [], devices = [] }: Licensed, of: string, register: Register) => [
  ...people.map((key) => ({ licence: of, person: idOf(register.people, key) })),
  ...devices.map((one) => {
    const [key, quantity] = typeof one === 'string' ? [one, 1] : one
    return { licence: of, asset: idOf(register.assets, key), quantity }
  }),
]

/** Every night what has ended ends, and owners hear of what will. */
export const nightActs = ({ engine }: Stage, days: readonly string[]): Act[] =>
  days.map((day) => ({
    at: shanghai(day, '00:15'),
    async do() {
      await keepContracts(engine, {} as never)
      await keepLicences(engine, {} as never)
    },
  }))
