/** Calendars as RFC 5545 writes them, as much of it as duties want. */

export interface IcalEvent {
  /** Stays the same for as long as the event is the same. */
  readonly uid: string
  /** Grows with each change. */
  readonly sequence: number
  readonly from: string
  readonly to: string
  readonly changedAt: string
  readonly summary: string
  readonly description: string
  readonly cancelled: boolean
}

/** China keeps one time all year. */
const chinaTime = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The whole calendar. Times are the firm's own where that is China's, UTC elsewhere. */
export function icalOf(name: string, zone: string, events: readonly IcalEvent[]): string {
  const inChina = zone === 'Asia/Shanghai'
  const time = (at: string) => (inChina ? `;TZID=${zone}:${stamp(at, 8)}` : `:${stamp(at)}Z`)
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Touchstone//Duty//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${escaped(name)}`, `X-WR-TIMEZONE:${zone}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...(inChina ? chinaTime : []),
    ...events.flatMap((one) => [
      ...['BEGIN:VEVENT', `UID:${one.uid}`, `SEQUENCE:${one.sequence}`],
      ...[`DTSTAMP:${stamp(one.changedAt)}Z`, `LAST-MODIFIED:${stamp(one.changedAt)}Z`],
      ...[`DTSTART${time(one.from)}`, `DTEND${time(one.to)}`],
      ...[`SUMMARY:${escaped(one.summary)}`, `DESCRIPTION:${escaped(one.description)}`],
      ...[`STATUS:${one.cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:OPAQUE', 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** `20261124T193000`, so many hours east of UTC. */
const stamp = (at: string, hoursEast = 0): string =>
  new Date(Date.parse(at) + hoursEast * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

/** Lines of at most 75 octets, never cut within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      // The blank that a folded line begins with counts too.
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
