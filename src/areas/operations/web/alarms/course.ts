import type { Words } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'

/** A moment in the life of an alarm. */
export interface Moment {
  readonly at: string
  readonly tone: Tone
  readonly text: Words
  /** Who did it; null for what came by itself. */
  readonly by: string | null
  /** What the check found. */
  readonly note: string | null
}

/** A change of a probe's verdict that the alarm is made of. */
export interface EventRow {
  readonly at: string
  readonly to: 'unknown' | 'up' | 'slow' | 'down' | null
  readonly title: string
  readonly titleEn: string | null
  readonly note: string | null
}

export interface AlarmMoments {
  readonly firstAt: string
  readonly recoveredAt: string | null
  readonly acknowledgedAt: string | null
  readonly acknowledgedBy: string | null
  readonly resolvedAt: string | null
  readonly resolvedBy: string | null
  readonly resolution: string | null
}

export interface CourseWords {
  readonly first: Words
  readonly acknowledged: Words
  readonly resolved: Words
}

const toneOfVerdict = { unknown: 'unknown', up: 'kept', slow: 'late', down: 'broken' } as const

/** What happened to an alarm, the newest first: its events, who took it, how it ended. */
export function courseOf(alarm: AlarmMoments, events: readonly EventRow[], words: CourseWords): Moment[] {
  const moments: Moment[] = events.map(({ at, to, title, titleEn, note }) => ({
    at,
    tone: toneOfVerdict[to ?? 'unknown'],
    by: null,
    // A title mostly ends in what was found; it need not be said twice.
    note: note !== null && title.includes(note) ? null : note,
    text: [title, titleEn ?? title],
  }))
  // Without events, as of a late step, its beginning stands for itself.
  if (!events.some(({ at }) => at <= alarm.firstAt))
    moments.push({ at: alarm.firstAt, tone: 'broken', text: words.first, by: null, note: null })
  if (alarm.acknowledgedAt)
    moments.push({
      at: alarm.acknowledgedAt,
      tone: 'progress',
      text: words.acknowledged,
      by: alarm.acknowledgedBy,
      note: null,
    })
  if (alarm.resolvedAt)
    moments.push({
      at: alarm.resolvedAt,
      tone: 'kept',
      text: words.resolved,
      by: alarm.resolvedBy,
      note: alarm.resolution,
    })
  return moments.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
