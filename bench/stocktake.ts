import { randomUUID } from 'node:crypto'
import { fillAssets } from './fill-assets.ts'
import { idOf } from './filling.ts'
import { type Figure, loadAll, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * A stocktake of 200,000 assets through the product's own HTTP server: freezing them, a scan, fifty at once, how far it is and
 * a page of the list.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const assets = 200_000 * scale

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely.
const asked = (send: Send, method: string, path: string, body?: unknown): Promise<any> => send(method, path, body)

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now()
  await work()
  console.error(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

/** Each asset in its turn, where it is registered. */
function scans() {
  let n = 0
  return () => {
    const i = 1 + (n++ % assets)
    const place = idOf('place', 21 + (i % 4_980))
    return { key: randomUUID(), tag: `TAG-${String(i).padStart(6, '0')}`, place, countedAt: new Date().toISOString() }
  }
}

async function measure(send: Send): Promise<Figure[]> {
  const me = (await asked(send, 'GET', '/api/people?limit=1')).items[0].id
  const values = { title: 'bench', plannedOn: '2026-01-01', leader: me, counters: [me] }
  const { id } = (await send('POST', '/api/stocktakes', values)).item
  await timed(`${assets} assets frozen`, () => send('POST', `/api/stocktakes/${id}/start`))
  const next = scans()
  const count = (n: number) =>
    asked(send, 'POST', '/api/stocktaking/counts', {
      ...{ stocktake: id, sentAt: new Date().toISOString() },
      counts: Array.from({ length: n }, next),
    })
  return loadAll(
    [
      ['stocktake, one scan', () => count(1)],
      ['stocktake, fifty scans at once', () => count(50)],
      ['stocktake, how far it is', () => send('GET', `/api/stocktakes/${id}/progress`)],
      ['stocktake, two thousand lines of the list', () => send('GET', `/api/stocktaking/${id}/lines`)],
    ],
    seconds,
  )
}

await withDatabase(async (url) => {
  await fillAssets(url, { assets, relations: 0 }, (text) => console.error(text))
  console.log(table(await withServer(url, measure)))
})
