import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'

/**
 * The house's own look at its journal (日志校验), twice a day: each entry held against its chain, the seals and the rows; how far back it
 * reaches, and how long nobody had looked.
 */
export const logCheck = defineRecord('log-check', {
  number: 'LCK',
  plural: 'log-checks',
  label: 'broken',
  beginsAs: 'result',
  fields: {
    result: f.choice(['sound', 'broken'], { by: 'once', default: 'sound', filter: true }),
    checkedAt: f.instant({ by: 'system', sort: true }),
    entries: f.number({ by: 'system', min: 0 }),
    seals: f.number({ by: 'system', min: 0 }),
    /** The first thing that did not fit. */
    broken: f.text({ by: 'system', optional: true, max: 400 }),
    /** The oldest entry that is kept, and since when there is anything to keep. */
    oldestAt: f.instant({ by: 'system', optional: true }),
    since: f.instant({ by: 'system', optional: true }),
    /** From the check before it. */
    gapHours: f.number({ by: 'system', optional: true, min: 0, integer: false }),
    newest: f.flag({ by: 'system', default: true, filter: true }),
  },
  states: ['sound', 'broken'],
  transitions: {},
  access: { read: role('engineer', 'manager', 'auditor', 'admin'), create: nobody, update: nobody },
})
