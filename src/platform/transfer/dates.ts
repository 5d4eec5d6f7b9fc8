import { dateOf, dayMs, dayNumberOf } from '../../record/time.ts'
import type { Wall } from './wall.ts'

/** A moment on a wall clock: the day (from 1970-01-01) and the milliseconds into it. */
export interface WallMoment {
  readonly day: number
  readonly ms: number
}

const first1900 = dayNumberOf('1899-12-31') ?? 0
const lastSerial = 2_958_465 // 9999-12-31

/**
 * A spreadsheet's serial number: days from 1900-01-01 as 1, with a 29 February 1900 that never was (ECMA-376 part 1,
 * 18.17.4.1). Null beyond the year 9999.
 */
export function momentOfSerial(serial: number): WallMoment | null {
  if (!(serial >= 1 && serial < lastSerial + 1)) return null
  let whole = Math.floor(serial)
  let ms = Math.round((serial - whole) * dayMs)
  if (ms === dayMs) {
    whole++
    ms = 0
  }
  return { day: first1900 + whole - (whole >= 60 ? 1 : 0), ms }
}

/** The serial number of a moment; null before 1 March 1900, where programs differ. */
export function serialOf({ day, ms }: WallMoment): number | null {
  const serial = day - first1900 + 1
  return serial < 61 ? null : serial + ms / dayMs
}

const date =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))/
const time = /^[T\s]*(\d{1,2})(?::|时|点)(\d{1,2})(?:(?::|分)(\d{1,2})(?:[.,](\d{1,3}))?)?(?:秒|分)?$/

/** `2024-03-05`, `2024/3/5`, `2024.3.5`, `20240305`, `2024年3月5日`, each with or without a time; null for anything else. */
export function momentOfText(text: string): WallMoment | null {
  const found = date.exec(text)
  if (!found) return null
  const [, year = '', ...rest] = found
  const [month = '', dayOfMonth = ''] = rest.filter((part) => part !== undefined)
  const day = dayNumberOf(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
  if (day === null || year === '0000') return null
  const left = text.slice(found[0].length).trim()
  if (left === '') return { day, ms: 0 }
  const clock = time.exec(left)
  if (!clock) return null
  const [h = 0, m = 0, s = 0] = [clock[1], clock[2], clock[3] ?? 0].map(Number)
  if (h > 23 || m > 59 || s > 59) return null
  return { day, ms: ((h * 60 + m) * 60 + s) * 1000 + Number((clock[4] ?? '').padEnd(3, '0')) }
}

/** A date, where the moment has no time of day. */
export const dateOfMoment = ({ day, ms }: WallMoment): string | null => (ms === 0 ? dateOf(day) : null)

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** An instant from text: on the firm's clock unless the text says its own zone; null when it is none. */
export function instantOfText(text: string, wall: Wall): string | null {
  if (withZone.test(text)) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? null : new Date(ms).toISOString()
  }
  const moment = momentOfText(text)
  return moment && wall.instant(moment.day, moment.ms)
}
