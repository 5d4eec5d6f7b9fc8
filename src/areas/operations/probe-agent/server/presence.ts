import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Words } from '../../../../record/words.ts'
import { raiseAlarm, resolveAlarm } from '../../alarm/server/raise.ts'
import type { Exchange } from '../exchange.rules.ts'
import { probeAgent } from '../probe-agent.record.ts'
import { agentMissingSeconds } from '../probe-agent.settings.ts'
import type { AgentRow } from './agent.intake.ts'

const alarmKey = (agent: string): string => `agent:${agent}`

/** It speaks: that is written down, and where it was missing, or its network was lost or is back, that is said once. */
export async function isHeardOf(engine: Engine, agent: AgentRow, heard: Exchange): Promise<void> {
  await sql`insert into probe_agent_stand as s (agent, seen_at, host, version, waiting, lost, taken, late)
    values (${agent.id}, ${engine.clock.now()}, ${heard.host}, ${heard.version}, ${heard.waiting}, ${heard.lost}, 0, 0)
    on conflict (agent) do update set seen_at = greatest(s.seen_at, excluded.seen_at), host = excluded.host,
      version = excluded.version, waiting = excluded.waiting, lost = excluded.lost`.execute(engine.db)
  const presence = heard.cutOffSince === null ? 'present' : 'cut-off'
  if (agent.presence === presence) return
  await engine.inTx(asSystem('probe-agents'), async (tx) => {
    const { presence: before, name } = await tx.lock(probeAgent, agent.id)
    if (before === presence) return
    await tx.update(probeAgent, agent.id, { presence, presenceSince: tx.now })
    if (presence === 'present') await resolveAlarm(tx, alarmKey(agent.id), isBack)
    else await raise(tx, agent.id, cutOff(name))
  })
}

interface Silent {
  id: string
}

/**
 * Says once that an agent is missing: nothing is known any more of what it probes, which is one alarm and not one for each.
 * Looked at every second by every copy.
 */
export async function watchAgents(engine: Engine): Promise<void> {
  const { rows } = await sql<Silent>`select a.id from probe_agent a join probe_agent_stand s on s.agent = a.id
    where a.state <> 'retired' and a.presence in ('present', 'cut-off')
      and s.seen_at < ${engine.clock.now()}::timestamptz - make_interval(secs => ${engine.settings.get(agentMissingSeconds)})`.execute(
    engine.db,
  )
  for (const { id } of rows) await engine.inTx(asSystem('probe-agents'), (tx) => isMissing(tx, id))
}

async function isMissing(tx: Tx, id: string): Promise<void> {
  const { presence, name } = await tx.lock(probeAgent, id)
  const stand = await tx.db.selectFrom('probeAgentStand').select('seenAt').where('agent', '=', id).executeTakeFirst()
  const since = Date.parse(tx.now) - tx.settings.get(agentMissingSeconds) * 1_000
  if (presence === 'missing' || (stand && Date.parse(stand.seenAt) >= since)) return
  await tx.update(probeAgent, id, { presence: 'missing', presenceSince: tx.now })
  const count = await forgetVerdicts(tx, id)
  await raise(tx, id, missing(name, count))
}

/** Nobody knows how they are. Alarms that are open stay so; those that are well begin anew, as at a first reading. */
async function forgetVerdicts(tx: Tx, agent: string): Promise<number> {
  const { rows } = await sql<{
    probe: string
  }>`update probe_state s set verdict = 'unknown', since = ${tx.now}, behind = null,
      changes = case when exists (select from alarm a where a.key = 'probe:' || p.id and a.state <> 'resolved')
        then s.changes else '{}' end
    from probe p where p.id = s.probe and p.agent = ${agent} and p.state = 'active' returning s.probe`.execute(tx.db)
  await sql`update probe_suppression set until = ${tx.now}
    where until is null and probe = any(${rows.map(({ probe }) => probe)}::uuid[])`.execute(tx.db)
  return rows.length
}

const raise = (tx: Tx, id: string, title: Words) =>
  raiseAlarm(tx, { key: alarmKey(id), severity: 'critical', title, about: { record: probeAgent.name, id } })

const missing = (name: string, probes: number): Words => [
  `探测代理「${name}」失联,其 ${probes} 个探测状况未知`,
  `Probe agent ${name} is missing: nothing is known of its ${probes} probes`,
]

const cutOff = (name: string): Words => [
  `探测代理「${name}」自身网络不通:参照目标全部不应答`,
  `Probe agent ${name} is cut off: none of its references answers`,
]

const isBack: Words = ['代理已恢复联络。', 'The agent is heard of again.']
