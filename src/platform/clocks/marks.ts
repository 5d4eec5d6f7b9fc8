import { minuteMs } from '../../record/time.ts'
import type { Who } from '../../record/who.ts'
import { type ClockNow, markKey } from './read.ts'

/** A moment at which somebody hears of a clock. `key` names it for good: each is told once. */
export interface Mark {
  readonly key: string
  readonly kind: 'warned' | 'escalated' | 'breached'
  /** The share of the goal that is used up. */
  readonly share: number
  /** When it is. A server that was down tells late. */
  readonly at: string
  /** Whom a step of escalation names; nobody for a warning or a breach, which concern whoever works on it. */
  readonly to: readonly Who[]
}

/**
 * The moments of an open clock that have a date, in order, but for those already told. A warning that comes after the
 * breach says nothing and is left out; one that has ended says nothing any more.
 */
export function marksAhead({ reading, target }: ClockNow, told: ReadonlySet<string>): Mark[] {
  if (!reading.open) return []
  const { warnAt, escalation } = target
  const wanted: Omit<Mark, 'at' | 'key'>[] = [
    { kind: 'breached', share: 1, to: [] },
    ...(warnAt === null || reading.breachedAt ? [] : [{ kind: 'warned' as const, share: warnAt, to: [] }]),
    ...escalation.map(({ at, to }) => ({ kind: 'escalated' as const, share: at, to })),
  ]
  return wanted
    .map((mark) => ({ ...mark, key: markKey(mark.kind, mark.share) }))
    .filter(({ key }) => !told.has(key))
    .flatMap((mark) => {
      const at = mark.kind === 'breached' ? (reading.breachedAt ?? reading.dueAt) : reading.reached(mark.share)
      return at === null ? [] : [{ ...mark, at }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.share - b.share))
}

/** Milliseconds of working time left; below nothing once it is late. */
export const leftOf = ({ reading }: ClockNow): number => reading.goal.minutes * minuteMs - reading.ran
