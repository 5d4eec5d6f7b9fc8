import { hostname } from 'node:os'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Words } from '../../../../record/words.ts'
import { raiseAlarm, resolveAlarm } from '../../alarm/server/raise.ts'
import { probeReferences } from '../../probe-agent/probe-agent.settings.ts'
import { readReferences } from '../../probe-agent/references.rules.ts'
import { Lookout } from './lookout.ts'
import { again } from './loops.ts'

/** How often this machine's network is looked at, milliseconds. */
const lookMs = 5_000

/**
 * Looks whether the server's own network is well, by the references that the firm has set, and says so once for each machine: what
 * it can reach fails for all copies on it alike. The first look of a copy takes back what one that died had said.
 */
export function watchNetwork(
  engine: Engine,
  kindOf: (probe: string) => string | undefined,
  host = hostname(),
  everyMs = lookMs,
): { readonly lookout: Lookout; stop(): Promise<void> } {
  const lookout = new Lookout({
    references: () => readReferences(engine.settings.get(probeReferences)) ?? [],
    now: () => Date.now(),
    kindOf,
  })
  let told: boolean | null = null

  async function round(): Promise<void> {
    await lookout.look()
    const cutOff = lookout.cutOffSince !== null
    if (cutOff === told) return
    await engine.inTx(asSystem('probes'), async (tx) => {
      const key = `prober:${host}`
      if (cutOff) await raiseAlarm(tx, { key, severity: 'critical', title: cutOffTitle(host) })
      else await resolveAlarm(tx, key, isBack)
    })
    told = cutOff
  }

  const rounds = again(everyMs, round, (error) =>
    engine.log.error({ error }, 'looking at the references failed; trying again'),
  )
  return { lookout, stop: () => rounds.stop() }
}

const cutOffTitle = (host: string): Words => [
  `服务器 ${host} 自身网络不通:参照目标全部不应答,其探测结果暂记为未知`,
  `The server ${host} is cut off: none of its references answers; what it probes counts as unknown`,
]

const isBack: Words = ['参照目标恢复应答。', 'The references answer again.']
