import { z } from 'zod'
import { shaped } from './shape.ts'
import type { Words } from './words.ts'

/** What is done when the day meant is no working day of the calendar. */
const closedWords = {
  anyway: ['照常', 'Anyway'],
  skip: ['不做', 'Left out'],
  next: ['顺延到下一个工作日', 'On the next working day'],
  previous: ['提前到上一个工作日', 'On the working day before'],
} as const satisfies Record<string, Words>

const weekdayWords = {
  mon: ['周一', 'Monday'],
  tue: ['周二', 'Tuesday'],
  wed: ['周三', 'Wednesday'],
  thu: ['周四', 'Thursday'],
  fri: ['周五', 'Friday'],
  sat: ['周六', 'Saturday'],
  sun: ['周日', 'Sunday'],
} as const satisfies Record<string, Words>

const weekday = () =>
  shaped(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), ['星期', 'Weekday'], { choices: weekdayWords })
const closed = () =>
  shaped(z.enum(['anyway', 'skip', 'next', 'previous']).default('next'), ['遇非工作日', 'On a day off'], {
    choices: closedWords,
  })

/** When something recurs; working days are those of the schedule's calendar, trading days where that is the trading one. */
export const recurrenceSchema = z.discriminatedUnion('every', [
  shaped(
    z.strictObject({
      every: z.literal('day'),
      closed: shaped(z.enum(['anyway', 'skip']).default('skip'), ['遇非工作日', 'On a day off'], {
        choices: closedWords,
      }),
    }),
    ['每天', 'Every day'],
  ),
  shaped(
    z.strictObject({
      every: z.literal('week'),
      on: shaped(z.array(weekday()).min(1).max(7), ['星期', 'On']),
      closed: closed(),
    }),
    ['每周', 'Every week'],
  ),
  shaped(
    z.strictObject({
      every: z.literal('month-date'),
      date: shaped(z.int().min(1).max(31), ['几号', 'Date']),
      closed: closed(),
    }),
    ['每月几号', 'A date of every month'],
  ),
  shaped(
    z.strictObject({
      every: z.literal('month-working'),
      nth: shaped(z.int().min(1).max(23), ['第几个工作日', 'Which working day']),
      from: shaped(z.enum(['start', 'end']).default('start'), ['自', 'Counted from'], {
        choices: { start: ['月初数起', 'The first of the month'], end: ['月末倒数', 'The end of the month'] },
      }),
    }),
    ['每月第几个工作日', 'A working day of every month'],
  ),
  shaped(
    z.strictObject({
      every: z.literal('working-days'),
      n: shaped(z.int().min(1).max(400), [
        '每隔几个(交易日历即交易日)',
        'Every so many (trading days on the trading calendar)',
      ]),
    }),
    ['每 n 个工作日', 'Every n working days'],
  ),
  shaped(
    z.strictObject({
      every: z.literal('cron'),
      expression: shaped(z.string().trim().min(9).max(100), ['cron 表达式', 'Expression']),
    }),
    ['cron', 'cron'],
  ),
])

export type Recurrence = z.output<typeof recurrenceSchema>
export type OnClosed = keyof typeof closedWords
