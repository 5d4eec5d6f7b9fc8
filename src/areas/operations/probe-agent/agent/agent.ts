import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { z } from 'zod'
import { call, Refused } from '../../../../platform/outgoing/call.ts'
import type { Programs } from '../../../../platform/process/programs.ts'
import { observe } from '../../probe/server/checks/observe.ts'
import { systemClock } from '../../probe/server/clock.ts'
import { Lookout } from '../../probe/server/lookout.ts'
import { again } from '../../probe/server/loops.ts'
import { pinger } from '../../probe/server/ping/pinger.ts'
import { ProbeScheduler, type ScheduledProbe } from '../../probe/server/scheduler.ts'
import { targetFrom } from '../../probe/server/targets.ts'
import {
  type Assigned,
  type Assignment,
  answerSchema,
  assignmentSchema,
  exchangeMs,
  type Report,
} from '../exchange.rules.ts'
import { type Reference, readReferences } from '../references.rules.ts'
import { type Identity, readAs, writeWhole } from './identity.ts'
import { type Handful, Spool } from './spool.ts'

export interface AgentOptions {
  /** Its own folder: who it is, what it is to probe, and readings that wait. */
  readonly folder: string
  readonly identity: Identity
  readonly programs: Programs
  readonly log: Logger
  readonly version: string
}

interface Watched extends ScheduledProbe {
  readonly assigned: Assigned
}

/** How often the agent looks whether its own network is well, milliseconds. */
const lookMs = 5_000

const keptSchema = z.object({ assignment: assignmentSchema, offsetMs: z.number() })

/**
 * Probes what the server assigns, with the server's own checks, and hands in what it finds, oldest first. Cut off from the server it
 * goes on with what it was last told, also after a restart; it goes by the server's clock.
 */
export async function runAgent(options: AgentOptions): Promise<{ stop(): Promise<void> }> {
  const { folder, identity, programs, log, version } = options
  const kept = join(folder, 'assignment.json')
  const spool = await Spool.open(join(folder, 'readings'))
  const target = targetFrom(process.env)
  const carried = new Map<string, unknown>()
  const watched = new Map<string, Assigned>()
  const ending = new AbortController()
  let revision: string | null = null
  let references: readonly Reference[] = []
  let offsetMs = 0
  let silent = false

  const now = () => Date.now() + Math.round(offsetMs)
  const lookout = new Lookout({
    references: () => references,
    now,
    kindOf: (id) => watched.get(id)?.settings.kind,
  })
  const scheduler = new ProbeScheduler<Watched>({
    clock: { ...systemClock, wall: now },
    check: ({ assigned: { id, settings }, intervalMs }) =>
      observe(settings, {
        intervalMs,
        now: now(),
        target,
        plugin: (name) => (Object.hasOwn(programs, name) && programs[name]?.probe ? programs[name] : null),
        carry: carried.get(id),
      }),
    async sink(readings) {
      for (const { probeId, reading } of readings) if (reading.carry !== undefined) carried.set(probeId, reading.carry)
      const found = await lookout.excuse(readings)
      await spool.keep(found.map(({ probeId, reading }): Report => ({ probe: probeId, reading })))
    },
    fault: (error, probe) => log.error({ err: error, probe }, 'probing failed'),
  })

  function assign(assignment: Assignment): void {
    const gone = new Set(watched.keys())
    for (const one of assignment.probes) {
      gone.delete(one.id)
      if (!watched.has(one.id)) carried.set(one.id, one.carry ?? undefined)
      watched.set(one.id, one)
      scheduler.set({ id: one.id, intervalMs: one.intervalSeconds * 1_000, assigned: one })
    }
    for (const id of gone) {
      watched.delete(id)
      carried.delete(id)
      scheduler.remove(id)
    }
    references = readReferences(assignment.references) ?? []
    revision = assignment.revision
    log.info({ probes: watched.size }, 'probes assigned')
  }

  async function exchange(): Promise<void> {
    for (let more = true; more && !ending.signal.aborted; ) {
      const handful = await spool.oldest()
      const began = Date.now()
      const answer = await call(
        identity.server,
        '/api/agents/exchange',
        identity.credential,
        said(handful),
        answerSchema,
        ending.signal,
      ).catch(async (error) => {
        if (!(error instanceof Refused) || error.code !== 'invalid' || !handful) throw error
        // What the server cannot read it never will: it must not keep back all that comes after it.
        log.error({ error: error.message, readings: handful.reports.length }, 'readings were refused and are dropped')
        spool.lost += handful.reports.length
        await spool.drop(handful.file)
        return null
      })
      if (!answer) continue
      if (handful) await spool.drop(handful.file)
      offsetMs = Date.parse(answer.now) - (began + Date.now()) / 2
      if (answer.assignment) {
        assign(answer.assignment)
        await writeWhole(kept, { assignment: answer.assignment, offsetMs })
      }
      if (silent) log.info({ waiting: spool.waiting }, 'the server answers again')
      silent = false
      more = handful !== null && spool.waiting > handful.reports.length
    }
  }

  const said = (handful: Handful | null) => {
    const since = lookout.cutOffSince
    return {
      ...{ host: hostname(), version, revision, lost: spool.lost },
      waiting: spool.waiting - (handful?.reports.length ?? 0),
      cutOffSince: since === null ? null : new Date(since).toISOString(),
      readings: handful?.reports ?? [],
    }
  }

  const before = await readAs(keptSchema, kept)
  if (before) {
    offsetMs = before.offsetMs
    assign(before.assignment)
    // Asked for anew: where following a log goes on stands with the server.
    revision = null
  }
  const looks = again(
    lookMs,
    async () => void (await lookout.look()),
    (error) => log.error({ err: error }, 'looking at the references failed'),
  )
  const exchanges = again(exchangeMs, exchange, (error) => {
    if (ending.signal.aborted || silent) return
    silent = true
    log.warn({ error: (error as Error).message }, 'the server does not take readings now; they are kept')
  })
  return {
    async stop() {
      await scheduler.stop()
      await looks.stop()
      ending.abort()
      await exchanges.stop()
      pinger.stop()
    },
  }
}
