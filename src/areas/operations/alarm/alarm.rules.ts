/** How long an alarm is held after recovery, and which alarm needs a hand first. Pure. */
import type { Words } from '../../../record/words.ts'
import type { Heard } from '../silence/silence.rules.ts'

/** What raises an alarm. */
export interface Cause {
  /** What makes it the same alarm again: `probe:<id>`, `step:<id>`. */
  readonly key: string
  readonly severity: 'critical' | 'warning'
  readonly title: Words
  readonly component?: string | null
  readonly probe?: string | null
  readonly about?: { readonly record: string; readonly id: string } | undefined
  /** The window that held it back until now. */
  readonly maintenance?: string
}

interface Facts extends Omit<Heard, 'source'> {
  readonly aboutRecord: string | null
  readonly aboutId: string | null
}

export const heardOf = ({ key, severity, component, aboutRecord, aboutId }: Facts): Heard => ({
  ...{ key, severity, component },
  source: aboutRecord === 'event-source' ? aboutId : null,
})

/** An alarm is held for three readings after its cause is gone, within these bounds; seconds. */
const leastHold = 20
const mostHold = 120

/**
 * When an alarm that recovered at `recoveredAt` (milliseconds since 1970) may be resolved. Resolved at once, something
 * that fails every quarter of a minute would be a new alarm each time.
 */
export const settlesAt = (recoveredAt: number, intervalSeconds: number): number =>
  recoveredAt + Math.min(mostHold, Math.max(leastHold, 3 * intervalSeconds)) * 1_000

export interface Urgency {
  readonly state: string
  readonly quiet?: 'silenced' | 'grouped' | null
  readonly recoveredAt: string | null
  readonly affectsTrading: boolean
  readonly severity: 'critical' | 'warning'
  readonly firstAt: string
}

/** Not silenced, then nobody's hand on it yet, then still failing, then what affects trading, then the severe, then the older. */
export const byUrgency = (a: Urgency, b: Urgency): number =>
  rank(a) - rank(b) || (a.firstAt < b.firstAt ? -1 : a.firstAt > b.firstAt ? 1 : 0)

const rank = (one: Urgency): number =>
  (one.quiet === 'silenced' ? 16 : 0) +
  (one.state === 'firing' ? 0 : 8) +
  (one.recoveredAt === null ? 0 : 4) +
  (one.affectsTrading ? 0 : 2) +
  (one.severity === 'critical' ? 0 : 1)

/** Of alarms that are told together the one that needs a hand first stands for all, with how many more there are. They come in that order. */
export function folded<T extends { readonly id: string; readonly groupedUnder: string | null }>(
  alarms: readonly T[],
): (T & { readonly grouped: number })[] {
  const groups = new Map<string, T[]>()
  for (const one of alarms) {
    const group = one.groupedUnder ?? one.id
    const there = groups.get(group)
    if (there) there.push(one)
    else groups.set(group, [one])
  }
  return [...groups.values()].map((all) => ({ ...(all[0] as T), grouped: all.length - 1 }))
}
