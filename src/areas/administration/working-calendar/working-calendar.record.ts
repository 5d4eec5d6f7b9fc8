import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { ordinaryWeek } from './hours.rules.ts'

const time = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const date = () => z.iso.date()
const word = z.string().trim().min(1).max(100)
const source = () => shaped(z.string().trim().min(1).max(500), ['依据', 'Source'])
const reason = () => shaped(z.tuple([word, word]).readonly(), ['事由', 'Reason'])
const hours = () =>
  z.array(z.strictObject({ from: shaped(time(), ['起', 'From']), to: shaped(time(), ['止', 'To']) })).max(12)

const on = (zh: string, en: string) => shaped(hours(), [zh, en])

export const weekSchema = z.tuple([
  on('周一', 'Monday'),
  on('周二', 'Tuesday'),
  on('周三', 'Wednesday'),
  on('周四', 'Thursday'),
  on('周五', 'Friday'),
  on('周六', 'Saturday'),
  on('周日', 'Sunday'),
])

export const closedSchema = z.strictObject({
  from: shaped(date(), ['自', 'From']),
  to: shaped(date(), ['至', 'To']),
  reason: reason(),
  source: source(),
})

export const madeUpSchema = z.strictObject({
  date: shaped(date(), ['日期', 'Date']),
  hours: shaped(hours().optional(), ['工时(不填则同周一)', 'Hours (a Monday’s unless given)']),
  reason: reason(),
  source: source(),
})

const keeper = role('manager', 'admin')

/**
 * A working calendar (工作日历): when targets and schedules count time. An own one and the office's have hours for each day
 * of the week, holidays and make-up days, each with its source, and hold for the dates they cover; the trading one follows
 * the trading calendar in force. One of a code is in force at a time.
 */
export const workingCalendar = defineRecord('working-calendar', {
  number: 'WCAL',
  plural: 'working-calendars',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', filter: true }),
    name: f.text({ max: 80, search: true }),
    kind: f.choice(['always', 'office', 'trading', 'own'], { by: 'once', filter: true, default: 'office' }),
    zone: f.text({ max: 60, default: 'Asia/Shanghai' }),
    coversFrom: f.date({ optional: true }),
    coversTo: f.date({ optional: true, sort: true }),
    week: f.json(weekSchema, { default: ordinaryWeek }),
    closed: f.json(z.array(closedSchema).max(2_000), { default: [] }),
    madeUp: f.json(z.array(madeUpSchema).max(2_000), { default: [] }),
    source: f.text({ max: 500 }),
  },
  states: ['draft', 'in-force', 'retired'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'in-force',
      allow: keeper,
      guard: (row, moment) =>
        otherThan(['编制人不能批准自己的日历。', 'Who drew up a calendar does not approve it.'], 'createdBy')(
          row as never,
          moment,
        ),
    },
    retire: { from: 'in-force', to: 'retired', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: all(inState('draft'), keeper) },
})
