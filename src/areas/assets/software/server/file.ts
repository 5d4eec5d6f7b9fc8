import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { fold } from '../../../../record/fold.ts'
import { installation } from '../../installation/installation.record.ts'
import { type Product, productOf, type Reported } from '../names.rules.ts'
import { software } from '../software.record.ts'

/** One thing that is installed, with its package URL where that is known. */
export interface Installed extends Reported {
  readonly purl?: string | null
  readonly product?: Product
}

/** What came of a list of what is installed. */
export interface Filed {
  readonly added: number
  readonly gone: number
  readonly unchanged: number
}

/**
 * Makes what is installed on an asset be what was listed, of one source: new versions are added, what is no longer listed is gone,
 * products that nobody knew are made. Nothing is written where nothing changed.
 */
export async function fileSoftware(
  tx: Tx,
  asset: string,
  listed: readonly Installed[],
  at: string,
  source: 'agent' | 'cyclonedx' = 'agent',
): Promise<Filed> {
  const wanted = new Map(
    listed.map((one) => {
      const product = one.product ?? productOf(one)
      return [keyOf(product.name, one.version ?? null), { ...one, product }]
    }),
  )
  const known = await productIds(
    tx,
    [...wanted.values()].map(({ product }) => product),
  )
  const there = await tx.db
    .selectFrom('installation')
    .innerJoin('software', 'software.id', 'installation.software')
    .select(['installation.id', 'installation.state', 'installation.source', 'installation.release', 'software.name'])
    .where('installation.asset', '=', asset)
    .orderBy('installation.id')
    .execute()
  const thereBy = new Map(there.map((row) => [keyOf(row.name, row.release), row]))
  const fresh = [...wanted].filter(([key]) => !thereBy.has(key))
  await createAll(
    tx,
    installation,
    fresh.map(([, { name, version, purl, product }]) => ({
      asset,
      software: known.get(product.name) ?? '',
      release: clip(version, 80),
      reportedAs: clip(name, 200) ?? product.name,
      purl: clip(purl, 400),
      source,
      firstSeen: at,
    })),
  )
  let [returned, gone] = [0, 0]
  for (const [key, row] of thereBy) {
    const isListed = wanted.has(key)
    if (isListed && row.state === 'gone') {
      await tx.act(installation, row.id, 'return')
      returned++
    }
    if (!isListed && row.state === 'present' && row.source === source) {
      await tx.act(installation, row.id, 'remove')
      gone++
    }
  }
  return { added: fresh.length + returned, gone, unchanged: wanted.size - fresh.length - returned }
}

const keyOf = (name: string, version: string | null): string => `${name} ${clip(version, 80) ?? ''}`

const clip = (text: string | null | undefined, max: number): string | null => fold(text ?? '').slice(0, max) || null

/** The products of these names, by name; those that nobody knew are made. */
async function productIds(tx: Tx, products: readonly Product[]): Promise<Map<string, string>> {
  const byName = new Map(products.map((one) => [one.name, one]))
  const find = () =>
    tx.db
      .selectFrom('software')
      .select(['id', 'name'])
      .where('name', 'in', [...byName.keys()])
      .execute()
  if (byName.size === 0) return new Map()
  const known = new Map((await find()).map(({ id, name }) => [name, id]))
  const made = await createAll(
    tx,
    software,
    [...byName.values()].filter(({ name }) => !known.has(name)),
  )
  for (const { id, name } of made) known.set(name, id)
  return known
}
