import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'

/** Who answers for the log, and hands it on. */
export const answersForLog = role('manager', 'auditor', 'admin')

/**
 * A line of the operations log. Nothing is edited or removed. What the system writes by itself has a kind of its own;
 * what a person adds is a note, since the kind is not in a person's hand.
 */
export const logEntry = defineRecord('log-entry', {
  number: 'LOG',
  plural: 'log-entries',
  label: 'text',
  fields: {
    text: f.prose({ by: 'once', max: 4_000, search: true }),
    textEn: f.prose({ by: 'system', optional: true, max: 4_000 }),
    kind: f.choice(['note', 'run', 'alarm', 'incident', 'component', 'shift', 'duty'], {
      by: 'system',
      filter: true,
      default: 'note',
    }),
    severity: f.choice(['info', 'warning', 'critical'], { by: 'once', filter: true, default: 'info' }),
    component: f.link('component', { by: 'once', optional: true, filter: true }),
    subjectRecord: f.text({ by: 'system', optional: true }),
    subjectId: f.text({ by: 'system', optional: true, filter: true }),
    subjectNumber: f.text({ by: 'system', optional: true, search: true }),
    tradingDay: f.tradingDay(),
  },
  states: ['written'],
  transitions: {},
  access: { read: everyone, create: role('operator', 'checker', 'engineer', 'manager'), update: nobody },
  appendOnly: true,
})
