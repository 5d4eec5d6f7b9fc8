import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { drawToken, keepSecret } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { probeAgent } from '../probe-agent.record.ts'
import { readReferences } from '../references.rules.ts'

type Row = RowOf<typeof probeAgent>

/** How long a one-time token waits to be used. */
const inviteHours = 24

export const probeAgentBehaviour = behave(probeAgent, {
  guards: { create: soundReferences, update: soundReferences, retire: watchesNothing },
  effects: { expel: forget, retire: forget },
  actions: {
    invite: action(probeAgent, {
      allow: probeAgent.access.update,
      summary:
        'Makes a one-time token by which the agent joins within a day, told once; the one before counts no more.',
      input: z.strictObject({}),
      output: z.object({ token: z.string(), until: z.iso.datetime() }),
      async run(tx, { id, state }) {
        if (state !== 'awaited') throw new Refusal('wrong-state', notAwaited)
        const until = new Date(Date.parse(tx.now) + inviteHours * 3_600_000).toISOString()
        const token = await drawToken(tx, probeAgent, id, 'tsi_')
        await tx.as('probe-agents').update(probeAgent, id, { invitedUntil: until })
        return { token, until }
      },
    }),
  },
})

const notAwaited = [
  '只有待接入的代理可以生成接入令牌;重装前请先收回凭据。',
  'Only an agent that is awaited gets a token; withdraw its credential first to set it up anew.',
] as const

async function soundReferences(_tx: Tx, { referenceTargets }: Row): Promise<Fault[]> {
  return readReferences(referenceTargets ?? '')
    ? []
    : [fault('referenceTargets', 'not-addresses', '须是最多 10 个 IP 地址。', 'These must be at most 10 IP addresses.')]
}

async function watchesNothing(tx: Tx, { id }: Row): Promise<Fault[]> {
  const first = await tx.db
    .selectFrom('probe')
    .select('number')
    .where('agent', '=', id)
    .where('state', '<>', 'retired')
    .limit(1)
    .executeTakeFirst()
  if (!first) return []
  return [
    fault(
      'state',
      'in-use',
      `还有探测由它执行,如 ${first.number}。请先改由别处执行。`,
      `It still runs probes, such as ${first.number}. Let another run them first.`,
    ),
  ]
}

async function forget(tx: Tx, { id }: Row): Promise<void> {
  await keepSecret(tx, probeAgent, id, '')
}
