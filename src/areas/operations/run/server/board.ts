import type { Kysely } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { layersOf } from '../../../../record/graph.ts'
import { type Can, canDo } from '../../../../record/lifecycle.ts'
import { type Fault, notFound } from '../../../../record/problem.ts'
import { rowSchema } from '../../../../record/schema.ts'
import type { KnownReading } from '../../probe/probe.rules.ts'
import { latestReadings } from '../../probe/server/results.ts'
import { agrees } from '../../run-step/evidence.rules.ts'
import { runStep } from '../../run-step/run-step.record.ts'
import { disagrees, isSatisfied, stillRunning } from '../../run-step/run-step.rules.ts'
import { blockersOf, type RunStepRow, stepsOfRun, zoneOf } from '../../run-step/server/order.ts'
import { shownSchema } from '../../runbook/parameter.rules.ts'
import { run } from '../run.record.ts'
import { shownParameters } from './given.ts'
import { usualOf } from './usual.ts'

const words = z.tuple([z.string(), z.string()]).readonly()
const can = z.record(z.string(), z.union([z.literal(true), z.object({ code: z.string(), text: words })]))

const attempt = z.object({
  id: z.string(),
  n: z.int(),
  round: z.int(),
  component: z.string(),
  componentCode: z.string(),
  action: z.string(),
  state: z.enum(['queued', 'launched', 'ended']),
  outcome: z.string().nullable(),
  exitCode: z.int().nullable(),
  launchedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** The last 4,000 characters of what it said so far. */
  output: z.string(),
})

const boardStep = rowSchema(runStep).extend({
  can,
  /** Row of the drawn graph, from the top. */
  layer: z.int(),
  /** What keeps it from being started, in words. */
  blockers: z.array(z.object({ code: z.string(), text: words })),
  reading: z
    .object({
      at: z.string(),
      outcome: z.enum(['up', 'slow', 'down']),
      ms: z.number(),
      note: z.string(),
      agrees: z.boolean(),
    })
    .nullable(),
  attempts: z.array(attempt),
  /** How long it took in the last finished runs, in seconds. */
  usual: z.object({ median: z.number(), p90: z.number(), runs: z.int() }).nullable(),
})

const outputShown = 4_000

/** All that the screen of a run shows: one request, and again whenever the run or one of its steps changes. */
export const runBoard = query({
  path: '/api/runs/:id/board',
  allow: run.access.read,
  summary: 'A run with its steps, what each waits for, its evidence so far, and what this person may do now',
  input: z.object({ id: z.string() }),
  output: z.object({
    run: rowSchema(run).extend({ can }),
    /** What was given when it began. */
    parameters: shownSchema,
    steps: z.array(boardStep),
    progress: z.object({ settled: z.int(), total: z.int() }),
    refs: refsSchema,
  }),
  async run({ db, person, now, engine }, { id }) {
    const found = await findRun(db, id)
    const steps = await stepsOfRun(db, found.id)
    const readings = await latestReadings(
      db,
      steps.flatMap(({ probe }) => probe ?? []),
    )
    const attempts = await db
      .selectFrom('stepAttempt')
      .selectAll()
      .where(
        'step',
        'in',
        steps.map((step) => step.id),
      )
      .orderBy('n')
      .execute()
    const zone = await zoneOf(db)
    const usual = (await usualOf(db, [found.runbookCode ?? ''])).get(found.runbookCode ?? '')
    const layers = layersOf(steps)
    const shown = steps.map((step) => {
      const reading = step.probe === null ? undefined : readings.get(step.probe)
      const blockers = isBefore(step) ? blockersOf(step, steps, { now, zone, readings }) : []
      const tries = attempts.filter((one) => one.step === step.id)
      const running = tries.some(({ state }) => state !== 'ended') ? stillRunning : undefined
      return {
        ...step,
        can: canOn(step, person, now, found.state, {
          start: blockers[0],
          done: running ?? doubt(step, reading),
          fail: running,
        }),
        layer: layers.findIndex((layer) => layer.includes(step.key)),
        blockers: blockers.map(({ code, text }) => ({ code, text })),
        usual: usual?.get(step.key) ?? null,
        reading: reading ? shownReading(step, reading) : null,
        attempts: tries.map((one) => ({ ...one, output: one.output.slice(-outputShown) })),
      }
    })
    const settled = steps.filter(isSatisfied).length
    const wanted = new Map([
      ['person', new Set([found, ...steps].flatMap(personsOf))],
      ['post', new Set(steps.flatMap((step) => [step.makerPost, step.checkerPost ?? []].flat()))],
      ['component', new Set(steps.flatMap((step) => step.components))],
      ['probe', new Set(steps.flatMap(({ probe }) => probe ?? []))],
      ['runbook', new Set([found.runbook, found.mirrored ?? []].flat())],
    ])
    return {
      run: { ...found, can: finishable(canDo(run, found as never, { actor: person, now }), settled, steps.length) },
      parameters: await shownParameters(db, found),
      steps: shown,
      progress: { settled, total: steps.length },
      refs: await lookUp(engine, person, wanted),
    }
  },
})

/** A run by its id or number; refuses `not-found`. */
export async function findRun(db: Kysely<Tables>, idOrNumber: string) {
  const by = z.uuid().safeParse(idOrNumber).success ? 'id' : 'number'
  const found = await db.selectFrom('run').selectAll().where(by, '=', idOrNumber).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

const isBefore = ({ state }: RunStepRow) => state === 'waiting' || state === 'ready' || state === 'override-asked'

const shownReading = (step: RunStepRow, { at, outcome, ms, note }: KnownReading) => ({
  at,
  outcome,
  ms,
  note,
  agrees: agrees(step.plan, outcome),
})

/** The step's proof stands against calling it done. */
const doubt = (step: RunStepRow, reading: KnownReading | undefined): Fault | undefined =>
  reading && !agrees(step.plan, reading.outcome)
    ? disagrees(step.plan.proof ?? '', reading.outcome, reading.note)
    : undefined

/** What the declaration allows, less what the run's end or the order of steps forbids. */
function canOn(
  step: RunStepRow,
  person: PersonActor,
  now: string,
  runState: string,
  refused: Readonly<Record<string, Fault | undefined>>,
): Can {
  const may = { ...canDo(runStep, step as never, { actor: person, now }) }
  const refuse = (verb: string, { code, text }: Pick<Fault, 'code' | 'text'>) => {
    if (may[verb] === true) may[verb] = { code, text }
  }
  if (runState !== 'in-progress')
    for (const verb of Object.keys(may))
      refuse(verb, { code: 'run-ended', text: ['执行已经结束。', 'The run has ended.'] })
  for (const [verb, fault] of Object.entries(refused)) if (fault) refuse(verb, fault)
  // Only what a person may ever do on the board; the system's own verbs would be noise.
  return Object.fromEntries(Object.entries(may).filter(([verb]) => !systemVerbs.has(verb)))
}

const systemVerbs = new Set(['release', 'time-out', 'lose', 'update'])

function finishable(may: Can, settled: number, total: number): Can {
  if (may['finish'] !== true || settled === total) return may
  const open = total - settled
  return {
    ...may,
    finish: { code: 'step-open', text: [`还有 ${open} 个步骤未了结。`, `${open} steps are not settled yet.`] },
  }
}

const personFields = [
  ...['createdBy', 'updatedBy', 'finishedBy', 'abortedBy', 'maker', 'checker', 'rejectedBy'],
  ...['waiveAskedBy', 'waivedBy', 'overrideAskedBy', 'overriddenBy'],
]

/** Ids of all persons a row names. */
export const personsOf = (row: object): string[] => {
  const values = row as Record<string, unknown>
  return [...personFields.map((name) => values[name]), ...((values['hands'] as string[] | undefined) ?? [])].filter(
    (id): id is string => typeof id === 'string',
  )
}
