import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { settleAlarms } from '../../alarm/server/settle.ts'
import { tellGroups } from '../../alarm-grouping/server/group.ts'
import { refreshAllHealth } from '../../component/server/health.ts'
import { escalateAlarms } from '../../escalation-policy/server/escalate.ts'
import { turnWindows } from '../../maintenance-window/server/turn.ts'
import { watchAgents } from '../../probe-agent/server/presence.ts'
import { turnSilences } from '../../silence/server/turn.ts'
import { shardOf } from '../shard.rules.ts'
import { check, type ProbeRow } from './ask.ts'
import { raiseOverdue } from './decide.ts'
import { sayWell, Upkeep } from './evaluator.ts'
import { makeJudge } from './judge.ts'
import { again, oneByOne } from './loops.ts'
import { watchNetwork } from './network.ts'
import { pinger } from './ping/pinger.ts'
import { ProbeScheduler, type ScheduledProbe } from './scheduler.ts'
import { holdShards } from './shards.ts'

interface Watched extends ScheduledProbe {
  row: ProbeRow
}

/** How often time alone is looked at (recovery, calm, silence), milliseconds. */
const sweepMs = 1_000

/**
 * Probing, on every copy of the server: each looks after the probes of the shards it holds. Changes of probes are heard
 * of as they are committed; after a gap in hearing all are read again.
 */
export const probeService: Service = async (engine) => {
  const watched = new Map<string, ProbeRow>()
  const judge = makeJudge(engine, (id) => watched.get(id))
  const [judging, sweeping] = [new Upkeep(), new Upkeep()]
  const network = watchNetwork(engine, (id) => watched.get(id)?.settings.kind)
  const scheduler = new ProbeScheduler<Watched>({
    check: ({ row }) => check(engine, row),
    sink: (readings) => judging.while(async () => judge.take(await network.lookout.excuse(readings))),
    fault: (error, probe) => engine.log.error({ error, probe }, 'probing failed'),
  })
  let held: ReadonlySet<number> = new Set()

  function set(row: ProbeRow): void {
    if (row.state !== 'active' || row.agent !== null || !held.has(shardOf(row.id))) {
      unset(row.id)
      return
    }
    if (watched.get(row.id)?.version !== row.version) judge.forget(row.id)
    watched.set(row.id, row)
    scheduler.set({ id: row.id, intervalMs: row.intervalSeconds * 1_000, row })
  }

  function unset(id: string): void {
    if (!watched.delete(id)) return
    scheduler.remove(id)
    judge.forget(id)
  }

  const loader = oneByOne(
    async (id) => {
      const query = engine.db.selectFrom('probe').selectAll()
      const rows = await (id ? query.where('id', '=', id) : query.where('state', '=', 'active')).execute()
      for (const row of rows) set(row)
      if (id) return
      const active = new Set(rows.map((row) => row.id))
      for (const known of [...watched.keys()]) if (!active.has(known)) unset(known)
    },
    failed(engine, 'reading probes'),
  )

  const hears = [
    engine.events.on('record', ({ record, id }) => record === 'probe' && loader.ask(id)),
    engine.events.onGap(() => loader.ask(null)),
  ]
  const saying = sayWell(engine, [judging, sweeping])
  const shards = await holdShards(engine, {
    lost: (gone) => {
      const lost = new Set(gone)
      held = new Set([...held].filter((shard) => !lost.has(shard)))
      for (const id of [...watched.keys()]) if (lost.has(shardOf(id))) unset(id)
    },
    gained: (more) => {
      held = new Set([...held, ...more])
      loader.ask(null)
    },
  })
  const sweeper = again(
    sweepMs,
    () => sweeping.while(() => sweep(engine)),
    failed(engine, 'looking at what time brings about'),
  )

  return {
    async stop() {
      for (const end of hears) end()
      await saying.stop()
      await sweeper.stop()
      await loader.stop()
      await scheduler.stop()
      await network.stop()
      pinger.stop()
      await judge.stop()
      await shards.stop()
    },
  }
}

/** Looks once at what time alone brings about. */
export async function sweep(engine: Engine): Promise<void> {
  await refreshAllHealth(engine)
  await settleAlarms(engine)
  await raiseOverdue(engine)
  await watchAgents(engine)
  await turnWindows(engine)
  await turnSilences(engine)
  await tellGroups(engine)
  await escalateAlarms(engine)
}

const failed = (engine: Engine, what: string) => (error: unknown) =>
  engine.log.error({ error }, `${what} failed; trying again`)
