import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, role, self } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'

/** Time that somebody spent on an incident or a request (工时). */
export const timeEntry = defineRecord('time-entry', {
  number: 'TIM',
  plural: 'time-entries',
  label: 'note',
  fields: {
    /** One of the two. */
    incident: f.link('incident', { by: 'once', optional: true, filter: true }),
    request: f.link('request', { by: 'once', optional: true, filter: true }),
    /** Whoever writes it down, where nobody else is named. */
    person: f.link('person', { by: 'once', optional: true, filter: true }),
    minutes: f.number({ min: 1, max: 1_440, sort: true }),
    note: f.text({ optional: true, max: 400 }),
    tradingDay: f.tradingDay(),
  },
  states: ['noted', 'withdrawn'],
  transitions: {
    withdraw: { from: 'noted', to: 'withdrawn', allow: any(self('createdBy'), role('manager')) },
  },
  access: { read: any(desk, role('auditor')), create: desk, update: self('createdBy') },
})
