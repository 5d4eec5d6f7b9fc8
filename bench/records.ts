import pg from 'pg'
import { fill } from './fill.ts'
import { type Figure, load, table } from './load.ts'
import { type Send, withDatabase, withServer } from './serving.ts'

/**
 * Lists, pages, searches, creations and transitions with a million incidents and five million journal entries, through
 * the product's own HTTP server, beside the same queries by plain `pg` in the same run.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)

const main = () =>
  withDatabase(async (url) => {
    await fill(url, { incidents: 1_000_000 * scale, journal: 5_000_000 * scale }, (text) => console.error(text))
    console.log(table(await withServer(url, (send) => measure(url, send))))
  })

async function measure(url: string, send: Send): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const clients of [1, 16]) {
    for (const [name, operation] of operations(send)) {
      figures.push(await load(name, clients, seconds, operation))
      console.error(figures.at(-1))
    }
    figures.push(...(await peers(url, clients)))
  }
  return figures
}

const component = (n: number) => `00000000-0000-7200-8000-${(1 + (n % 60)).toString(16).padStart(12, '0')}`
const box = (q: string) => `/api/search?q=${encodeURIComponent(q)}`
const threeFilters = (n: number) => `state=closed&priority=p${1 + (n % 4)}&component=${component(n)}`

function operations(send: Send): [string, (client: number) => Promise<void>][] {
  let n = 0
  const marks: (string | undefined)[] = []
  return [
    ['list, newest', async () => void (await send('GET', '/api/incidents?limit=50'))],
    ['list, three filters', async () => void (await send('GET', `/api/incidents?limit=50&${threeFilters(n++)}`))],
    [
      'next page, one filter',
      async (client) => {
        const after = marks[client] ? `&after=${marks[client]}` : ''
        marks[client] = (await send('GET', `/api/incidents?limit=50&state=closed${after}`)).next
      },
    ],
    [
      'search by number',
      async () =>
        void (await send('GET', `/api/incidents?limit=50&q=INC-2021${String(1 + (n++ % 12)).padStart(2, '0')}`)),
    ],
    [
      'search box, one row in a million',
      async () => void (await send('GET', box(`${1 + ((n++ * 7919) % 900_000)} 号故障`))),
    ],
    ['search box, a word of every row', async () => void (await send('GET', box('交易终端')))],
    ['search box, two letters', async () => void (await send('GET', box('登录')))],
    [
      'list with a word of every row',
      async () => void (await send('GET', `/api/incidents?limit=50&q=${encodeURIComponent('交易终端')}`)),
    ],
    ['desk, what is most urgent', async () => void (await send('GET', '/api/desk'))],
    ['desk, one queue', async () => void (await send('GET', `/api/desk?queue=${n++ % 2 ? 'unassigned' : 'waiting'}`))],
    [
      'incidents that read alike',
      async () => void (await send('GET', `/api/incidents/similar?title=${encodeURIComponent('交易终端登录很慢')}`)),
    ],
    [
      'one item',
      async () =>
        void (await send(
          'GET',
          `/api/incidents/00000000-0000-7300-8000-${(1 + ((n++ * 7919) % 1000)).toString(16).padStart(12, '0')}`,
        )),
    ],
    [
      'create',
      async () =>
        void (await send('POST', '/api/incidents', { title: `第 ${n++} 号`, impact: 'high', urgency: 'low' })),
    ],
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
      await load('pg: list, newest', clients, seconds, async () => void (await pool.query(list))),
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
