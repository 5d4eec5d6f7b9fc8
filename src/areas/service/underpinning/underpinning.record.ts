import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'
import { pledgesSchema } from '../agreement/pledge.rules.ts'

const keeper = role('manager')

/** An underpinning contract (支持合同): what a vendor promises us, on which what we promise our customers stands. */
export const underpinning = defineRecord('underpinning', {
  number: 'UPC',
  plural: 'underpinnings',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true }),
    vendor: f.text({ max: 120, search: true, filter: true, sort: true }),
    service: f.link('service', { filter: true }),
    hours: f.link('working-calendar', { optional: true, filter: true }),
    pledges: f.json(pledgesSchema, { default: [] }),
    /** Percent. */
    availability: f.number({ optional: true, min: 0, max: 100, integer: false }),
    contact: f.text({ max: 200, optional: true }),
    validFrom: f.date({ sort: true }),
    validTo: f.date({ filter: true, sort: true }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['in-force', 'ended'],
  transitions: {
    end: { from: 'in-force', to: 'ended', allow: keeper },
    restore: { from: 'ended', to: 'in-force', allow: keeper },
  },
  access: {
    read: role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin'),
    create: keeper,
    update: keeper,
  },
})
