import type { PersonActor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import type { Task } from '../area.ts'
import type { Engine } from '../engine.ts'
import { tellPerson } from '../events/personal.ts'
import type { Tx } from '../tx.ts'

/** How a piece of work tells how far it is and hears that it is wanted no more. */
export interface Progress {
  /** Tells the person's screens, at most every quarter of a second. */
  tell(done: number, total?: number): Promise<void>
  /** Throws `Stopped` once the person asked to stop: call it between steps that leave nothing half done. */
  check(): Promise<void>
}

/** Thrown through a piece of work that is wanted no more; what it had finished stays, and may be told as its result. */
export class Stopped extends Error {
  readonly result: unknown

  constructor(result: unknown = null) {
    super('Stopped')
    this.result = result
  }
}

/**
 * One kind of long work. It runs on some copy of the server, for the person who asked, with what they may do now. It may be
 * begun again after a crash, so it looks before it acts. What it answers is kept as JSON; a `Refusal` it throws is its result.
 */
export interface Work {
  readonly kind: string
  run(engine: Engine, person: PersonActor, input: never, progress: Progress, id: string): Promise<unknown>
}

/** Asks for work in this transaction: it begins once that commits. Answers its id; `/api/work/{id}` follows it. */
export async function startWork(tx: Tx, kind: string, input: unknown): Promise<string> {
  if (tx.actor.kind !== 'person') throw new Error('Long work is asked for by a person')
  const id = tx.newId()
  await tx.db
    .insertInto('work')
    .values({ id, kind, person: tx.actor.id, state: 'queued', input: JSON.stringify(input), createdAt: tx.now })
    .execute()
  await tx.job('work', { id }, { key: `work ${id}` })
  return id
}

/** The job behind all long work: finds its kind, runs it, keeps what came of it. */
export const workTask =
  (kinds: readonly Work[]): Task =>
  async (engine, { id }: { id: string }) => {
    const row = await engine.db.selectFrom('work').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row || row.endedAt !== null) return
    const kind = kinds.find((one) => one.kind === row.kind)
    const person = await engine.directory.actor(engine.db, row.person, `work:${row.kind}`)
    if (!kind || !person) return end(engine, id, 'failed', null)
    await engine.db
      .updateTable('work')
      .set({ state: 'running', copy: engine.copy, startedAt: row.startedAt ?? engine.clock.now() })
      .where('id', '=', id)
      .execute()
    try {
      const result = await kind.run(engine, person, row.input as never, progressOf(engine, id, row.person), id)
      await end(engine, id, 'done', result)
    } catch (error) {
      if (error instanceof Stopped) return end(engine, id, 'stopped', error.result)
      if (error instanceof Refusal) return end(engine, id, 'failed', { code: error.code, text: error.text })
      await end(engine, id, 'failed', null)
      engine.log.error({ err: error, work: id }, 'Long work failed')
    }
  }

async function end(engine: Engine, id: string, state: 'done' | 'stopped' | 'failed', result: unknown): Promise<void> {
  const ended = await engine.db
    .updateTable('work')
    .set({ state, result: result == null ? null : JSON.stringify(result), endedAt: engine.clock.now() })
    .where('id', '=', id)
    .returning('person')
    .executeTakeFirst()
  if (ended) await tell(engine, id, ended.person)
}

const pause = 250

function progressOf(engine: Engine, id: string, person: string): Progress {
  let told = 0
  let asked = 0
  return {
    async tell(done, total) {
      const now = performance.now()
      if (now - told < pause && done !== total) return
      told = now
      await engine.db
        .updateTable('work')
        .set({ done, ...(total !== undefined && { total }) })
        .where('id', '=', id)
        .execute()
      await tell(engine, id, person)
    },
    async check() {
      const now = performance.now()
      if (now - asked < pause) return
      asked = now
      const row = await engine.db.selectFrom('work').select('stopAsked').where('id', '=', id).executeTakeFirst()
      if (row?.stopAsked) throw new Stopped()
    },
  }
}

const tell = (engine: Engine, id: string, person: string): Promise<void> =>
  tellPerson(engine.db, { person, record: 'work', id })
