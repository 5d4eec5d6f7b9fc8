import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sayWell } from '../../areas/operations/probe/server/evaluator.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { touchstone } from './touchstone.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

let app: TestApp
let home: string
beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString() })
  home = await mkdtemp(join(tmpdir(), 'touchstone-cli-'))
})
afterAll(async () => {
  await app?.close()
  await rm(home, { recursive: true, force: true })
})

interface How {
  readonly input?: string
  readonly url?: string
}

const envFor = (url: string) => ({ ...process.env, DATABASE_URL: url, TOUCHSTONE_HOME: home })

/** Runs `touchstone …` as a process of its own, as somebody at the machine would. */
async function spawned(words: readonly string[], { input = '', url = app.url }: How = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], { env: envFor(url) })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, said }
}

/** The same in this process, many times quicker: what it says and would exit with. */
async function run(words: readonly string[], { input = '', url = app.url }: How = {}) {
  const said: string[] = []
  const hear = (...text: unknown[]) => void said.push(`${text.join(' ')}\n`)
  vi.spyOn(console, 'log').mockImplementation(hear)
  vi.spyOn(console, 'error').mockImplementation(hear)
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([input]) as never)
  const code = await touchstone(words, envFor(url)).finally(() => vi.restoreAllMocks())
  return { code, said: said.join('') }
}

const signIn = (login: string, password: string) =>
  app.http.inject({ method: 'POST', url: '/api/session', payload: { login, password } })

it('makes a sign-in, changes its password and ends it, each journalled', async () => {
  const add = ['user', 'add', 'rescue', '--name', '应急', '--employee', 'E-9', '--role', 'admin']
  expect(await spawned(add, { input: 'a long password\n' })).toMatchObject({ code: 0 })
  expect((await signIn('rescue', 'a long password')).json()).toMatchObject({
    person: { name: '应急', roles: ['admin'] },
  })
  expect((await run(['user', 'list'])).said).toContain('rescue\t应急')

  expect((await run(['user', 'password', 'rescue'], { input: 'short\n' })).code).toBe(1)
  expect((await run(['user', 'password', 'rescue'], { input: 'another password\n' })).code).toBe(0)
  expect((await signIn('rescue', 'a long password')).statusCode).toBe(401)
  expect((await signIn('rescue', 'another password')).statusCode).toBe(200)

  expect((await run(['user', 'disable', 'rescue'])).code).toBe(0)
  expect((await signIn('rescue', 'another password')).statusCode).toBe(401)
  const entries = await app.sql(
    "select verb from journal where via = 'system' and actor_name = 'command-line' order by id",
  )
  expect(entries.map(({ verb }) => verb)).toEqual(['create', 'give-account', 'set-password', 'disable-accounts'])

  expect((await run(['user', 'password', 'nobody'], { input: 'a long password\n' })).said).toContain(
    'no account nobody',
  )
  expect((await run(['user', 'add', 'x'], { input: 'a long password\n' })).code).toBe(1)
}, 120_000)

it('backs up with proof, restores into an empty database, and says what it did', async () => {
  const folder = join(home, 'saved')
  const saved = await run(['backup', folder])
  expect(saved.code, saved.said).toBe(0)
  expect(saved.said).toMatch(/Saved \d+ tables.*\n.*Proved by restoring it: \d+ rows/)
  const fresh = await freshDatabase()
  try {
    expect(await run(['restore', folder], { url: fresh.url })).toMatchObject({ code: 0 })
    expect(await run(['verify'], { url: fresh.url })).toMatchObject({ code: 0 })
    const again = await run(['restore', folder], { url: fresh.url })
    expect(again).toMatchObject({ code: 1 })
    expect(again.said).toContain('empty one only')
  } finally {
    await fresh.drop()
  }
}, 120_000)

it('looks at what the house stands on, and finds what is wrong', async () => {
  // What setting up left to do waits for a worker, which does not run here; that somebody watches is said, as a server does.
  await app.sql('delete from graphile_worker._private_jobs')
  const watching = sayWell(app.engine, [])
  const well = await run(['doctor'])
  expect(well.said).toMatch(/✓ .*PostgreSQL/)
  expect(well.said).not.toContain('✗')
  expect(well.code).toBe(0)
  await watching.stop()
  await app.sql('drop index incident_by_state')
  const ill = await run(['doctor'])
  expect(ill.code).toBe(1)
  expect(ill.said).toMatch(/✗ .*lacks 1 things/)
}, 120_000)

it('names its words, and refuses one that it does not know', async () => {
  expect((await run(['help'])).said).toContain('touchstone backup')
  expect((await spawned(['explode'])).code).toBe(1)
}, 60_000)
