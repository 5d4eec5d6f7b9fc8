import '../../server/tables.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { livingCopies } from '../../../../platform/copies.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import { archiveJob } from '../../archive-job/archive-job.record.ts'
import { withinWindow } from '../../archive-job/archive-job.rules.ts'
import { archiveIsGood, tellOfArchive } from '../../server/alarms.ts'
import { isTrading } from '../../server/trading.ts'
import { archiveRun } from '../archive-run.record.ts'
import { atBoth } from '../store/open.ts'
import { measureParts, wholeParts } from '../store/partitions.ts'
import { measure, type Old } from '../store/rows.ts'
import { Halted } from '../store/store.ts'
import { archiving, type Move, type Reached, TakenOver } from './batch.ts'
import { moveBatch } from './move.ts'
import { Paused } from './partition.ts'

type Job = RowOf<typeof archiveJob>
type Run = RowOf<typeof archiveRun>

/** Makes a run of a job, which the next turn of some copy begins. */
export const askForRun = (tx: Tx, job: Job, dry: boolean): Promise<Run> =>
  tx.as(archiving.name).create(archiveRun, {
    ...{ title: job.name, job: job.id, component: job.component, dry },
    before: dayAway(tx.today, -job.keepDays),
  })

/** Whether a job may move anything now: in its hours, and in no trading session. */
export async function mayMove(engine: Engine, job: Pick<Job, 'windowFrom' | 'windowTo'>): Promise<boolean> {
  const now = engine.clock.now()
  const { hour, minute } = Temporal.Instant.from(now).toZonedDateTimeISO(engine.zone)
  return withinWindow(job, hour * 60 + minute) && !(await isTrading(engine, now))
}

/** What this process is carrying on: a run that is ours by its row and not among these was dropped by a fault. */
const inHand = new Set<string>()

export const isDropped = (
  engine: Engine,
  run: { id: string; copy: number | null },
  living: readonly number[],
): boolean => (run.copy === engine.copy ? !inHand.has(run.id) : !living.includes(run.copy as number))

export interface Carrying {
  /** This copy of the server is about to stop: another goes on. */
  readonly leaves?: () => boolean
  readonly reached?: Reached
}

/** Carries a run on from wherever it stands. */
export async function carryOn(engine: Engine, id: string, carrying: Carrying = {}): Promise<void> {
  if (inHand.has(id)) return
  inHand.add(id)
  try {
    const run = await takeUp(engine, id)
    if (run) await carry(engine, run, carrying)
  } finally {
    inHand.delete(id)
  }
}

async function carry(engine: Engine, run: Run, { leaves = () => false, reached = () => {} }: Carrying): Promise<void> {
  const job = (await engine.db
    .selectFrom('archiveJob')
    .selectAll()
    .where('id', '=', run.job)
    .executeTakeFirstOrThrow()) as Job
  const { column, columnIs } = job
  const instant = Temporal.PlainDate.from(run.before).toZonedDateTime(engine.zone).toInstant().toString()
  const old: Old = { column, columnIs, before: run.before, instant }
  try {
    await atBoth(job, async (source, target) => {
      if (run.total === null)
        await note(
          engine,
          run,
          job.unit === 'partitions'
            ? await measureParts(source, old, await wholeParts(source, old))
            : { ...(await measure(source, old)), partitions: null },
        )
      if (run.dry) return over(engine, run.id, 'finish')
      const pauses = () => isToPause(engine, job, run.id, leaves)
      await moveAll({ engine, job, run: run.id, source, target, old, reached, pauses }, leaves)
    })
  } catch (error) {
    if (error instanceof TakenOver) return
    if (!(error instanceof Halted)) engine.log.warn({ err: error, run: run.number }, 'An archive run could not go on')
    const { message } = error as Error
    await fail(engine, run.id, error instanceof Halted ? error.words : [message, message])
  }
}

/** Waiting, or left by a server that died or by a fault of this one. */
const takeUp = (engine: Engine, id: string): Promise<Run | null> =>
  engine.inTx(archiving, async (tx) => {
    const run = await tx.lock(archiveRun, id)
    const mine = { copy: engine.copy }
    if (run.state === 'waiting') return tx.act(archiveRun, id, 'begin', { ...mine, startedAt: run.startedAt ?? tx.now })
    if (run.state !== 'running') return null
    const theirs = run.copy !== engine.copy && (await livingCopies(tx.db)).includes(run.copy as number)
    return theirs ? null : tx.update(archiveRun, id, mine)
  })

const note = (engine: Engine, run: Run, found: Awaited<ReturnType<typeof measureParts>>) =>
  engine.inTx(archiving, (tx) => tx.update(archiveRun, run.id, found))

/** As between batches, in the middle of a partition. */
async function isToPause(engine: Engine, job: Job, id: string, leaves: () => boolean): Promise<boolean> {
  const { stopAsked } = await engine.db
    .selectFrom('archiveRun')
    .select('stopAsked')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return stopAsked || leaves() || !(await isActive(engine, job.id)) || !(await mayMove(engine, job))
}

const paused = Symbol('paused')

/** Between batches, where nothing is half done, it is asked whether to go on. */
async function moveAll(move: Move, leaves: () => boolean): Promise<void> {
  const { engine, job, run: id } = move
  for (;;) {
    const { state, stopAsked, copy } = await engine.db
      .selectFrom('archiveRun')
      .select(['state', 'stopAsked', 'copy'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (state !== 'running' || copy !== engine.copy) return
    if (stopAsked || !(await isActive(engine, job.id))) return over(engine, id, 'stop')
    if (leaves() || !(await mayMove(engine, job)))
      return void (await engine.inTx(archiving, (tx) => tx.act(archiveRun, id, 'rest')))
    const removed = await moveBatch(move).catch((error) => {
      if (error instanceof Paused) return paused
      throw error
    })
    if (removed === paused) continue
    // Nothing is left but what changes as it is copied: that is for the next run.
    if (removed === null || removed === 0) return over(engine, id, 'finish')
    await wait(job.pauseMs)
  }
}

const isActive = async ({ db }: Engine, job: string): Promise<boolean> =>
  (await db.selectFrom('archiveJob').select('state').where('id', '=', job).executeTakeFirstOrThrow()).state === 'active'

const over = (engine: Engine, id: string, verb: 'finish' | 'stop'): Promise<void> =>
  engine.inTx(archiving, async (tx) => {
    const { job, dry } = await tx.act(archiveRun, id, verb, { endedAt: tx.now })
    if (verb === 'stop' || dry) return
    await tx.update(archiveJob, job, { standing: 'good', lastDoneAt: tx.now })
    await archiveIsGood(tx, job)
  })

const fail = (engine: Engine, id: string, [why, whyEn]: Words): Promise<void> =>
  engine.inTx(archiving, async (tx) => {
    const { job, dry } = await tx.act(archiveRun, id, 'fail', { why, whyEn, endedAt: tx.now })
    if (dry) return
    await tellOfArchive(tx, await tx.update(archiveJob, job, { standing: 'failed' }), [why, whyEn])
  })
