import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, role } from '../../../record/rule.ts'
import { calendarFaults, type StoredCalendar } from './stored.rules.ts'

const date = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const source = z.string().trim().min(1).max(500)

const sessions = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    start: time,
    end: time,
    auctionFrom: time.optional(),
    evening: z.boolean(),
    validFrom: date,
    validTo: date.nullable(),
    source,
  }),
)
const closed = z.array(
  z.strictObject({ from: date, to: date, reason: z.tuple([z.string(), z.string()]).readonly(), source }),
)
const noNight = z.array(z.strictObject({ date, source }))

const keeper = role('manager', 'admin')

/** A trading calendar (交易日历): sessions, holidays and evenings without a night session, as dated data with its source. */
export const tradingCalendar = defineRecord('trading-calendar', {
  number: 'CAL',
  plural: 'trading-calendars',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', filter: true }),
    name: f.text({ max: 80, search: true }),
    nameEn: f.text({ max: 80 }),
    zone: f.text({ max: 60, default: 'Asia/Shanghai' }),
    turnsAt: f.text({ max: 5, default: '18:00' }),
    coversFrom: f.date(),
    coversTo: f.date({ sort: true }),
    sessions: f.json(sessions, { default: [] }),
    closed: f.json(closed, { default: [] }),
    noNight: f.json(noNight, { default: [] }),
    source: f.text({ max: 500 }),
  },
  states: ['draft', 'effective', 'superseded'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'effective',
      allow: keeper,
      sign: true,
      guard: (row: StoredCalendar & { createdBy: string | null }, moment) => [
        ...otherThan(['编制人不能批准自己的日历。', 'Who drew up a calendar does not approve it.'], 'createdBy')(
          row as never,
          moment,
        ),
        ...calendarFaults(row),
      ],
    },
    supersede: { from: 'effective', to: 'superseded', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: all(inState('draft'), keeper) },
})
