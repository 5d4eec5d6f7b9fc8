import type { Lang } from '../../record/words.ts'

/** The firm's zone: what a person reads is on its clock, wherever their browser thinks it is. */
export const zone = 'Asia/Shanghai'

const wallFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** The firm's wall clock at an instant: `2026-11-24T08:40:00`. */
export function wallOf(instant: string | Date): string {
  const part = Object.fromEntries(wallFormat.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`
}

/** The instant (UTC) when the firm's wall clock shows `2026-11-24T08:40:00`; seconds may be left out. */
export function instantOf(wall: string): string {
  const asUtc = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`)
  // The zone's offset at that hour; once more from the corrected instant, for zones that shift their clocks.
  let instant = asUtc
  for (let i = 0; i < 2; i++) instant = asUtc - (Date.parse(`${wallOf(new Date(instant))}Z`) - instant)
  return new Date(instant).toISOString()
}

/** The firm's date at an instant: `2026-11-24`. */
export const dateOf = (instant: string | Date): string => wallOf(instant).slice(0, 10)

/** `2026-11-24 08:40`, with seconds where they matter. */
export const showInstant = (instant: string, seconds = false): string =>
  wallOf(instant)
    .replace('T', ' ')
    .slice(0, seconds ? 19 : 16)

/** `08:40` on the firm's clock. */
export const showTime = (instant: string, seconds = false): string => wallOf(instant).slice(11, seconds ? 19 : 16)

/** A date with its weekday: `2026-11-24 周二`, `Tue 2026-11-24`. */
export function showDay(date: string, lang: Lang): string {
  const weekday = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' })
  const day = weekday.format(new Date(`${date}T00:00:00Z`))
  return lang === 'zh' ? `${date} ${day}` : `${day} ${date}`
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** `3 分钟前`, `in 2 hr.`: how far an instant is from now. */
export function showAgo(instant: string, now: Date, lang: Lang): string {
  const seconds = Math.round((Date.parse(instant) - now.getTime()) / 1000)
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  const format = new Intl.RelativeTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { numeric: 'auto', style: 'short' })
  return format.format(Math.trunc(seconds / size), unit)
}

/** The first and last instant of a date on the firm's clock, for a filter over instants. */
export const startOfDate = (date: string): string => instantOf(`${date}T00:00:00`)
export const endOfDate = (date: string): string =>
  new Date(Date.parse(instantOf(`${date}T23:59:59`)) + 999).toISOString()
