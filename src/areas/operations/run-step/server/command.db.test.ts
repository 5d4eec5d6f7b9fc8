import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { component } from '../../component/component.record.ts'
import {
  act,
  begin,
  type Cast,
  castOf,
  effectiveRunbook,
  fileProbe,
  script,
  scripted,
  step,
  stepNow,
} from '../../run/server/stage.testing.ts'
import type { StepInput } from '../../runbook/step.rules.ts'
import { runCommands } from './runner.ts'
import { lookAtSteps, watchSteps } from './watch.ts'

const folder = mkdtempSync(join(tmpdir(), 'steps-'))
const file = (name: string) => join(folder, name)

/** Each call leaves a line; what a component does is told by files of its name. */
const behaviour = `
  const fs = require('fs'), [verb, code] = process.argv.slice(1), at = (name) => ${JSON.stringify(folder)} + '/' + name
  fs.appendFileSync(at('calls'), verb + ' ' + code + '\\n')
  console.log(verb + ' ' + code)
  if (fs.existsSync(at(code + '.hangs'))) setInterval(() => {}, 1000)
  else if (fs.existsSync(at(code + '.fails'))) process.exit(1)
  else if (!fs.existsSync(at(code + '.lies'))) fs.writeFileSync(at(code + '.up'), 'up')`

let app: TestApp
let cast: Cast
let services: { stop(): Promise<void> }[]

beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString(), programs: script(behaviour) })
  cast = await castOf(app)
  services = [await runCommands(app.engine), await watchSteps(app.engine)]
}, 60_000)
afterAll(async () => {
  for (const one of services ?? []) await one.stop()
  await app?.close()
  rmSync(folder, { recursive: true })
})

const calls = () => (existsSync(file('calls')) ? readFileSync(file('calls'), 'utf8').trim().split('\n') : [])
const callsTo = (code: string) => calls().filter((line) => line.endsWith(` ${code}`)).length

let count = 0
async function beginWith(...steps: StepInput[]) {
  return (await begin(app, cast.li, await effectiveRunbook(app, cast, steps, { code: `C${++count}` }))).id
}
const command = (key: string, components: string[], more: Partial<StepInput> = {}) =>
  step(key, { mode: 'command', components, action: 'start', ...more })
const stateOf = (run: string, key: string) =>
  expect.poll(() => stepNow(app, run, key), { timeout: 15_000, interval: 50 })

test('a command is run once, its output kept, and the step done when its proof agrees', async () => {
  const id = await scripted(app, 'feed')
  const probe = await fileProbe(app, id, file('feed.up'))
  const run = await beginWith(command('feed', ['feed'], { proof: probe.number }), step('after', { needs: ['feed'] }))
  await act(app, cast.li, run, 'feed', 'start')
  await stateOf(run, 'feed').toMatchObject({
    state: 'done',
    maker: cast.li.id,
    evidence: [
      { kind: 'command', component: 'feed', outcome: 'ok', exitCode: 0 },
      { kind: 'reading', probe: probe.number, outcome: 'up', agrees: true },
    ],
  })
  expect(callsTo('feed')).toBe(1)
  expect(await stepNow(app, run, 'after')).toMatchObject({ state: 'ready' })
  const { body } = await (await app.as(cast.li)).get(`/api/runs/${run}/board`)
  expect(body.steps[0].attempts).toMatchObject([{ state: 'ended', outcome: 'ok', output: 'start feed\n' }])
  expect(body.steps[0].reading).toMatchObject({ outcome: 'up', agrees: true })
})

test('a command that succeeds while the probe does not see it is not done, and in the end has failed', async () => {
  writeFileSync(file('liar.lies'), '')
  const id = await scripted(app, 'liar')
  const probe = await fileProbe(app, id, file('liar.up'))
  const run = await beginWith(command('liar', ['liar'], { proof: probe.number }))
  await act(app, cast.li, run, 'liar', 'start')
  await stateOf(run, 'liar').toMatchObject({ evidence: [{ outcome: 'ok' }] })
  expect(await stepNow(app, run, 'liar')).toMatchObject({ state: 'doing' })
  await expect(act(app, cast.li, run, 'liar', 'done')).rejects.toMatchObject({ faults: [{ code: 'probe-disagrees' }] })
  app.clock.advance(31_000)
  await stateOf(run, 'liar').toMatchObject({ state: 'failed' })
  rmSync(file('liar.lies'))
  await act(app, cast.li, run, 'liar', 'retry')
  await stateOf(run, 'liar').toMatchObject({ state: 'done' })
  expect(callsTo('liar')).toBe(2)
})

test('O4: a command that never returns times out, and the next one runs', async () => {
  writeFileSync(file('hung.hangs'), '')
  await scripted(app, 'hung', 1)
  const run = await beginWith(command('hung', ['hung']))
  await act(app, cast.li, run, 'hung', 'start')
  await expect(act(app, cast.li, run, 'hung', 'fail', { failure: '太慢' })).rejects.toMatchObject({
    faults: [{ code: 'still-running' }],
  })
  await stateOf(run, 'hung').toMatchObject({ state: 'timed-out', failure: expect.stringContaining('超过时限') })
  rmSync(file('hung.hangs'))
  await act(app, cast.li, run, 'hung', 'retry')
  await stateOf(run, 'hung').toMatchObject({ state: 'done' })
})

test('O5: of ten hosts seven succeed, and trying again does the other three', async () => {
  const hosts = Array.from({ length: 10 }, (_, n) => `host${n}`)
  for (const host of hosts) await scripted(app, host)
  for (const host of hosts.slice(7)) writeFileSync(file(`${host}.fails`), '')
  const run = await beginWith(command('all', hosts, { checkerPost: 'duty-checker' }))
  await act(app, cast.li, run, 'all', 'start')
  await stateOf(run, 'all').toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('host7 (1)、host8 (1)、host9 (1)'),
  })
  for (const host of hosts.slice(7)) rmSync(file(`${host}.fails`))
  await act(app, cast.li, run, 'all', 'retry')
  await stateOf(run, 'all').toMatchObject({ state: 'done' })
  expect(hosts.map(callsTo)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2])

  // Sent back by the checker, it is done again on all of them.
  await act(app, cast.wang, run, 'all', 'reject', { failure: '版本不对' })
  await act(app, cast.li, run, 'all', 'retry')
  await stateOf(run, 'all').toMatchObject({ state: 'done' })
  expect(hosts.map(callsTo)).toEqual([2, 2, 2, 2, 2, 2, 2, 3, 3, 3])
})

test('a program that is not on the server’s list is refused, whatever the component says', async () => {
  await app.engine.inTx(asSystem('test'), (tx) =>
    tx.create(component, {
      code: 'evil',
      name: 'evil',
      kind: 'process',
      actions: [{ verb: 'start', program: 'bash', args: ['-c', 'id'], timeoutSeconds: 5 }],
    }),
  )
  const run = await beginWith(command('evil', ['evil']))
  await act(app, cast.li, run, 'evil', 'start')
  await stateOf(run, 'evil').toMatchObject({ state: 'failed', evidence: [{ outcome: 'refused' }] })
})

test('a step by probe closes when its probe agrees, and not by hand', async () => {
  const id = await scripted(app, 'watched')
  const probe = await fileProbe(app, id, file('watched.up'))
  const run = await beginWith(step('see', { mode: 'probe', probe: probe.number }))
  await act(app, cast.li, run, 'see', 'start')
  await expect(act(app, cast.li, run, 'see', 'done')).rejects.toMatchObject({ faults: [{ code: 'by-probe' }] })
  await lookAtSteps(app.engine)
  expect(await stepNow(app, run, 'see')).toMatchObject({ state: 'doing' })
  writeFileSync(file('watched.up'), 'up')
  await stateOf(run, 'see').toMatchObject({ state: 'done', maker: cast.li.id, evidence: [{ agrees: true }] })
})

test('a step by hand is not done while its own probe disagrees, and the refusal says what it reads', async () => {
  app.clock.set(new Date().toISOString()) // probes keep the machine's time, and an earlier test went ahead of it
  const id = await scripted(app, 'manual')
  const probe = await fileProbe(app, id, file('manual.up'))
  const run = await beginWith(step('hand', { proof: probe.number }))
  await act(app, cast.li, run, 'hand', 'start')
  const refusal = () =>
    act(app, cast.li, run, 'hand', 'done').then(
      () => null,
      (error) => error.faults[0],
    )
  // Until its probe has answered, the refusal says just that.
  await expect.poll(refusal, { timeout: 10_000 }).toMatchObject({
    code: 'probe-disagrees',
    text: [expect.stringContaining('中断'), expect.stringContaining('(down')],
  })
  writeFileSync(file('manual.up'), 'up')
  await expect
    .poll(
      () =>
        act(app, cast.li, run, 'hand', 'done').then(
          () => 'done',
          (error) => error.code,
        ),
      { timeout: 10_000 },
    )
    .toBe('done')
})

test('what an aborted run still runs is ended, and nothing of it is begun', async () => {
  const { run: runRecord } = await import('../../run/run.record.ts')
  writeFileSync(file('long.hangs'), '')
  await scripted(app, 'long')
  const run = await beginWith(command('long', ['long']))
  await act(app, cast.li, run, 'long', 'start')
  await expect.poll(() => callsTo('long'), { timeout: 10_000 }).toBe(1)
  await app.inTx(cast.li, (tx) => tx.act(runRecord, run, 'abort', { abortReason: '取消' }), true)
  const { id } = await stepNow(app, run, 'long')
  await expect
    .poll(() => app.engine.db.selectFrom('stepAttempt').select(['state', 'outcome']).where('step', '=', id).execute(), {
      timeout: 10_000,
    })
    .toEqual([{ state: 'ended', outcome: 'unknown' }])
})
