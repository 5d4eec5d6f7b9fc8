import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState, role } from '../../../record/rule.ts'
import { keeper, moneyReaders } from '../keepers.rules.ts'

/** A budget (预算): what a department may spend in a year, on one category of assets or on everything else. */
export const budget = defineRecord('budget', {
  number: 'BUD',
  plural: 'budgets',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    year: f.number({ by: 'once', min: 2000, max: 2100, filter: true, sort: true }),
    department: f.link('department', { by: 'once', filter: true }),
    category: f.link('asset-category', { by: 'once', optional: true, filter: true }),
    /** Yuan. */
    planned: f.number({ min: 0, max: 1e11, integer: false, sort: true }),
    note: f.prose({ optional: true, max: 4_000 }),
    revisedWhy: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-force', 'closed'],
  transitions: {
    adopt: { from: 'draft', to: 'in-force', allow: role('manager') },
    revise: { from: 'in-force', to: 'in-force', allow: role('manager'), requires: ['planned', 'revisedWhy'] },
    close: { from: ['draft', 'in-force'], to: 'closed', allow: role('manager') },
  },
  access: { read: moneyReaders, create: keeper, update: all(inState('draft'), keeper) },
})
