import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { component } from '../../component/component.record.ts'
import { runCommands } from '../../run-step/server/runner.ts'
import { watchSteps } from '../../run-step/server/watch.ts'
import { type Parameter, parameterSchema } from '../../runbook/parameter.rules.ts'
import type { StepInput } from '../../runbook/step.rules.ts'
import { run } from '../run.record.ts'
import { act, begin, type Cast, castOf, effectiveRunbook, script, scripted, step, stepNow } from './stage.testing.ts'

/** Says what it was told, word for word. */
const echo = 'console.log(JSON.stringify(process.argv.slice(1)))'

let app: TestApp
let cast: Cast
let services: { stop(): Promise<void> }[]

beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString(), programs: script(echo) })
  cast = await castOf(app)
  services = [await runCommands(app.engine), await watchSteps(app.engine)]
  for (const code of ['gateway', 'front']) await scripted(app, code)
}, 60_000)
afterAll(async () => {
  for (const one of services ?? []) await one.stop()
  await app?.close()
})

const ask = (key: string, more: object = {}): Parameter =>
  parameterSchema.parse({ key, name: [`参数${key}`, `Parameter ${key}`], kind: 'text', ...more })
const book = (code: string, parameters: Parameter[], steps: StepInput[], more = {}) =>
  effectiveRunbook(app, cast, steps, { code, kind: 'other', parameters, ...more })
const start = async (runbook: { id: string }, parameters: Record<string, string | number>) =>
  (await app.as(cast.li)).post('/api/runs', { runbook: runbook.id, parameters })

/** What a shell, a template or a program of options would make something of. */
const hostile = {
  shell: '$(touch /tmp/x); `id` && rm -rf "$HOME" | cat > y',
  quotes: `'"'"' \\" {{quotes}} {{other}} $& %s`,
  lines: 'first\n--second\r\n\tthird',
  hyphen: '--help',
}

test('what is given reaches the command as it is, each in an argument of its own, whatever it looks like', async () => {
  const made = await book(
    'HOSTILE',
    Object.keys(hostile).map((key) => ask(key)),
    [
      step('go', {
        mode: 'command',
        components: ['gateway'],
        action: 'start',
        args: ['{{shell}}', '{{quotes}}', '{{lines}}', '--why={{hyphen}}'],
        instructions: '因 {{shell}}',
      }),
    ],
  )
  const { status, body } = await start(made, hostile)
  expect(status).toBe(201)
  await act(app, cast.li, body.item.id, 'go', 'start')
  await expect.poll(() => stepNow(app, body.item.id, 'go'), { timeout: 15_000 }).toMatchObject({ state: 'done' })
  const [attempt] = await app.engine.db.selectFrom('stepAttempt').selectAll().execute()
  const { shell, quotes, lines, hyphen } = hostile
  const given = [shell, quotes, lines, `--why=${hyphen}`]
  expect(attempt?.args).toEqual(['start', 'gateway', ...given])
  expect(JSON.parse(attempt?.output ?? '')).toEqual(['start', 'gateway', ...given])
  expect((await stepNow(app, body.item.id, 'go')).plan.instructions).toBe(`因 ${shell}`)
})

test('every fault is told at once and in both languages, and nothing begins', async () => {
  const made = await book(
    'FAULTY',
    [
      ask('note', { pattern: '[a-z]+' }),
      ask('count', { kind: 'number', least: 1, most: 9 }),
      ask('where', { kind: 'component' }),
      ask('raw'),
    ],
    [step('go', { mode: 'command', components: ['{{where}}'], action: 'start', args: ['{{raw}}', '-n={{count}}'] })],
  )
  const { status, body } = await start(made, { note: 'X', count: 10, where: 'moon', raw: '-rf', odd: 'x' })
  expect(status).toBe(422)
  expect(body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
    ...['parameters.odd unknown-parameter', 'parameters.note pattern', 'parameters.count too-large'],
    ...['parameters.where unknown-component', 'parameters.raw leading-hyphen'],
  ])
  expect(body.errors[2].message).toBe('「参数count」不得大于 9。')
  const none = await start(made, {})
  expect(none.body.errors.map(({ path }: { path: string }) => path)).toEqual(
    ['note', 'count', 'where', 'raw'].map((key) => `parameters.${key}`),
  )
  expect(await app.engine.db.selectFrom('run').select('id').where('runbookCode', '=', 'FAULTY').execute()).toEqual([])
})

test('a component that is given must declare what the step would have it do', async () => {
  await app.engine.inTx(asSystem('test'), (tx) =>
    tx.create(component, { code: 'mute', name: 'mute', kind: 'process', actions: [] }),
  )
  const made = await book(
    'WHICH',
    [ask('where', { kind: 'component' })],
    [
      step('go', {
        mode: 'command',
        components: ['{{where}}'],
        action: 'start',
        title: ['启动 {{where}}', 'Start {{where}}'],
      }),
    ],
  )
  const refused = await start(made, { where: 'mute' })
  expect(refused.body.errors).toMatchObject([{ path: 'steps.0.components.0', code: 'undeclared-action' }])
  const { body } = await start(made, { where: 'front' })
  await act(app, cast.li, body.item.id, 'go', 'start')
  await expect
    .poll(() => stepNow(app, body.item.id, 'go'), { timeout: 15_000 })
    .toMatchObject({
      state: 'done',
      title: '启动 front',
      evidence: [{ component: 'front', outcome: 'ok' }],
    })
})

test('what was given stays with the run, on its page and in the signed report; defaults are among it', async () => {
  const made = await book(
    'SIGNED',
    [ask('level', { kind: 'number', default: '3' }), ask('note'), ask('more', { required: false })],
    [step('go', { expected: '级别 {{level}},{{more}}' })],
  )
  const { body } = await start(made, { note: '客户要求' })
  const id = body.item.id
  await act(app, cast.li, id, 'go', 'start')
  await act(app, cast.li, id, 'go', 'done')
  await app.inTx(cast.wang, (tx) => tx.act(run, id, 'finish'), true)
  const shown = [
    { key: 'level', name: ['参数level', 'Parameter level'], value: '3' },
    { key: 'note', name: ['参数note', 'Parameter note'], value: '客户要求' },
  ]
  const client = await app.as(cast.li)
  const board = await client.get(`/api/runs/${id}/board`)
  expect(board.body.parameters).toEqual(shown)
  expect(board.body.steps[0].plan.expected).toBe('级别 3,—')
  const report = await client.get(`/api/runs/${id}/report`)
  expect(report.body).toMatchObject({ matches: true, report: { parameters: shown } })
  await app.engine.db
    .updateTable('run')
    .set({ parameters: JSON.stringify({ level: '9', note: '客户要求' }) as never })
    .where('id', '=', id)
    .execute()
  expect((await client.get(`/api/runs/${id}/report`)).body.matches).toBe(false)
})

test('an included runbook gets what it asks for from the step that stands for it', async () => {
  await book(
    'INNER',
    [ask('target', { kind: 'component' })],
    [step('go', { mode: 'command', components: ['{{target}}'], action: 'stop', args: ['-t={{target}}'] })],
  )
  const outer = await book(
    'OUTER',
    [ask('where', { kind: 'component' })],
    [step('in', { mode: 'runbook', runbook: 'INNER', parameters: { target: '{{where}}' } })],
  )
  const { body } = await start(outer, { where: 'front' })
  expect((await stepNow(app, body.item.id, 'in-go')).plan).toMatchObject({ components: ['front'], args: ['-t=front'] })
  await expect(book('EMPTY', [], [step('in', { mode: 'runbook', runbook: 'INNER' })])).rejects.toMatchObject({
    faults: [{ path: 'steps.0.parameters.target', code: 'required' }],
  })
})

test('what the clock begins takes defaults, and cannot be put in force where somebody would have to be asked', async () => {
  const daily = {
    schedule: 'each-trading-day' as const,
    startBy: 'clock' as const,
    dueAnchor: { session: 'day-am', edge: 'start' as const, offsetMinutes: -30 },
  }
  await expect(book('UNASKED', [ask('why')], [step('go')], daily)).rejects.toMatchObject({
    faults: [{ path: 'startBy', code: 'nobody-to-ask' }],
  })
  const made = await book('ASKED', [ask('why', { default: '例行' })], [step('go', { instructions: '{{why}}' })], daily)
  const { id } = await begin(app, cast.li, made)
  expect((await stepNow(app, id, 'go')).plan.instructions).toBe('例行')
})

test('a dry run is given the same, and says what the command would have been told', async () => {
  const made = await book(
    'DRY',
    [ask('why')],
    [step('go', { mode: 'command', components: ['gateway'], action: 'start', args: ['--why={{why}}'] })],
  )
  const { body } = await (await app.as(cast.li)).post('/api/runs', {
    runbook: made.id,
    dry: true,
    parameters: { why: '演练' },
  })
  const { plan } = await stepNow(app, body.item.id, 'go')
  expect(plan).toMatchObject({ mode: 'hand', instructions: expect.stringContaining('执行 start --why=演练') })
  expect(plan.args).toBeUndefined()
})

test('a later edition is compared in what it asks, and what it asks is answered before it is started', async () => {
  const made = await book('EDITIONS', [ask('a'), ask('b')], [step('go')])
  const client = await app.as(cast.engineer)
  expect((await client.get(`/api/runbooks/${made.id}/asks`)).body.parameters).toMatchObject([
    { key: 'a' },
    { key: 'b' },
  ])
  const next = (await client.post(`/api/runbooks/${made.id}/new-edition`, {})).body
  const { body } = await client.get(`/api/runbooks/${next.number}`)
  const parameters = [ask('a', { default: 'x' }), ask('c')]
  await client.patch(`/api/runbooks/${next.number}`, { version: body.item.version, parameters })
  const { changes } = (await client.get(`/api/runbooks/${next.number}/comparison`)).body
  expect(
    changes.map(({ field, before, after }: Record<string, { key: string }>) => [field, before?.key, after?.key]),
  ).toEqual([
    ['{{a}}', 'a', 'a'],
    ['{{c}}', undefined, 'c'],
    ['{{b}}', 'b', undefined],
  ])
})
