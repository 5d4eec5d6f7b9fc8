import type { HeartbeatSettings } from '../../kinds/machine.settings.ts'
import { down, type Finding, slow, up } from './check.ts'

/** Judges the silence since the last push (both in milliseconds since 1970); the value is that silence in seconds. */
export function heartbeatFinding(settings: HeartbeatSettings, lastPush: number | null, now: number): Finding {
  if (lastPush === null) return down('never pushed')
  const silence = Math.max(0, Math.round((now - lastPush) / 100) / 10)
  const note = `silent ${silence} s`
  if (silence > settings.maxSilenceSeconds) return down(note, silence)
  if (silence > (settings.warnSilenceSeconds ?? Number.POSITIVE_INFINITY)) return slow(note, silence)
  return up(note, silence)
}
