import { minuteMs } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import type { Priority } from '../incident/incident.rules.ts'

/** A ticket as far as its place in the queue goes. */
export interface Placed {
  readonly id: string
  readonly dueAt: string | null
  readonly affectsTrading: boolean
  readonly priority: Priority
  readonly createdAt: string
}

/**
 * Which of two needs a hand first, as the database orders them: what is overdue and what is due soonest; where nothing is
 * due, what affects trading, then by priority, then the older. Ids grow with time.
 */
export const byUrgency = (a: Placed, b: Placed): number =>
  compare(a.dueAt ?? never, b.dueAt ?? never) ||
  Number(b.affectsTrading) - Number(a.affectsTrading) ||
  compare(a.priority, b.priority) ||
  compare(a.id, b.id)

const never = '9999'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Why this one is next, in a sentence; `clock` is what the due clock is called, `at` its time of day as a person reads it. */
export function reasonOf(one: Placed, clock: Words | null, at: string, now: string): Words {
  if (one.dueAt) {
    const left = Date.parse(one.dueAt) - Date.parse(now)
    const [zh, en] = spanWords(Math.abs(left))
    const name = clock ?? ['处理', 'Handling']
    return left <= 0
      ? [`${name[0]}时限 ${at} 已到期,超时 ${zh}`, `${name[1]} was due at ${at}, ${en} ago`]
      : [`${name[0]}时限 ${at} 到期,还有 ${zh}`, `${name[1]} is due at ${at}, in ${en}`]
  }
  if (one.affectsTrading) return ['可能影响交易', 'It may affect trading']
  if (one.priority === 'p1' || one.priority === 'p2')
    return [`优先级 ${one.priority.toUpperCase()}`, `Its priority is ${one.priority.toUpperCase()}`]
  const [zh, en] = spanWords(Date.parse(now) - Date.parse(one.createdAt))
  return [`等候最久,已 ${zh}`, `It has waited longest, ${en}`]
}

/** `12 分钟`, `3 小时 5 分钟`, `2 天`: a span as one says it; begun minutes count. */
export function spanWords(ms: number): Words {
  const minutes = Math.max(1, Math.ceil(ms / minuteMs))
  if (minutes < 60) return [`${minutes} 分钟`, `${minutes} min`]
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours >= 48) return [`${Math.floor(hours / 24)} 天`, `${Math.floor(hours / 24)} days`]
  return rest === 0 ? [`${hours} 小时`, `${hours} h`] : [`${hours} 小时 ${rest} 分钟`, `${hours} h ${rest} min`]
}

export const queues = ['mine', 'team', 'unassigned', 'waiting', 'all'] as const
export type Queue = (typeof queues)[number]
