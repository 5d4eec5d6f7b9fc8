import type { Words } from '../../record/words.ts'
import type { Tone } from '../plugin.ts'
import { clockWords as words } from './words.ts'

/** A clock as the server tells of it: `GET /api/{plural}/{id}/clocks`. */
export interface ClockShown {
  readonly clock: string
  readonly target: {
    readonly id: string
    readonly name: string
    readonly minutes: number
    readonly warnAt: number | null
  }
  readonly calendar: { readonly id: string; readonly name: string }
  readonly state: 'running' | 'paused' | 'met' | 'breached' | 'unknown'
  readonly open: boolean
  readonly startedAt: string
  readonly endedAt: string | null
  readonly dueAt: string | null
  readonly warnAt: string | null
  readonly breachedAt: string | null
  readonly ranSeconds: number
  readonly leftSeconds: number
  readonly pausedSeconds: number
  readonly ahead: readonly { readonly from: string; readonly to: string }[]
}

/** How a clock stands, as shape, colour and word: amber from its warning on, red from its breach on. */
export function standing({ state, open, warnAt }: ClockShown, now: string): { tone: Tone; word: Words } {
  switch (state) {
    case 'breached':
      return { tone: 'broken', word: open ? words.breached : words.late }
    case 'met':
      return { tone: 'kept', word: words.met }
    case 'paused':
      return { tone: 'start', word: words.paused }
    case 'unknown':
      return { tone: 'unknown', word: words.unknown }
    default:
      return warnAt !== null && warnAt <= now
        ? { tone: 'late', word: words.soon }
        : { tone: 'progress', word: words.running }
  }
}

/** The share of the goal that is used up, from 0 to 1. */
export const shareOf = ({ ranSeconds, target }: ClockShown): number =>
  Math.min(1, Math.max(0, ranSeconds / (target.minutes * 60)))

/** Working time in words: `25 分钟`, `3 小时 20 分`; never in days, which differ from calendar to calendar. */
export function timeWords(seconds: number): Words {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  if (minutes === 0) return ['不到 1 分钟', 'under 1 min']
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return [`${rest} 分钟`, `${rest} min`]
  return rest === 0 ? [`${hours} 小时`, `${hours} h`] : [`${hours} 小时 ${rest} 分`, `${hours} h ${rest} min`]
}

/** How near the due time of a row in a list is; by the wall, since a list knows no calendar. */
export function nearness(dueAt: string, now: string): 'over' | 'soon' | 'ahead' {
  const ms = Date.parse(dueAt) - Date.parse(now)
  return ms <= 0 ? 'over' : ms <= soonMs ? 'soon' : 'ahead'
}

const soonMs = 60 * 60_000
