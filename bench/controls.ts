import { fillAssets } from './fill-assets.ts'
import { idOf } from './filling.ts'
import { type Figure, loadAll, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * Controls over 10,000 assets, the judge at work in the same process as the server: how long the first sweep takes, how long
 * from a change to its verdict, and how quick the page of a control and its offenders are.
 */
const assets = 10_000 * Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely.
const get = (send: Send, path: string): Promise<any> => send('GET', path)

async function until(holds: () => Promise<boolean>): Promise<number> {
  const from = performance.now()
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10))
  return performance.now() - from
}

/** From the answer to a change of an asset until the page of the control has counted it; milliseconds. */
async function changed(send: Send, n: number): Promise<number> {
  const id = idOf('asset', n)
  const { item } = await get(send, `/api/assets/${id}`)
  const { bad } = await get(send, '/api/controls/A-01')
  const path = `/api/assets/${id}`
  const purchasedOn = item.purchasedOn === null ? '2025-01-01' : null
  await send('PATCH', path, { version: item.version, purchasedOn })
  return until(async () => (await get(send, '/api/controls/A-01')).bad !== bad)
}

async function measure(send: Send): Promise<Figure[]> {
  const sweep = await until(async () => {
    const { controls } = await get(send, '/api/rulebook')
    const sum = (one: Record<string, number>) => (one['ok'] ?? 0) + (one['bad'] ?? 0) + (one['unknown'] ?? 0)
    const over = controls.filter(({ id }: { id: string }) => id === 'A-01' || id === 'A-03')
    return (
      over.every((one: Record<string, number>) => sum(one) > 0) && !(await get(send, '/api/controls/V-11')).sweeping
    )
  })
  console.error(`first sweep of every control: ${(sweep / 1000).toFixed(1)} s`)
  const taken: number[] = []
  for (let n = 1; n <= 40; n++) taken.push(await changed(send, n))
  taken.sort((a, b) => a - b)
  console.error(
    `from a change to its verdict: median ${taken[20]?.toFixed(0)} ms, worst ${taken.at(-1)?.toFixed(0)} ms`,
  )
  return loadAll(
    [
      ['the rulebook', () => send('GET', '/api/rulebook')],
      ['page of a control', () => send('GET', '/api/controls/A-01')],
      ['fifty of its offenders', () => send('GET', '/api/controls/A-01/items')],
      ['fifty of those that keep it', () => send('GET', '/api/controls/A-01/items?standing=ok')],
    ],
    seconds,
  )
}

await withDatabase(async (url) => {
  await fillAssets(url, { assets, relations: 0 }, (text) => console.error(text))
  console.log(table(await withServer(url, measure, { BENCH_JUDGE: 'yes' })))
})
