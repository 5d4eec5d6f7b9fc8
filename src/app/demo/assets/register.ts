import { asset } from '../../../areas/assets/asset/asset.record.ts'
import { nextTags } from '../../../areas/assets/asset/server/tag.ts'
import { assetRelation } from '../../../areas/assets/asset-relation/asset-relation.record.ts'
import type { Tx } from '../../../platform/tx.ts'
import { type Places, placeOf } from '../components.ts'
import type { Stage } from '../stage.ts'
import type { CategoryCode } from './categories.data.ts'
import { monthsBefore } from './dates.ts'
import { workplaces } from './desks.data.ts'
import { documents } from './documents.data.ts'
import { type Ground, type Ids, idOf, layGround, putAll } from './ground.ts'
import { network } from './network.data.ts'
import { servers } from './servers.data.ts'
import { surroundings } from './surroundings.data.ts'
import { databases, software, vms } from './systems.data.ts'
import type { Thing } from './thing.ts'

const things: readonly Thing[] = [
  ...network,
  ...surroundings,
  ...servers,
  ...vms,
  ...databases,
  ...software,
  ...documents,
  ...workplaces,
]

/** The firm's register, as the rest of the demo names what is in it. */
export interface Register extends Ground {
  /** Ids by the keys of the lists beside this. */
  readonly assets: Ids
}

/** Takes the firm's own list of what it has into the register, by the engineer's hand. */
export async function registerAssets(stage: Stage, components: Places): Promise<Register> {
  const around = await stage.as('engineer', (tx) => layGround(tx, stage))
  const ids = await stage.as('engineer', async (tx) => {
    const tags = await tagsOf(tx, around.categories)
    const rows = await putAll(
      tx,
      asset,
      things.map((one, i) => valuesOf(one, tags[i] as string, around, components, tx.now)),
    )
    return new Map(things.map(({ key }, i) => [key, rows[i] as string]))
  })
  const register = { ...around, assets: ids }
  await stage.as('engineer', (tx) => relate(tx, ids))
  await stage.as('engineer', (tx) => whatHappened(tx, ids))
  return register
}

/** One for each, counted by category in the order of the list. */
async function tagsOf(tx: Tx, categories: Ids): Promise<string[]> {
  const drawn = new Map<CategoryCode, string[]>()
  for (const { of } of things) drawn.set(of, [])
  for (const of of drawn.keys()) {
    const count = things.filter((one) => one.of === of).length
    drawn.set(of, await nextTags(tx, idOf(categories, of), count))
  }
  return things.map(({ of }) => drawn.get(of)?.shift() as string)
}

function valuesOf(one: Thing, tag: string, ids: Ground, components: Places, now: string) {
  const { key, name, of, age, warranty, cost, unit, host, address, classification, note, custom } = one
  const bought = one.as === 'ordered' ? null : monthsBefore(now, age, key)
  const link = (from: Ids, wanted: string | undefined) => (wanted === undefined ? null : idOf(from, wanted))
  return {
    ...{ tag, name, category: idOf(ids.categories, of) },
    registeredAs: one.as ?? 'in-use',
    model: link(ids.models, one.model),
    serial: one.model && bought ? serialOf(one.model, key) : null,
    location: link(ids.places, one.at),
    rackUnit: unit ?? null,
    department: link(ids.departments, one.department ?? (one.custodian ? undefined : 'IT')),
    owner: link(ids.people, one.owner ?? one.custodian),
    custodian: link(ids.people, one.custodian),
    classification: classification ?? 'internal',
    components: (one.components ?? []).map((code) => placeOf(components, code).component),
    hostname: host ?? null,
    address: address ?? null,
    supplier: link(ids.suppliers, one.supplier),
    purchasedOn: bought,
    cost: cost ?? null,
    inServiceOn: bought && !one.as ? monthsBefore(now, Math.max(0, age - 1), key) : null,
    warrantyUntil: bought && warranty ? monthsBefore(now, age - warranty, key) : null,
    note: note ?? null,
    custom: custom ?? {},
  }
}

/** Like a maker's, and the same every time. */
function serialOf(model: string, key: string): string {
  let hash = 7
  for (const letter of model + key) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
  return `${model.slice(0, 3).toUpperCase()}${hash.toString(36).toUpperCase().padStart(7, '0')}`
}

async function relate(tx: Tx, ids: Ids): Promise<void> {
  const ties = things.flatMap(({ key, runsOn, connectsTo, backedUpBy, partOf }) =>
    (
      [
        ['runs-on', runsOn],
        ['connects-to', connectsTo],
        ['backed-up-by', backedUpBy],
        ['part-of', partOf],
      ] as const
    ).flatMap(([kind, others = []]) => others.map((to) => ({ from: idOf(ids, key), kind, to: idOf(ids, to) }))),
  )
  await putAll(tx, assetRelation, ties)
}

async function whatHappened(tx: Tx, ids: Ids): Promise<void> {
  for (const { key, since } of things) {
    if (!since) continue
    await tx.act(asset, idOf(ids, key), since, since === 'lose' ? { lostHow: '出差途中遗失,已报警并远程锁定。' } : {})
  }
}
