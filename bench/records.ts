import pg from 'pg'
import { fillIncidents } from './fill-incidents.ts'
import { idOf } from './filling.ts'
import { type Figure, load, loadAll, type Operation, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * Lists, pages, searches, creations and transitions with a million incidents and five million journal entries, through
 * the product's own HTTP server, beside the same queries by plain `pg` in the same run.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)

const main = () =>
  withDatabase(async (url) => {
    await fillIncidents(url, { incidents: 1_000_000 * scale, journal: 5_000_000 * scale }, (text) =>
      console.error(text),
    )
    console.log(table(await withServer(url, (send) => measure(url, send))))
  })

async function measure(url: string, send: Send): Promise<Figure[]> {
  const ours = await loadAll(operations(send), seconds)
  return [...ours, ...(await peers(url, 1)), ...(await peers(url, 16))]
}

const component = (n: number) => idOf('component', 1 + (n % 60))
const box = (q: string) => `/api/search?q=${encodeURIComponent(q)}`
const threeFilters = (n: number) => `state=closed&priority=p${1 + (n % 4)}&component=${component(n)}`

function operations(send: Send): [string, Operation][] {
  let n = 0
  const marks: (string | undefined)[] = []
  return [
    ['list, newest', () => send('GET', '/api/incidents?limit=50')],
    ['list, three filters', () => send('GET', `/api/incidents?limit=50&${threeFilters(n++)}`)],
    [
      'next page, one filter',
      async (client) => {
        const after = marks[client] ? `&after=${marks[client]}` : ''
        marks[client] = (await send('GET', `/api/incidents?limit=50&state=closed${after}`)).next
      },
    ],
    [
      'search by number',
      () => send('GET', `/api/incidents?limit=50&q=INC-2021${String(1 + (n++ % 12)).padStart(2, '0')}`),
    ],
    ['search box, one row in a million', () => send('GET', box(`${1 + ((n++ * 7919) % 900_000)} 号故障`))],
    ['search box, a word of every row', () => send('GET', box('交易终端'))],
    ['search box, two letters', () => send('GET', box('登录'))],
    ['list with a word of every row', () => send('GET', `/api/incidents?limit=50&q=${encodeURIComponent('交易终端')}`)],
    ['desk, what is most urgent', () => send('GET', '/api/desk')],
    ['desk, one queue', () => send('GET', `/api/desk?queue=${n++ % 2 ? 'unassigned' : 'waiting'}`)],
    [
      'incidents that read alike',
      () => send('GET', `/api/incidents/similar?title=${encodeURIComponent('交易终端登录很慢')}`),
    ],
    ['one item', () => send('GET', `/api/incidents/${idOf('incident', 1 + ((n++ * 7919) % 1000))}`)],
    ['create', () => send('POST', '/api/incidents', { title: `第 ${n++} 号`, impact: 'high', urgency: 'low' })],
    [
      'create and transition',
      async () => {
        const { item } = await send('POST', '/api/incidents', { title: `第 ${n++} 号` })
        await send('POST', `/api/incidents/${item.id}/start`, { version: 1 })
      },
    ],
  ]
}

/** The same pages by plain `pg`, prepared, without permission, names or counting: what the database alone takes. */
async function peers(url: string, clients: number): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: url, max: clients })
  let n = 0
  const list = { name: 'list', text: 'select * from incident order by id desc limit 51' }
  const filtered = {
    name: 'filtered',
    text: 'select * from incident where state = $1 and priority = $2 and component = $3 order by id desc limit 51',
  }
  const counted = {
    name: 'counted',
    text: `select count(*) from (select 1 from incident where state = $1 and priority = $2 and component = $3 limit 1001) c`,
  }
  try {
    return [
      await load('pg: list, newest', clients, seconds, () => pool.query(list)),
      await load('pg: list and count, three filters', clients, seconds, async () => {
        const values = ['closed', `p${1 + (n % 4)}`, component(n++)]
        await Promise.all([pool.query({ ...filtered, values }), pool.query({ ...counted, values })])
      }),
    ]
  } finally {
    await pool.end()
  }
}

await main()
