import { sql } from 'kysely'
import type { z } from 'zod'
import type { Intake } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { readJson } from '../../../../platform/http/json-body.ts'
import { keepSecret, keptOf } from '../../../../platform/secret.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { type Answer, answerSchema, exchangeSchema, joinedSchema, joinSchema } from '../exchange.rules.ts'
import { probeAgent } from '../probe-agent.record.ts'
import { assignmentOf } from './assignment.ts'
import { isHeardOf } from './presence.ts'
import { takeReports } from './take.ts'

export type AgentRow = RowOf<typeof probeAgent>

export const agentIntakes: readonly Intake[] = [
  {
    path: '/api/agents/join',
    summary: 'A probe agent joins by its one-time token and says what credential it will prove itself with.',
    output: joinedSchema,
    async take(engine, token, bytes) {
      if (token === null) throw unknownAgent()
      const { credential } = readJson(joinSchema, bytes)
      return join(engine, token, credential)
    },
  },
  {
    path: '/api/agents/exchange',
    summary:
      'A probe agent hands in readings, oldest first, and hears what it is to probe. Readings given twice are kept once.',
    bodyLimit: 4 * 1024 * 1024,
    output: answerSchema,
    async take(engine, token, bytes): Promise<Answer> {
      const agent = token === null ? null : await agentOf(engine, token)
      if (agent?.state !== 'joined') throw unknownAgent()
      const given = readJson(exchangeSchema, bytes)
      await isHeardOf(engine, agent, given)
      const taken = await takeReports(engine, agent.id, given.readings)
      await count(engine, agent.id, taken)
      const assignment = await assignmentOf(engine.db, agent)
      return {
        now: engine.clock.now(),
        assignment: assignment.revision === given.revision ? null : await assignment.whole(),
      }
    },
  },
]

/** Once: the token is gone with it. Who asks again, having heard no answer, shows the credential that it has already. */
async function join(engine: Engine, token: string, credential: string): Promise<z.input<typeof joinedSchema>> {
  const digest = keptOf(credential)
  const already = await agentOf(engine, credential)
  if (already?.state === 'joined') return nameOf(already)
  const found = await agentOf(engine, token)
  if (!found) throw unknownAgent()
  return engine.inTx(asSystem('probe-agents'), async (tx) => {
    const agent = await tx.lock(probeAgent, found.id)
    const used = (await agentOf(engine, token)) === null
    if (used || agent.state !== 'awaited' || (agent.invitedUntil ?? '') < tx.now) throw unknownAgent()
    await tx.act(probeAgent, agent.id, 'join')
    await keepSecret(tx, probeAgent, agent.id, digest)
    return nameOf(agent)
  })
}

const nameOf = ({ id, number, name }: AgentRow) => ({ agent: id, number, name })

async function agentOf(engine: Engine, token: string): Promise<AgentRow | null> {
  const found = await engine.db
    .selectFrom('probeAgent')
    .innerJoin('secret', 'secret.id', 'probeAgent.id')
    .selectAll('probeAgent')
    .where('secret.record', '=', probeAgent.name)
    .where('secret.value', '=', keptOf(token))
    .executeTakeFirst()
  return found ?? null
}

const count = (engine: Engine, agent: string, { taken, late }: { taken: number; late: number }) =>
  sql`update probe_agent_stand set taken = taken + ${taken}, late = late + ${late} where agent = ${agent}`.execute(
    engine.db,
  )

const unknownAgent = () =>
  new Refusal('not-signed-in', [
    '没有这个凭据的探测代理;接入令牌只能用一次,一天内有效。',
    'No probe agent has this credential. A token to join counts once, within a day.',
  ])
