import { z } from 'zod'
import { instantAt, minuteOfDay, msOf } from '../../record/time.ts'
import type { ZoneClock } from '../../record/zone.ts'
import type { Why } from './telling.rules.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const when = z.enum(['now', 'digest', 'never'])

/** How somebody wants to be told outside of the screen. In the app they hear of everything at once. */
export const wishesSchema = z.strictObject({
  when: z.strictObject({
    approval: when,
    mention: when,
    assigned: when,
    clock: when,
    rule: when,
    watched: when,
  } satisfies Record<Why, z.ZodType>),
  /** A channel of their choice; null: the firm's first that sends mail. */
  through: z.uuid().nullable(),
  /** Nothing goes out in these hours but what is urgent; past midnight where `to` is before `from`. */
  quiet: z.strictObject({ from: time, to: time }).nullable(),
  /** When a digest goes out, once a day. */
  digestAt: time,
})

export type Wishes = z.output<typeof wishesSchema>

/** What holds for whoever has wished for nothing else. */
export const usualWishes: Wishes = {
  when: { approval: 'now', mention: 'now', assigned: 'now', clock: 'now', rule: 'now', watched: 'never' },
  through: null,
  quiet: null,
  digestAt: '08:30',
}

/** When a message about something goes out to somebody with these wishes; null: never. What is urgent never waits. */
export function dueOf(wishes: Wishes, why: Why, urgent: boolean, now: string, zone: ZoneClock): string | null {
  const wish = wishes.when[why]
  if (urgent) return now
  if (wish === 'never') return null
  const ms = msOf(now)
  const at = wish === 'digest' ? nextAt(zone, ms, minuteOf(wishes.digestAt)) : ms
  return instantAt(wishes.quiet ? afterQuiet(wishes.quiet, at, zone) : at)
}

/** The moment itself, or the end of the quiet hours it falls into. Hours of no length are none. */
function afterQuiet({ from, to }: { from: string; to: string }, ms: number, zone: ZoneClock): number {
  if (from === to) return ms
  const end = nextAt(zone, lastAt(zone, ms, minuteOf(from)), minuteOf(to))
  return Math.max(ms, end)
}

/** When the zone's clock shows this minute of the day next, now included. */
function nextAt(zone: ZoneClock, ms: number, minute: number): number {
  const day = zone.dayAt(ms)
  const today = zone.msAt(day, minute)
  return today >= ms ? today : zone.msAt(day + 1, minute)
}

/** When it showed it last, now included. */
function lastAt(zone: ZoneClock, ms: number, minute: number): number {
  const day = zone.dayAt(ms)
  const today = zone.msAt(day, minute)
  return today <= ms ? today : zone.msAt(day - 1, minute)
}

const minuteOf = (time: string): number => minuteOfDay(time) ?? 0
