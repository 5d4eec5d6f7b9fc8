/** Dates, times of day and instants as the calendar reads them. No zone here: see zone.ts. */

/** A calendar date, 'YYYY-MM-DD'. */
export type IsoDate = `${number}-${number}-${number}`

/** An instant in UTC, 'YYYY-MM-DDTHH:MM:SS.sssZ'. */
export type IsoInstant = `${string}Z`

export const minuteMs = 60_000
export const dayMinutes = 24 * 60
export const dayMs = dayMinutes * minuteMs

/** Days from 1970-01-01 to a date; null when the text is no date. */
export function dayNumberOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const ms = Date.parse(`${date}T00:00:00Z`)
  // Engines read 02-30 as 03-02, so only a date that reads back the same is one.
  return Number.isNaN(ms) || dateOf(ms / dayMs) !== date ? null : ms / dayMs
}

/** Days from 1970-01-01 to a date. Throws RangeError when the text is no date: callers check what people type before. */
export function mustBeDay(date: string): number {
  const day = dayNumberOf(date)
  if (day === null) throw new RangeError(`not a date: ${JSON.stringify(date)}`)
  return day
}

/** The date that lies so many days after 1970-01-01. */
export function dateOf(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10) as IsoDate
}

/** The date so many days later. */
export const dayAway = (date: string, days: number): string => dateOf(mustBeDay(date) + days)

/** The date so many months later; of a day that the month has not, its last. */
export function monthsAway(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

/** A month, 'YYYY-MM', so many months later. */
export const monthAway = (month: string, months: number): string => monthsAway(`${month}-01`, months).slice(0, 7)

/** The last date of a month, 'YYYY-MM'. */
export const lastOfMonth = (month: string): string => dayAway(`${monthAway(month, 1)}-01`, -1)

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7 // 1970-01-01 was a Thursday; 0 is Sunday
  return weekday === 0 || weekday === 6
}

/** Minutes from midnight to 'HH:MM' (00:00 to 23:59); null when the text is no time of day. */
export function minuteOfDay(time: string): number | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

const instantText = /^\d{4}-\d{2}-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/

/** Milliseconds since 1970 of an instant. Throws RangeError unless it is a real UTC instant ending in Z. */
export function msOf(instant: string): number {
  const match = instantText.exec(instant)
  const ms = match ? Date.parse(instant) : Number.NaN
  const day = Number(match?.[1])
  if (Number.isNaN(ms) || (day > 28 && new Date(ms).getUTCDate() !== day)) {
    throw new RangeError(`not an instant in UTC: ${JSON.stringify(instant)}`)
  }
  return ms
}

/** The instant so many milliseconds after 1970. */
export function instantAt(ms: number): IsoInstant {
  return new Date(ms).toISOString() as IsoInstant
}

/** A phone's clock may be wrong by more than this; milliseconds. */
const clockSlackMs = 60_000

/** When something was really done, told by a device whose clock showed `sentAt` as it was `now`; never in the future. */
export function trueTime(doneAt: string, sentAt: string, now: string): string {
  const wrong = Date.parse(now) - Date.parse(sentAt)
  const at = Date.parse(doneAt) + (Math.abs(wrong) > clockSlackMs ? wrong : 0)
  return new Date(Math.min(at, Date.parse(now))).toISOString()
}
