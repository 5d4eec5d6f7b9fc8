import { hostname } from 'node:os'
import { sql } from 'kysely'
import { livingCopies } from '../../../../platform/copies.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { finding, type Look } from '../../../../platform/health/health.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Words } from '../../../../record/words.ts'
import { raiseAlarm, resolveAlarm } from '../../alarm/server/raise.ts'
import { shardHolder } from '../shard.rules.ts'
import { again } from './loops.ts'

const sayMs = 2_000
/** Silent for this long, a copy whose connections stand is frozen; seconds. */
const frozenSeconds = 15
/** Longest that a piece of its work may take before a copy calls itself unwell, milliseconds. */
const mostBusyMs = 60_000

/** Work that must get done over and over for the watching to be worth anything. */
export class Upkeep {
  #since: number | null = null

  /** Does it, and knows how long it takes. */
  async while<T>(work: () => Promise<T>): Promise<T> {
    this.#since = performance.now()
    try {
      return await work()
    } finally {
      this.#since = null
    }
  }

  get stuck(): boolean {
    return this.#since !== null && performance.now() - this.#since > mostBusyMs
  }
}

/** Says over and over that this copy watches, and whether its work gets done; looks how the others do. */
export function sayWell(engine: Engine, upkeep: readonly Upkeep[]): { stop(): Promise<void> } {
  const rounds = again(
    sayMs,
    async () => {
      await sql`insert into evaluator (copy, host, at, well)
        values (${engine.copy}, ${hostname()}, clock_timestamp(), ${!upkeep.some(({ stuck }) => stuck)})
        on conflict (copy) do update set at = excluded.at, well = excluded.well`.execute(engine.db)
      await watchCopies(engine)
    },
    (error) => engine.log.error({ error }, 'saying that this copy watches failed; trying again'),
  )
  return {
    async stop() {
      await rounds.stop()
      await sql`delete from evaluator where copy = ${engine.copy} and not told`.execute(engine.db)
    },
  }
}

interface Seen {
  copy: number
  host: string
  frozen: boolean
  well: boolean
  told: boolean
}

/**
 * Looks at every copy that watches. One that is frozen (its process stands, its connections too) loses its probes to the others
 * at once: the connection that holds its shards is ended from here. What is not well is told once, and taken back once.
 */
export async function watchCopies(engine: Engine): Promise<void> {
  const seen = await seenCopies(engine)
  if (seen.every(({ frozen, well, told }) => !told && well && !frozen)) return
  const living = new Set(await livingCopies(engine.db))
  for (const one of seen) {
    const alive = living.has(one.copy)
    if (alive && one.frozen) await releaseShards(engine, one.copy)
    if (!alive && one.frozen) await engine.inTx(asSystem('probes'), (tx) => isGone(tx, one))
    else if ((one.frozen || !one.well) !== one.told) await engine.inTx(asSystem('probes'), (tx) => tell(tx, one))
  }
}

const seenCopies = async (engine: Engine): Promise<Seen[]> =>
  (
    await sql<Seen>`select copy, host, well, told,
      at < clock_timestamp() - make_interval(secs => ${frozenSeconds}) as frozen from evaluator order by copy`.execute(
      engine.db,
    )
  ).rows

/**
 * How many copies share the probes: those that live and say so. A command that has opened the database is no copy that watches, and
 * one that is frozen is none now.
 */
export async function watchingCopies(engine: Engine): Promise<number> {
  const living = new Set(await livingCopies(engine.db))
  return (await seenCopies(engine)).filter(({ copy, frozen }) => !frozen && living.has(copy)).length
}

const releaseShards = (engine: Engine, copy: number): Promise<unknown> =>
  sql`select end_shard_holder(${shardHolder(copy)})`.execute(engine.db)

/** Of several copies that see it one tells it. */
async function tell(tx: Tx, { copy, host, told }: Seen): Promise<void> {
  const { rows } =
    await sql`update evaluator set told = ${!told} where copy = ${copy} and told = ${told} returning copy`.execute(
      tx.db,
    )
  if (rows.length === 0) return
  if (told) await resolveAlarm(tx, alarmKey(copy), goesOn)
  else await raiseAlarm(tx, { key: alarmKey(copy), severity: 'critical', title: stands(copy, host) })
}

async function isGone(tx: Tx, { copy }: Seen): Promise<void> {
  const { rows } = await sql<{ told: boolean }>`delete from evaluator where copy = ${copy} returning told`.execute(
    tx.db,
  )
  if (rows[0]?.told) await resolveAlarm(tx, alarmKey(copy), isOver)
}

const alarmKey = (copy: number): string => `evaluator:${copy}`

const stands = (copy: number, host: string): Words => [
  `服务器副本 ${copy}(${host})的监视已停顿`,
  `Copy ${copy} of the server (${host}) has stopped watching`,
]
const goesOn: Words = ['该副本已恢复监视。', 'The copy watches again.']
const isOver: Words = ['该副本已结束,其探测由其他副本接管。', 'The copy has ended; others look after its probes.']

/** Whether anybody watches at all: for whoever looks at the house from outside of it. */
export const evaluatorsLook: Look = async (engine) => {
  const living = new Set(await livingCopies(engine.db))
  const seen = (await seenCopies(engine)).filter(({ copy }) => living.has(copy))
  const well = seen.filter((one) => one.well && !one.frozen)
  const level = well.length === 0 ? 'bad' : well.length < seen.length ? 'warning' : 'ok'
  return finding('evaluators', level, [
    `监视正常的服务器副本 ${well.length} 个,停顿 ${seen.length - well.length} 个`,
    `${well.length} copies of the server watch, ${seen.length - well.length} have stopped`,
  ])
}
