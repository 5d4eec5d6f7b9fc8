import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { withClient } from './postmaster.ts'
import { findPostgres, type Postgres, startPostgres } from './supervisor.ts'

const isRoot = process.getuid?.() === 0
const settings = { fsync: false, shared_buffers: '16MB' }
const rubbish: string[] = []
const running: Postgres[] = []
let base: string
/** One data folder for the stories: a cluster takes a second to make, and each story finds it whole. */
let home: string

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'touchstone-supervisor-'))
  // Passable, as a data folder of root's is; mkdtemp makes it private.
  chmodSync(base, 0o711)
  rubbish.push(base)
  home = join(base, 'home')
  return () => {
    for (const path of rubbish) rmSync(path, { recursive: true, force: true })
  }
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

test('a first start makes a cluster as the product wants it; a second finds everything there', async () => {
  const first = await start(home)
  expect(first.tookOver).toBe(false)
  const facts = await ask(
    first.url,
    `select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listen,
       current_setting('jit') as jit, upper('gold é') as folded, pg_encoding_to_char(encoding) as encoding,
       datlocprovider as provider from pg_database where datname = current_database()`,
  )
  expect(facts).toEqual([
    { checksums: 'on', listen: '127.0.0.1', jit: 'off', folded: 'GOLD É', encoding: 'UTF8', provider: 'b' },
  ])
  await ask(first.url, `create or replace view gold as select 'of the first start' as bar`)
  await stopNow(first)

  const second = await start(home)
  expect(second.tookOver).toBe(false)
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select bar from gold')).toEqual([{ bar: 'of the first start' }])
})

test('what is secret is for its owner alone', async () => {
  const { url } = await start(home)
  expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(home, 'postgres', 'data')).mode & 0o777).toBe(0o700)
  expect(existsSync(join(home, 'postgres', 'initial-password'))).toBe(false)
  const wrong = new URL(url)
  wrong.password = 'guess'
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
})

test('an owner killed outright leaves a server, and the next start takes it over with its data', async () => {
  const owner = await startElsewhere(home)
  await ask(owner.url, `create or replace view gold as select 'of the killed owner' as bar`)
  owner.child.kill('SIGKILL')
  await once(owner.child, 'exit')
  expect(await findPostgres(home)).toBe(owner.url)

  const heir = await start(home)
  expect(heir.tookOver).toBe(true)
  expect(heir.url).toBe(owner.url)
  expect(await ask(heir.url, 'select bar from gold')).toEqual([{ bar: 'of the killed owner' }])
  await stopNow(heir)
  expect(await findPostgres(home)).toBe(null)
})

test('owner and server both killed outright: the next start recovers the data', async () => {
  const owner = await startElsewhere(home)
  await ask(owner.url, `create or replace view gold as select 'of before the crash' as bar`)
  owner.child.kill('SIGKILL')
  const postmaster = Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postmaster, 'SIGKILL')
  await once(owner.child, 'exit')

  const heir = await start(home)
  expect(heir.tookOver).toBe(false)
  expect(await ask(heir.url, 'select bar from gold')).toEqual([{ bar: 'of before the crash' }])
})

test('a stale postmaster.pid whose process id is a stranger now does not stop a start', async () => {
  const { url } = await start(home)
  await stopNow(running[0])
  const data = join(realpathSync(home), 'postgres', 'data')
  const port = new URL(url).port
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1790000000\n${port}\n\n127.0.0.1\n\nready   \n`)
  const again = await start(home)
  expect(again.tookOver).toBe(false)
  expect(again.url).toBe(url)
})

test('a port that a stranger has taken is changed, and the new one is kept', async () => {
  const { url } = await start(home)
  await stopNow(running[0])
  const stranger = await listen(Number(new URL(url).port))
  const moved = await start(home)
  stranger.close()
  expect(moved.url).not.toBe(url)
  await stopNow(moved)
  expect((await start(home)).url).toBe(moved.url)
})

test('a second start in the same folder is refused, naming the process; a third after the first ended is not', async () => {
  const owner = await startElsewhere(home)
  await expect(start(home)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining(`process ${owner.child.pid}.`),
  })
  expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }])
  owner.child.stdin?.end()
  await once(owner.child, 'exit')
  expect((await start(home)).tookOver).toBe(false)
})

test('a data folder whose database has gone is refused, not begun afresh', async () => {
  await start(home)
  await stopNow(running[0])
  const [place, moved] = [join(home, 'postgres'), join(home, 'moved')]
  renameSync(place, moved)
  symlinkSync(join(home, 'nowhere'), place)
  await expect(start(home)).rejects.toThrow('have gone')
  rmSync(place)
  renameSync(moved, place)
})

test('a server that cannot start says why in its own words', async () => {
  await start(home)
  await stopNow(running[0])
  const control = join(home, 'postgres', 'data', 'global', 'pg_control')
  renameSync(control, `${control}.aside`)
  await expect(start(home)).rejects.toThrow(/PostgreSQL did not start:.*pg_control/s)
  renameSync(`${control}.aside`, control)
})

test.runIf(isRoot)(
  'root: PostgreSQL runs as another account, also where that cannot enter the data folder',
  async () => {
    const closed = mkdtempSync('/root/touchstone-supervisor-')
    rubbish.push(closed)
    const home = join(closed, 'home')
    const said: string[] = []
    const { url } = await startPostgres({ home, settings, say: ([, en]) => said.push(en) }).then(track)
    const place = realpathSync(join(home, 'postgres'))
    rubbish.push(place)
    expect(said[0]).toContain(place)
    const data = join(place, 'data')
    expect(statSync(data).uid).not.toBe(0)
    await ask(url, `create or replace view gold as select 'behind a closed door' as bar`)
    await stopNow(running[0])
    expect(await ask((await start(home)).url, 'select bar from gold')).toEqual([{ bar: 'behind a closed door' }])
  },
)

const track = (server: Postgres): Postgres => {
  running.push(server)
  return server
}

const start = (home: string): Promise<Postgres> => startPostgres({ home, settings }).then(track)

async function stopNow(server: Postgres | undefined): Promise<void> {
  if (!server) throw new Error('No server runs.')
  running.splice(running.indexOf(server), 1)
  await server.stop()
}

const ask = (url: string, sql: string): Promise<unknown[]> =>
  withClient(url, async (client) => (await client.query(sql)).rows)

/** Starts in a process of its own, which stops in order when its standard input ends. */
async function startElsewhere(home: string): Promise<{ child: ChildProcess; url: string }> {
  const program = `
    import { startPostgres } from ${JSON.stringify(new URL('supervisor.ts', import.meta.url).href)}
    const server = await startPostgres(${JSON.stringify({ home, settings })})
    console.log(server.url)
    process.stdin.once('end', () => server.stop()).resume()`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [url] = await once(createInterface(child.stdout), 'line')
  return { child, url }
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
