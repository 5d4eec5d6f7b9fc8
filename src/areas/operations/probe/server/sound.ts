import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { snmpAccess } from '../../../assets/assets.api.ts'
import { agentMayAsk } from '../../probe-agent/exchange.rules.ts'
import { isPattern } from '../../server/pattern.ts'
import type { ProbeRow } from './ask.ts'

/** An agent that is there, and a kind that it can ask. */
export async function agentIsSound(tx: Tx, { agent, settings }: ProbeRow): Promise<Fault[]> {
  if (!agent) return []
  const found = await tx.db.selectFrom('probeAgent').select('state').where('id', '=', agent).executeTakeFirst()
  return [
    ...(found && found.state !== 'joined'
      ? [fault('agent', 'not-joined', '该代理尚未接入或已停用。', 'This agent has not joined, or is retired.')]
      : []),
    ...(agentMayAsk(settings.kind)
      ? []
      : [fault('agent', 'not-by-agent', '这种方式只能由服务器执行。', 'Only the server can run this kind.')]),
  ]
}

/** What is wrong with settings that no schema can tell, for it knows neither this machine nor other records. */
export async function settingsAreSound(tx: Tx, { settings }: ProbeRow): Promise<Fault[]> {
  switch (settings.kind) {
    case 'log-line':
      return isPattern(settings.pattern)
        ? []
        : [fault('settings.pattern', 'not-a-pattern', '不是正则表达式(RE2)。', 'This is no regular expression (RE2).')]
    case 'snmp':
      return (await snmpAccess(tx.db, settings.device))
        ? []
        : [fault('settings.device', 'not-found', '没有这台设备。', 'There is no such device.')]
    default:
      return []
  }
}
