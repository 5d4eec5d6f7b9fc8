import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import type {} from './crash-server.testing.ts'
import {
  act,
  begin,
  type Cast,
  castOf,
  effectiveRunbook,
  fileProbe,
  type StepRow,
  script,
  scripted,
  step,
  stepNow,
} from './stage.testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'crash-'))
const file = (name: string) => join(folder, name)

/**
 * A command that says when it has begun. Told to hang, it does so before its work (`early`: and then never does it) or
 * after it (`late`), until it is told no more. Its work leaves one line, and the file its
 * probe looks for.
 */
const program = script(`
  const fs = require('fs'), code = process.argv[2], at = (name) => ${JSON.stringify(folder)} + '/' + name
  const hang = fs.existsSync(at(code + '.hang')) ? fs.readFileSync(at(code + '.hang'), 'utf8') : 'no'
  const work = () => { fs.appendFileSync(at('work'), code + '\\n'); fs.writeFileSync(at(code + '.up'), 'up') }
  if (hang !== 'early') work()
  fs.writeFileSync(at(code + '.began'), '')
  if (hang !== 'no') setInterval(() => fs.existsSync(at(code + '.hang')) || process.exit(), 100)`)

let app: TestApp
let cast: Cast
let standby: ChildProcess
let living: ChildProcess

/** Where the server is put together once, since it starts twenty times; inside the project, to find its packages. */
const built = fileURLToPath(new URL(`../../../../../node_modules/.cache/crash-${process.pid}/`, import.meta.url))
const source = fileURLToPath(new URL('crash-server.testing.ts', import.meta.url))

const buildServer = () =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: source,
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'server.mjs' } },
    },
  })

/** Loads a server that begins to work when told. */
const load = () =>
  spawn(process.execPath, [join(built, 'server.mjs'), app.url, JSON.stringify(program)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })

async function startServer(): Promise<void> {
  living = standby
  standby = load()
  const working = once(living.stdout!, 'data')
  living.stdin!.write('go\n')
  await working
}

async function killServer(): Promise<void> {
  const gone = once(living, 'exit')
  living.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString(), programs: program })
  cast = await castOf(app)
  await buildServer()
  standby = load()
}, 60_000)
afterAll(async () => {
  for (const one of [living, standby]) one?.kill('SIGKILL')
  await app?.close()
  for (const made of [folder, built]) rmSync(made, { recursive: true, force: true })
})

const soon = { timeout: 60_000, interval: 50 }
const stateOf = (run: string, key: string) => expect.poll(() => stepNow(app, run, key), soon)
const isThere = (name: string) => expect.poll(() => existsSync(file(name)), soon).toBe(true)
const verb = (run: string, key: string, name: string) => act(app, cast.li, run, key, name as never)
const work = () => readFileSync(file('work'), 'utf8').trim().split('\n')

async function chain(code: string, keys: readonly string[]): Promise<string> {
  const steps = []
  for (const [at, key] of keys.entries()) {
    const probe = await fileProbe(app, await scripted(app, key, 60), file(`${key}.up`))
    const needs = at === 0 ? [] : [keys[at - 1] as string]
    steps.push(step(key, { mode: 'command', action: 'start', components: [key], proof: probe.number, needs }))
  }
  return (await begin(app, cast.li, await effectiveRunbook(app, cast, steps, { code }))).id
}

test('O3: killed at every step of twenty, nothing is skipped and nothing done twice', async () => {
  const keys = Array.from({ length: 20 }, (_, n) => `part${n + 1}`)
  const run = await chain('CRASH', keys)
  await startServer()
  for (const [at, key] of keys.entries()) {
    const workIsDone = at % 2 === 0
    writeFileSync(file(`${key}.hang`), workIsDone ? 'late' : 'early')
    await verb(run, key, 'start')
    await isThere(`${key}.began`)
    await killServer()
    expect(await stepNow(app, run, key)).toMatchObject({ state: 'doing' })
    rmSync(file(`${key}.hang`))

    await startServer()
    await stateOf(run, key).toMatchObject({
      state: 'unknown',
      evidence: [{ outcome: 'unknown' }, { agrees: workIsDone }],
    })
    if (workIsDone) {
      await expect(verb(run, key, 'retry')).rejects.toMatchObject({ faults: [{ code: 'already-so' }] })
      await verb(run, key, 'confirm')
    } else {
      await expect(verb(run, key, 'confirm')).rejects.toMatchObject({ faults: [{ code: 'probe-disagrees' }] })
      await verb(run, key, 'retry')
    }
    await stateOf(run, key).toMatchObject({ state: 'done' })
  }
  expect(work()).toEqual(keys)
  const { body } = await (await app.as(cast.li)).get(`/api/runs/${run}/board`)
  expect(body.progress).toEqual({ settled: 20, total: 20 })
  const tries = body.steps.map((one: { attempts: StepRow[] }) => one.attempts.length)
  expect(tries).toEqual(keys.map((_, at) => (at % 2 === 0 ? 1 : 2)))
}, 300_000)

test('O3: what was queued when the server died is run once by the next; what was just about to start is unknown', async () => {
  const run = await chain('QUEUED', ['queued', 'launched'])
  await killServer()
  await verb(run, 'queued', 'start')
  await startServer()
  await stateOf(run, 'queued').toMatchObject({ state: 'done' })
  expect(work().filter((code) => code === 'queued')).toHaveLength(1)

  // As a crash between the commit of `launched` and the start of the program leaves it.
  await killServer()
  await verb(run, 'launched', 'start')
  const { id } = await stepNow(app, run, 'launched')
  await app.engine.db
    .updateTable('stepAttempt')
    .set({ state: 'launched', copy: 1_000_000, launchedAt: app.clock.now() })
    .where('step', '=', id)
    .execute()
  await startServer()
  await stateOf(run, 'launched').toMatchObject({
    state: 'unknown',
    evidence: [{ outcome: 'unknown' }, { agrees: false }],
  })
  expect(work()).not.toContain('launched')
}, 120_000)
