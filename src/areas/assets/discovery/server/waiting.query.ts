import './tables.ts'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { columnsOfList } from '../../../../platform/transfer/columns.ts'
import { asset } from '../../asset/asset.record.ts'
import { staff } from '../../keepers.rules.ts'
import { waitingSchema } from '../waiting.rules.ts'

const pageSize = 30
const most = 1_000

/** What waits for a decision, machine by machine: as it was found, and as it is registered. */
export const waitingDifferences = query({
  path: '/api/discovery/waiting',
  allow: staff,
  summary: 'Machines with differences that wait for a decision, thirty at a time',
  input: z.strictObject({
    kind: z.enum(['new', 'changed', 'vanished']).optional(),
    after: z.uuid().optional(),
  }),
  output: waitingSchema,
  async run(at, { kind, after }) {
    const ids = await machinesWaiting(at, kind, after)
    const shown = ids.slice(0, pageSize)
    return {
      counts: await countsOf(at),
      machines: await machinesOf(at, shown, kind),
      fields: fieldWords(at),
      next: ids.length > pageSize ? (shown.at(-1) ?? null) : null,
    }
  },
})

type Kind = 'new' | 'changed' | 'vanished'

async function machinesWaiting({ db }: Reading, kind: Kind | undefined, after: string | undefined): Promise<string[]> {
  const rows = await db
    .selectFrom('discoveryDifference')
    .select('discovery')
    .distinct()
    .where('state', '=', 'open')
    .$if(kind !== undefined, (some) => some.where('kind', '=', kind as Kind))
    .$if(after !== undefined, (some) => some.where('discovery', '<', after ?? ''))
    .orderBy('discovery', 'desc')
    .limit(pageSize + 1)
    .execute()
  return rows.map(({ discovery }) => discovery)
}

/** How many of each kind, and no more than a thousand. */
async function countsOf({ db }: Reading): Promise<Record<Kind, number>> {
  const rows = await db
    .selectFrom((inner) =>
      inner.selectFrom('discoveryDifference').select('kind').where('state', '=', 'open').limit(most).as('open'),
    )
    .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute()
  const of = (kind: Kind) => Number(rows.find((row) => row.kind === kind)?.count ?? 0)
  return { new: of('new'), changed: of('changed'), vanished: of('vanished') }
}

async function machinesOf({ db }: Reading, ids: readonly string[], kind: Kind | undefined) {
  if (ids.length === 0) return []
  const machines = await db
    .selectFrom('discovery')
    .leftJoin('asset', 'asset.id', 'discovery.asset')
    .select([
      ...(['id', 'number', 'name', 'source', 'kind', 'hostname', 'serial', 'addresses'] as const).map(
        (name) => `discovery.${name}` as const,
      ),
      ...(['maker', 'model', 'facts', 'seenOn'] as const).map((name) => `discovery.${name}` as const),
      'asset.id as assetId',
      'asset.number as assetNumber',
      'asset.tag as assetTag',
      'asset.name as assetName',
    ])
    .where('discovery.id', 'in', [...ids])
    .execute()
  const differences = await db
    .selectFrom('discoveryDifference')
    .leftJoin('assetCategory', 'assetCategory.id', 'discoveryDifference.category')
    .select([
      'discoveryDifference.id',
      'discoveryDifference.number',
      'discoveryDifference.discovery',
      'discoveryDifference.kind',
      'discoveryDifference.field',
      'discoveryDifference.registered',
      'discoveryDifference.found',
      'discoveryDifference.category',
      'assetCategory.number as categoryNumber',
      'assetCategory.name as categoryName',
    ])
    .where('discoveryDifference.state', '=', 'open')
    .where('discoveryDifference.discovery', 'in', [...ids])
    .$if(kind !== undefined, (some) => some.where('discoveryDifference.kind', '=', kind as Kind))
    .orderBy('discoveryDifference.id')
    .execute()
  const byId = new Map(machines.map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const one = byId.get(id)
    if (!one) return []
    const { assetId, assetNumber, assetTag, assetName, ...machine } = one
    return [
      {
        ...machine,
        addresses: [...machine.addresses],
        asset:
          assetId === null
            ? null
            : { id: assetId, number: assetNumber ?? '', tag: assetTag ?? '', name: assetName ?? '' },
        differences: differences
          .filter(({ discovery }) => discovery === id)
          .map(({ category, categoryNumber, categoryName, discovery: _discovery, ...difference }) => ({
            ...difference,
            category:
              category === null ? null : { id: category, number: categoryNumber ?? '', label: categoryName ?? '' },
          })),
      },
    ]
  })
}

/** What fields are called, the firm's own among them. */
const fieldWords = ({ engine }: Reading): Record<string, [string, string]> =>
  Object.fromEntries(columnsOfList(engine, asset).map(({ name, words: [zh, en] }) => [name, [zh, en]]))
