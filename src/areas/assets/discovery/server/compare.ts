import './tables.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asked } from '../../../../record/custom.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { discoveryDifference } from '../../discovery-difference/discovery-difference.record.ts'
import { type Difference, differencesOf, modelOf } from '../compare.rules.ts'
import type { discovery } from '../discovery.record.ts'

type Row = RowOf<typeof discovery>

/** What is to wait for a decision: a difference, without a field where it is about the machine as a whole. */
interface Wanted {
  readonly kind: 'new' | 'changed' | 'vanished'
  readonly field: string | null
  readonly registered: string | null
  readonly found: string | null
}

/** Holds a machine against the register: what differs waits for a decision, what no longer differs is settled. */
export async function compareAgain(engine: Engine, tx: Tx, row: Row): Promise<void> {
  await raise(tx, row, await wantedFor(engine, tx, row))
}

/** Says that a machine is no longer heard of. */
export const raiseVanished = (tx: Tx, row: Row): Promise<void> =>
  raise(tx, row, [{ kind: 'vanished', field: null, registered: null, found: row.seenOn }])

async function wantedFor(engine: Engine, tx: Tx, row: Row): Promise<Wanted[]> {
  if (row.state === 'unknown') {
    const found = [modelOf(row.maker, row.model), row.serial].filter((text) => text !== null).join(' · ')
    return [{ kind: 'new', field: null, registered: null, found: found.slice(0, 300) || row.name }]
  }
  if (row.state !== 'matched' || !row.asset) return []
  const all = await registeredDifferences(engine, tx, row, row.asset)
  return all.map((one) => ({ ...one, kind: 'changed' as const }))
}

async function registeredDifferences(engine: Engine, tx: Tx, row: Row, id: string): Promise<Difference[]> {
  const one = await tx.lock(asset, id)
  if (one.state === 'disposed') return []
  const model = one.model
    ? await tx.db.selectFrom('assetModel').select('name').where('id', '=', one.model).executeTakeFirst()
    : undefined
  const { serial, hostname, address, custom } = one
  return differencesOf(
    { serial, hostname, address, model: model?.name ?? null, custom: custom ?? {} },
    { ...row, model: modelOf(row.maker, row.model) },
    asked(asset, engine.customFields(asset), { ...one }).map(({ key }) => key),
  )
}

/**
 * Makes what waits for a decision be exactly `wanted`: what stands stays, what reads otherwise is brought up to date, the rest is
 * settled. What somebody dismissed is not raised again as long as the same was found.
 */
async function raise(tx: Tx, row: Row, wanted: readonly Wanted[]): Promise<void> {
  const known = await tx.db
    .selectFrom('discoveryDifference')
    .select(['id', 'state', 'kind', 'field', 'registered', 'found', 'asset', 'category'])
    .where('discovery', '=', row.id)
    .where('state', 'in', ['open', 'dismissed'])
    .orderBy('id')
    .execute()
  const about = (one: Wanted) => (other: Wanted) => other.kind === one.kind && other.field === one.field
  for (const open of known.filter(({ state }) => state === 'open'))
    if (!wanted.some(about(open))) await tx.act(discoveryDifference, open.id, 'settle')
  for (const one of wanted) {
    const same = known.filter(about(one))
    const open = same.find(({ state }) => state === 'open')
    const values = { ...one, found: clip(one.found), registered: clip(one.registered) }
    if (open) await tx.update(discoveryDifference, open.id, values)
    else if (!same.some(({ found }) => one.kind === 'new' || found === values.found))
      await tx.create(discoveryDifference, {
        ...values,
        machine: row.name,
        discovery: row.id,
        asset: row.asset,
        category: one.kind === 'new' ? await likelyCategory(tx, row) : null,
      })
  }
}

const clip = (text: string | null): string | null => text?.slice(0, 300) ?? null

/** The category of the model's other assets, else the one whose own kind the machine seems to be. */
async function likelyCategory(tx: Tx, { maker, model, kind }: Row): Promise<string | null> {
  const name = modelOf(maker, model)
  const byModel =
    name === null
      ? undefined
      : await tx.db.selectFrom('assetModel').select('category').where('name', '=', name).executeTakeFirst()
  if (byModel) return byModel.category
  const wanted = categoryNames[kind]
  const found = await tx.db
    .selectFrom('assetCategory')
    .select(['id', 'name', 'code'])
    .where('state', '=', 'active')
    .orderBy('code')
    .execute()
  return found.find(({ name, code }) => wanted.test(`${name} ${code}`))?.id ?? null
}

const categoryNames: Readonly<Record<Row['kind'], RegExp>> = {
  server: /服务器|server|srv/i,
  virtual: /虚拟|virtual|vm\b/i,
  desktop: /台式|终端|desktop|terminal|\bpc\b/i,
  laptop: /笔记本|终端|laptop|terminal/i,
  network: /网络|交换|network|net\b|switch/i,
  other: /$^/,
}
