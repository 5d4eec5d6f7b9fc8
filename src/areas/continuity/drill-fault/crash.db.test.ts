import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { freePort } from '../../../testing/port.ts'
import { component } from '../../operations/component/component.record.ts'
import { script } from '../../operations/run/server/stage.testing.ts'
import { drill } from '../drill/drill.record.ts'
import { emergencyPlan } from '../emergency-plan/emergency-plan.record.ts'
import { drillFault } from './drill-fault.record.ts'
import { endFaults } from './server/lend.task.ts'
import type {} from './server/lend-server.testing.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'lend-'))
const injector = join(folder, 'injector')

let app: TestApp
/** The port of the bank link, the fifth part of a floor. */
let port = 0
let server: ChildProcess
let fault = ''

/** The practice floor’s control, as the product runs it: a program with arguments. */
const floorWords = () => ['--home', folder, '--base', String(port - 4)]
const control = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'sim/floor.ts', ...words, ...floorWords()], { cwd: root })

/** Lends by the floor's own control, says which process it is, and then never ends by itself. */
const program = () =>
  script(`
    const { spawnSync } = require('child_process'), fs = require('fs')
    const words = process.argv.slice(1).filter((one) => one !== '--')
    const told = spawnSync(process.execPath, ['--import', 'tsx', 'sim/floor.ts', ...words,
      ...${JSON.stringify(floorWords())}], { cwd: ${JSON.stringify(root)} })
    if (told.status !== 0) { process.stdout.write(told.stdout + ' ' + told.stderr); process.exit(1) }
    fs.writeFileSync(${JSON.stringify(`${injector}.new`)}, String(process.pid))
    fs.renameSync(${JSON.stringify(`${injector}.new`)}, ${JSON.stringify(injector)})
    setInterval(() => {}, 1000)`)

beforeAll(async () => {
  port = await freePort()
  await control('start', 'bank-link')
  app = await testApp({ now: new Date().toISOString() })
  const lent = program()
  server = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'server', 'lend-server.testing.ts'), app.url, JSON.stringify(lent)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(server.stdout as NodeJS.ReadableStream, 'data')
  const [engineer, decider] = [await app.person('engineer'), await app.person('operator')]
  await app.inTx(asSystem('test'), async (tx) => {
    const actions = [
      {
        verb: 'fault' as const,
        program: Object.keys(lent)[0] as string,
        args: ['fault', 'bank-link'],
        timeoutSeconds: 600,
      },
    ]
    const bank = await tx.create(component, {
      ...{ code: 'bank-link', name: '银行转账', kind: 'gateway', environment: 'practice', actions },
    })
    const plan = await tx.create(emergencyPlan, {
      ...{
        title: '银行中断',
        scenario: '银行转账停止',
        owner: engineer.id,
        decider: decider.id,
        components: [bank.id],
      },
    })
    const held = await tx.create(drill, {
      ...{ title: '演练', plan: plan.id, lead: engineer.id, scope: '银行转账', safety: '只在演练环境' },
      ...{ plannedStart: tx.now, plannedEnd: new Date(Date.parse(tx.now) + 3_600_000).toISOString() },
    })
    fault = (await tx.create(drillFault, { drill: held.id, component: bank.id, kind: 'stop', minutes: 0.25 })).id
    await tx.db.updateTable('drill').set({ state: 'running' }).where('id', '=', held.id).execute()
  })
})
afterAll(async () => {
  server?.kill('SIGKILL')
  if (existsSync(injector)) killed(Number(readFileSync(injector, 'utf8')))
  await control('stop-all')
  await app?.close()
  rmSync(folder, { recursive: true })
})

const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}
/** The process that answers for the bank link; undefined where none does. */
const answers = async (): Promise<number | undefined> => {
  const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as { pid: number }).pid : undefined
}
/** Whether there was such a process to end. */
const killed = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

test('a fault ends by itself though both who lent it and the server were killed', { timeout: 120_000 }, async () => {
  const pid = await answers()
  expect(pid).toBeDefined()
  app.clock.set(new Date().toISOString())
  await app.inTx(asSystem('test'), (tx) => tx.act(drillFault, fault, 'inject'))
  await until(async () => existsSync(injector) && (await answers()) === undefined)

  const gone = once(server, 'exit')
  expect(killed(Number(readFileSync(injector, 'utf8')))).toBe(true)
  server.kill('SIGKILL')
  await gone
  // Nobody is left who could end it, and it lasts still.
  expect(await answers()).toBeUndefined()
  const { until: end } = await app.engine.db
    .selectFrom('drillFault')
    .select('until')
    .where('id', '=', fault)
    .executeTakeFirstOrThrow()

  await until(async () => (await answers()) !== undefined)
  expect(new Date().toISOString() >= (end as string)).toBe(true)
  expect(await answers()).toBe(pid)
  expect(existsSync(join(folder, 'bank-link.fault.json'))).toBe(false)

  // The next server only says so.
  app.clock.set(new Date().toISOString())
  await endFaults(app.engine, {} as never)
  const told = await app.engine.db
    .selectFrom('drillFault')
    .select(['state', 'endedAt'])
    .where('id', '=', fault)
    .executeTakeFirst()
  expect(told).toEqual({ state: 'ended', endedAt: end })
})
