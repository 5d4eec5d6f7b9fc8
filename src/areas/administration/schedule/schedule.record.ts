import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { recurrenceSchema } from '../../../record/recurrence.ts'
import { everyone, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

const makeSchema = z.strictObject({
  record: shaped(z.string().min(1).max(60), ['记录', 'Record'], { names: 'record' }),
  values: shaped(
    z.record(z.string().max(60), z.unknown()),
    ['内容({date} 换成当天日期)', 'Values ({date} is the day’s date)'],
    { names: 'values' },
  ),
})

const keeper = role('manager', 'admin')

/**
 * A schedule (周期计划): makes a record of any kind again and again, on a calendar. Each occurrence is made once, whatever
 * copies of the server there are; what was missed while none ran is caught up once, or is left out, as it says.
 */
export const schedule = defineRecord('schedule', {
  number: 'SCH',
  plural: 'schedules',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    make: f.json(makeSchema),
    rule: f.json(recurrenceSchema),
    at: f.text({ max: 5, default: '09:00' }),
    calendar: f.link('working-calendar', { filter: true }),
    missed: f.choice(['catch-up', 'skip'], { default: 'catch-up', filter: true }),
    startsOn: f.date(),
    endsOn: f.date({ optional: true }),
  },
  states: ['active', 'paused', 'ended'],
  transitions: {
    pause: { from: 'active', to: 'paused', allow: keeper },
    resume: { from: 'paused', to: 'active', allow: keeper },
    end: { from: ['active', 'paused'], to: 'ended', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
