import { probeAgent } from '../../areas/operations/probe-agent/probe-agent.record.ts'
import { perform, type Stage } from './stage.ts'

/** An agent that is about to be put where the server's network does not reach. */
export async function awaitAgent(stage: Stage): Promise<void> {
  const { id } = await stage.as('admin', (tx) =>
    tx.create(probeAgent, { name: '灾备机房探测代理', referenceTargets: '10.20.0.1, 10.20.0.53:53' }),
  )
  await stage.as('admin', (tx) => perform(tx, stage.engine, probeAgent, id, 'invite'))
}
