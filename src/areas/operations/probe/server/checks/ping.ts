import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { PingSettings } from '../../kinds/network.settings.ts'
import { type Echo, lossAndDelay } from '../ping/echo.rules.ts'
import { NoPinger, type Pinger, pinger } from '../ping/pinger.ts'
import { type CheckContext, down, type Finding, noteOf, slow, unknown, up } from './check.ts'

/** The latest echoes of a host: how many were lost, and their mean delay, which is the value. */
export async function pingCheck(
  settings: PingSettings,
  { limitMs }: Pick<CheckContext, 'limitMs'>,
  by: Pinger = pinger,
): Promise<Finding> {
  try {
    const { host } = settings
    const address = isIP(host) === 0 ? (await lookup(host)).address : host
    return pingFinding(settings, await by.look(address, settings.packets, limitMs * 0.9))
  } catch (error) {
    return error instanceof NoPinger ? unknown(error.message) : down(noteOf(error))
  }
}

export function pingFinding(settings: PingSettings, echoes: readonly Pick<Echo, 'ms'>[]): Finding {
  const { loss, delay } = lossAndDelay(echoes)
  const lost = `${loss} % lost`
  if (delay === null || loss >= settings.downLossPercent) return down(lost, delay)
  if (loss >= settings.warnLossPercent) return slow(lost, delay)
  if (settings.downDelayMs !== undefined && delay > settings.downDelayMs)
    return down(`over ${settings.downDelayMs} ms`, delay)
  if (settings.warnDelayMs !== undefined && delay > settings.warnDelayMs)
    return slow(`over ${settings.warnDelayMs} ms`, delay)
  return up(`${delay} ms, ${lost}`, delay)
}
