import { type Fault, fault } from '../../../record/problem.ts'
import { daysBetween, type ListedDay, meansWork, nameOf } from './holidays.rules.ts'

/** What a pasted list says, and every line of it that cannot be read. */
export interface ReadList {
  readonly days: readonly ListedDay[]
  readonly faults: readonly Fault[]
}

/** Reads a list of holidays: an iCalendar file (RFC 5545), or lines `date[,last date],off|work,name`. */
export const readHolidays = (text: string): ReadList =>
  /^\uFEFF?BEGIN:VCALENDAR/i.test(text.trimStart()) ? readCalendarFile(text) : readLines(text)

/** All-day events; the end of a VEVENT is the day after its last (RFC 5545, 3.6.1). A summary with 班 or “work” is worked. */
function readCalendarFile(text: string): ReadList {
  const days: ListedDay[] = []
  const faults: Fault[] = []
  let event: Map<string, string> | null = null
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n')
  for (const [n, line] of lines.entries()) {
    if (/^BEGIN:VEVENT/i.test(line)) event = new Map()
    else if (/^END:VEVENT/i.test(line) && event) {
      const found = daysOfEvent(event)
      if (found.length === 0) faults.push(unread(n, 'VEVENT'))
      days.push(...found)
      event = null
    } else if (event) {
      const [, name = '', value = ''] = /^([A-Za-z-]+)[^:]*:(.*)$/.exec(line) ?? []
      event.set(name.toUpperCase(), value.trim())
    }
  }
  return { days, faults }
}

function daysOfEvent(event: ReadonlyMap<string, string>): ListedDay[] {
  const first = dateIn(event.get('DTSTART') ?? '')
  const summary = (event.get('SUMMARY') ?? '').replaceAll(/\\([,;\\])/g, '$1')
  if (!first || summary === '') return []
  const after = dateIn(event.get('DTEND') ?? '')
  const dates = after && after > first ? daysBetween(first, after).slice(0, -1) : daysBetween(first, first)
  return dates.map((date) => dayOf(date, summary, meansWork(summary)))
}

const dateIn = (value: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(value) ?? []
  return year && `${year}-${month}-${day}`
}

const offWords = /^(off|holiday|休|休息|假|放假)$/i

/** Parted by commas or tabs; empty lines, remarks (#) and a heading are passed over. */
function readLines(text: string): ReadList {
  const days: ListedDay[] = []
  const faults: Fault[] = []
  for (const [n, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || (n === 0 && !/^\d{4}/.test(line))) continue
    const [from = '', ...rest] = line.split(/[,,\t]/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
    const to = /^\d{4}-\d{2}-\d{2}$/.test(rest[0] ?? '') ? (rest.shift() as string) : from
    const [kind = '', name = kind] = rest
    const dates = daysBetween(from, to)
    if (dates.length === 0 || name === '' || !(offWords.test(kind) || meansWork(kind))) faults.push(unread(n, line))
    else days.push(...dates.map((date) => dayOf(date, name, meansWork(kind))))
  }
  return { days, faults }
}

const dayOf = (date: string, text: string, works: boolean): ListedDay => {
  const name = nameOf(text)
  return { date, works, reason: [name, name] }
}

const unread = (n: number, text: string): Fault =>
  fault(
    'text',
    'unread',
    `第 ${n + 1} 行读不懂:${text.slice(0, 80)}`,
    `Line ${n + 1} cannot be read: ${text.slice(0, 80)}`,
  )
