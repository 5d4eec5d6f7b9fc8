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
async function changed(send: Send, n: number, me: string): Promise<number> {
  const path = `/api/assets/${idOf('asset', n)}`
  const { item } = await get(send, path)
  if (item.state !== 'in-use') return 0
  const { bad } = await get(send, '/api/controls/A-03')
  await send('PATCH', path, { version: item.version, owner: item.owner === null ? me : null })
  return until(async () => (await get(send, '/api/controls/A-03')).bad !== bad)
}

async function measure(send: Send): Promise<Figure[]> {
  const over = ['A-01', 'A-02', 'A-03', 'A-14']
  const sweep = await until(async () => {
    const pages = await Promise.all(over.map((id) => get(send, `/api/controls/${id}`)))
    return pages.every(({ judgedAt, sweeping }) => judgedAt !== null && !sweeping)
  })
  console.error(`first sweep of every control, four of them over all assets: ${(sweep / 1000).toFixed(1)} s`)
  const taken: number[] = []
  const me = (await get(send, '/api/people?limit=1')).items[0].id
  for (let n = 1; taken.length < 40; n++) {
    const ms = await changed(send, n, me)
    if (ms > 0) taken.push(ms)
  }
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
