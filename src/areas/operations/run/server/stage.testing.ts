import { execPath } from 'node:process'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem, type PersonActor } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { post } from '../../../organisation/post/post.record.ts'
import { type ComponentAction, component } from '../../component/component.record.ts'
import { probe } from '../../probe/probe.record.ts'
import { runStep } from '../../run-step/run-step.record.ts'
import { runbook } from '../../runbook/runbook.record.ts'
import { type Step, type StepInput, stepsSchema } from '../../runbook/step.rules.ts'
import { run } from '../run.record.ts'

/** Only what stories about runs need of the test application. */
export interface Stage {
  readonly engine: Engine
  person(...roles: string[]): Promise<PersonActor>
  inTx<T>(actor: PersonActor, work: (tx: Tx) => Promise<T>, signed?: boolean): Promise<T>
}

export type StepRow = RowOf<typeof runStep>

/** A duty of three: a maker, a checker, and one who holds both posts; an engineer who writes and a manager who approves. */
export async function castOf(app: Stage) {
  const { engine } = app
  const [li, wang, both] = [
    await app.person('operator'),
    await app.person('checker'),
    await app.person('operator', 'checker'),
  ]
  const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
  await engine.inTx(asSystem('test'), async (tx) => {
    const maker = await tx.create(post, { code: 'duty-operator', name: '值班岗', duties: '经办', duty: 'maker' })
    const checker = await tx.create(post, { code: 'duty-checker', name: '复核岗', duties: '复核', duty: 'checker' })
    await tx.update(person, li.id, { posts: [maker.id] })
    await tx.update(person, wang.id, { posts: [checker.id] })
    await tx.update(person, both.id, { posts: [maker.id, checker.id] })
  })
  const now = async (who: PersonActor) => (await engine.directory.actor(engine.db, who.id, 'test')) as PersonActor
  return { li: await now(li), wang: await now(wang), both: await now(both), engineer, manager }
}

export type Cast = Awaited<ReturnType<typeof castOf>>

/** A step done by the duty operator, in the fewest words. */
export const step = (key: string, more: Partial<StepInput> = {}): StepInput => ({
  key,
  title: [`步骤${key}`, `Step ${key}`],
  instructions: '照做',
  expected: '做好',
  mode: 'hand',
  makerPost: 'duty-operator',
  ...more,
})

/** A runbook of these steps, written by the engineer and approved by the manager. */
export async function effectiveRunbook(
  app: Stage,
  cast: Cast,
  steps: StepInput[],
  more: Partial<RowOf<typeof runbook>> = {},
): Promise<RowOf<typeof runbook>> {
  const draft = await app.inTx(cast.engineer, (tx) =>
    tx.create(runbook, {
      code: 'OPEN',
      title: '开市',
      titleEn: 'Opening',
      kind: 'opening',
      purpose: '开市前的检查与启动',
      steps: stepsSchema.parse(steps) as Step[],
      ...more,
    }),
  )
  await app.inTx(cast.engineer, (tx) => tx.act(runbook, draft.id, 'submit'))
  return app.inTx(cast.manager, (tx) => tx.act(runbook, draft.id, 'approve'), true)
}

/** Begins a run and answers it. */
export const begin = (app: Stage, who: PersonActor, book: { id: string }) =>
  app.inTx(who, (tx) => tx.create(run, { runbook: book.id }))

/** The run's step of this key, as it is now. */
export async function stepNow(app: Stage, runId: string, key: string): Promise<StepRow> {
  const found = await app.engine.db
    .selectFrom('runStep')
    .selectAll()
    .where('run', '=', runId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return found
}

/** A verb on the step of this key, signed. */
export async function act(
  app: Stage,
  who: PersonActor,
  runId: string,
  key: string,
  verb: Parameters<Tx['act']>[2],
  values: Record<string, unknown> = {},
) {
  const { id } = await stepNow(app, runId, key)
  return app.inTx(who, (tx) => tx.act(runStep, id, verb as 'start', values as never), true)
}

/** A component in service whose start action runs this script in Node, told its code as its argument. */
export async function scripted(app: Stage, code: string, timeoutSeconds = 20): Promise<string> {
  const action = (verb: ComponentAction['verb']): ComponentAction => ({
    verb,
    program: 'script',
    args: [verb, code],
    timeoutSeconds,
  })
  const made = await app.engine.inTx(asSystem('test'), (tx) =>
    tx.create(component, { code, name: code, kind: 'process', actions: [action('start'), action('stop')] }),
  )
  return made.id
}

/** A probe that is up while a file is there. */
export async function fileProbe(app: Stage, componentId: string, path: string) {
  return app.engine.inTx(asSystem('test'), (tx) =>
    tx.create(probe, {
      name: `文件 ${path}`,
      component: componentId,
      settings: { kind: 'file', path, maxAgeSeconds: 86_400, timeoutMs: 2_000 },
      intervalSeconds: 86_400,
    }),
  )
}

/** The program `script` of a test's server: Node with this source. */
export const script = (source: string) => ({ script: { command: execPath, args: ['-e', source] } })
