import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { fillAssets } from './fill-assets.ts'
import { fillControls } from './fill-controls.ts'
import { idOf } from './filling.ts'
import { type Figure, loadAll, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * A hundred controls over 10,000 assets, the judge at work in the same process as the server: how long the first sweep takes, how long from
 * a change to its verdict, what it costs while nothing happens, how quick a rule change judges everything anew and how much memory that
 * takes, and how quick the page of a control and its offenders are meanwhile and afterwards.
 */
const assets = 10_000 * Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const idle = Number(process.env['BENCH_IDLE'] ?? 30)
const say = (text: string) => console.error(text)

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely.
const get = (send: Send, path: string): Promise<any> => send('GET', path)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(holds: () => Promise<boolean>, everyMs = 10): Promise<number> {
  const from = performance.now()
  while (!(await holds())) await pause(everyMs)
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

async function changes(send: Send, from: number, count: number): Promise<string> {
  const me = (await get(send, '/api/people?limit=1')).items[0].id
  const taken: number[] = []
  for (let n = from; taken.length < count; n++) {
    const ms = await changed(send, n, me)
    if (ms > 0) taken.push(ms)
  }
  taken.sort((a, b) => a - b)
  return `median ${taken[Math.floor(count / 2)]?.toFixed(0)} ms, worst ${taken.at(-1)?.toFixed(0)} ms`
}

const statOf = async (pid: number | string): Promise<string[]> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}
const spent = (stat: readonly string[], from: number) => (Number(stat[from] ?? 0) + Number(stat[from + 1] ?? 0)) / 100

/** Seconds of processor that a process has used. */
const used = async (pid: number) => spent(await statOf(pid), 11)

/** The same of a database: of all its processes, those that have ended among them. */
async function usedBy(backend: number): Promise<number> {
  const postmaster = (await statOf(backend))[1] as string
  const stats = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf))
  const own = await statOf(postmaster)
  return stats
    .filter((one) => one[1] === postmaster)
    .reduce((sum, one) => sum + spent(one, 11), spent(own, 11) + spent(own, 13))
}
const peak = async (pid: number) =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

async function measure(send: Send, pid: number, db: pg.Client): Promise<Figure[]> {
  const left = async () => Number((await db.query('select count(*) as n from control_state where sweeping')).rows[0].n)
  const items = async () => Number((await db.query('select count(*) as n from control_item')).rows[0].n)
  const backend = (await db.query('select pg_backend_pid() as pid')).rows[0].pid
  const empty = await peak(pid)
  const first = await until(async () => (await items()) > 0 && (await left()) === 0, 250)
  const all = await items()
  say(`first sweep: ${all} items in ${(first / 1000).toFixed(1)} s, ${((all / first) * 1000).toFixed(0)} a second`)
  await db.query('vacuum analyze control_item')
  say(`from a change to its verdict: ${await changes(send, 1, 40)}`)
  await pause(2_000)
  const before = [await used(pid), await usedBy(backend)] as const
  await pause(idle * 1000)
  const after = [await used(pid), await usedBy(backend)] as const
  const aMinute = after.map((one, n) => (((one - (before[n] ?? 0)) * 60) / idle).toFixed(2))
  say(`while nothing happens, processor seconds a minute: server ${aMinute[0]}, database ${aMinute[1]}`)
  await db.query(`update control_state set sweeping = true, swept_to = null, swept = 0, sweep_of = null, sweep = sweep + 1
    where ok + bad + excepted + unknown > 0`)
  await db.query(`notify touchstone, 'control-touch {}'`)
  const began = performance.now()
  say(`meanwhile, from a change to its verdict: ${await changes(send, 500, 20)}`)
  const meanwhile = await loadAll(
    [
      ['page of a control, meanwhile', () => send('GET', '/api/controls/A-01')],
      ['the rulebook, meanwhile', () => send('GET', '/api/rulebook')],
    ],
    Math.min(seconds, 4),
    [1],
  )
  await until(async () => (await left()) === 0, 250)
  const took = performance.now() - began
  say(`a rule change: ${all} items anew in ${(took / 1000).toFixed(1)} s, ${((all / took) * 1000).toFixed(0)} a second`)
  say(
    `most memory of the server: ${(await peak(pid)).toFixed(0)} MB, of which ${empty.toFixed(0)} before the first sweep`,
  )
  const figures = await loadAll(
    [
      ['the rulebook', () => send('GET', '/api/rulebook')],
      ['page of a control', () => send('GET', '/api/controls/A-01')],
      ['fifty of its offenders', () => send('GET', '/api/controls/A-01/items')],
      ['fifty of those that keep it', () => send('GET', '/api/controls/A-01/items?standing=ok')],
    ],
    seconds,
  )
  return [...meanwhile, ...figures]
}

await withDatabase(async (url) => {
  await fillAssets(url, { assets, relations: 0 }, say)
  await fillControls(url, 96, say)
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    console.log(table(await withServer(url, (send, pid) => measure(send, pid, db), { BENCH_JUDGE: 'yes' })))
  } finally {
    await db.end()
  }
})
