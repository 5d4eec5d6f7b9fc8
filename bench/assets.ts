import { fillAssets, hubs } from './fill-assets.ts'
import { idOf } from './filling.ts'
import { loadAll, type Operation, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * The register with 200,000 assets and 2,000,000 relations through the product's own HTTP server: what a list, a page, an
 * impact picture of three levels, a place and the tree of places take.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const size = { assets: 200_000 * scale, relations: 2_000_000 * scale }

/** One after the other over all assets, not in their order. */
const some = (n: number) => idOf('asset', 1 + ((n * 7_919) % size.assets))

function operations(send: Send): [string, Operation][] {
  let n = 0
  const get = (path: string) => send('GET', path)
  return [
    ['list of assets, newest', () => get('/api/assets?limit=50')],
    [
      'list of assets, two filters',
      () => get(`/api/assets?limit=50&state=in-use&category=${idOf('category', 1 + (n++ % 20))}`),
    ],
    [
      'list of assets, by tag',
      () => get(`/api/assets?limit=50&q=TAG-${String(1 + ((n++ * 37) % 9_999)).padStart(6, '0')}`),
    ],
    ['one asset', () => get(`/api/assets/${some(n++)}`)],
    ['impact, three levels, any asset', () => get(`/api/assets/${some(n++)}/impact`)],
    [
      'impact, three levels, a switch with thousands',
      () => get(`/api/assets/${idOf('asset', 1 + (n++ % hubs))}/impact`),
    ],
    ['what stands in a rack', () => get(`/api/locations/${idOf('place', 501 + (n++ % 4_000))}/contents`)],
    ['what stands in a room and its racks', () => get(`/api/locations/${idOf('place', 21 + (n++ % 400))}/contents`)],
    ['the tree of places with counts', () => get('/api/places')],
  ]
}

await withDatabase(async (url) => {
  await fillAssets(url, size, (text) => console.error(text))
  console.log(table(await withServer(url, (send) => loadAll(operations(send), seconds))))
})
