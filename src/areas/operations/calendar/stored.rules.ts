import { type Fault, fault } from '../../../record/problem.ts'
import { checkCalendar, type TradingCalendar } from './calendar.rules.ts'

/** A calendar as the record keeps it. */
export interface StoredCalendar {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly zone: string
  readonly turnsAt: string
  readonly coversFrom: string
  readonly coversTo: string
  readonly sessions: TradingCalendar['sessions'] | readonly LooseSession[]
  readonly closed: TradingCalendar['closed']
  readonly noNight: TradingCalendar['noNight']
}

type LooseSession = Omit<TradingCalendar['sessions'][number], 'auctionFrom'> & { auctionFrom?: string | undefined }

/** The calendar that a record describes. */
export const calendarOf = (row: StoredCalendar): TradingCalendar => ({
  code: row.code,
  name: [row.name, row.nameEn],
  zone: row.zone,
  turnsAt: row.turnsAt,
  sessions: row.sessions as TradingCalendar['sessions'],
  closed: row.closed,
  noNight: row.noNight,
  covers: { from: row.coversFrom, to: row.coversTo },
})

/** The record's fields for a calendar given as data: the other way round. */
export const storedOf = (cal: TradingCalendar) => ({
  code: cal.code,
  name: cal.name[0],
  nameEn: cal.name[1],
  zone: cal.zone,
  turnsAt: cal.turnsAt,
  coversFrom: cal.covers.from,
  coversTo: cal.covers.to,
  sessions: cal.sessions.map((one) => ({ ...one })),
  closed: cal.closed.map((one) => ({ ...one })),
  noNight: cal.noNight.map((one) => ({ ...one })),
})

/** Every fault of the calendar, at its place in the record. */
export const calendarFaults = (row: StoredCalendar): Fault[] =>
  checkCalendar(calendarOf(row)).map((one) => fault(one.path, 'calendar', one.message[0], one.message[1]))
