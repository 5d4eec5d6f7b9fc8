import type { Words } from '../../../record/words.ts'
import type { Severities } from './event-source.settings.ts'

/** What a sender says of one event, whatever it speaks: it stands, or it is over. */
export interface Notice {
  /** What makes it the same event again, within its source. */
  readonly key: string
  /**
   * What tells one time that it stands from another, in an order that can be compared: when it began, or an id. Null where the
   * sender does not say.
   */
  readonly start: string | null
  readonly over: boolean
  /** Null: it needs no hand. */
  readonly severity: 'critical' | 'warning' | null
  readonly title: Words
  readonly note: string | null
  /** The code of the component it is about, as the sender has it. */
  readonly component: string | null
  /** When it began, or was over, by the sender's clock. */
  readonly at: string | null
}

/** The last time that an event of some key stood, as far as we have heard. */
export interface Occurrence {
  readonly start: string
  readonly severity: 'critical' | 'warning'
  readonly endedAt: string | null
}

/**
 * What a notice asks for: `raise` an alarm or count on it, `anew` resolve the alarm of the time before and raise another,
 * `again` only hear that it still stands, `resolve` what stands of it, or `nothing`, where it is about what is past.
 */
export type Follow = 'raise' | 'anew' | 'again' | 'resolve' | 'nothing'

/** What follows from a notice, by what is known of its key. The same said again, late, or in another order changes nothing. */
export function followOf({ start, over, severity }: Notice, last: Occurrence | undefined): Follow {
  if (start === null) return over ? 'resolve' : severity ? 'raise' : 'nothing'
  const same = last?.start === start
  // By our own clock it may be certain that it began later: the sender's was ahead.
  const isPast = last && last.start > start && !(last.endedAt && start > last.endedAt)
  if (isPast || (same && last.endedAt)) return 'nothing'
  if (over) return 'resolve'
  if (severity === null) return 'nothing'
  if (same) return severity === 'critical' && last.severity === 'warning' ? 'raise' : 'again'
  return last && last.endedAt === null ? 'anew' : 'raise'
}

/** A sender's word for how bad it is, as the source translates it. */
export function severityOf(said: string | undefined, { critical, ignored }: Severities): Notice['severity'] {
  const is = (words: readonly string[]) => words.some((one) => one.toLowerCase() === said?.trim().toLowerCase())
  return is(ignored) ? null : is(critical) ? 'critical' : 'warning'
}

/** What the sender says, which is the same in every language. */
export const asSaid = (text: string): Words => [text, text]

/** One line of at most so many characters. */
export const line = (text: string, max: number): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, max).toWellFormed().trim()

/** Does a text hold one of these words? Capitals do not matter. */
export const heldIn = (any: readonly string[], text: string): boolean =>
  any.some((one) => text.toLowerCase().includes(one.toLowerCase()))

/** Without what only says once more what was said of its key before. */
export function unrepeated(notices: readonly Notice[]): Notice[] {
  const last = new Map<string, boolean>()
  return notices.filter(({ key, over }) => {
    const isNew = last.get(key) !== over
    last.set(key, over)
    return isNew
  })
}
