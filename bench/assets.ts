import { assetId, fillAssets, hubs, placeId } from './fill-assets.ts'
import { type Figure, load, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * The register with 200,000 assets and 2,000,000 relations through the product's own HTTP server: what a list, a page, an
 * impact picture of three levels, a place and the tree of places take.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const size = { assets: 200_000 * scale, relations: 2_000_000 * scale }

/** One after the other over all assets, not in their order. */
const some = (n: number) => assetId(1 + ((n * 7_919) % size.assets))
const category = (n: number) => `00000000-0000-7400-8000-${(1 + (n % 20)).toString(16).padStart(12, '0')}`

function operations(send: Send): [string, () => Promise<void>][] {
  let n = 0
  const get = async (path: string) => void (await send('GET', path))
  return [
    ['list of assets, newest', () => get('/api/assets?limit=50')],
    ['list of assets, two filters', () => get(`/api/assets?limit=50&state=in-use&category=${category(n++)}`)],
    [
      'list of assets, by tag',
      () => get(`/api/assets?limit=50&q=TAG-${String(1 + ((n++ * 37) % 9_999)).padStart(6, '0')}`),
    ],
    ['one asset', () => get(`/api/assets/${some(n++)}`)],
    ['impact, three levels, any asset', () => get(`/api/assets/${some(n++)}/impact`)],
    ['impact, three levels, a switch with thousands', () => get(`/api/assets/${assetId(1 + (n++ % hubs))}/impact`)],
    ['what stands in a rack', () => get(`/api/locations/${placeId(501 + (n++ % 4_000))}/contents`)],
    ['what stands in a room and its racks', () => get(`/api/locations/${placeId(21 + (n++ % 400))}/contents`)],
    ['the tree of places with counts', () => get('/api/places')],
  ]
}

async function measure(send: Send): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const clients of [1, 16])
    for (const [name, operation] of operations(send)) {
      figures.push(await load(name, clients, seconds, operation))
      console.error(figures.at(-1))
    }
  return figures
}

await withDatabase(async (url) => {
  await fillAssets(url, size, (text) => console.error(text))
  console.log(table(await withServer(url, measure)))
})
