import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { keeper, staff } from '../keepers.rules.ts'

/** Who sells, keeps up or carries what we use (供应商). */
export const supplier = defineRecord('supplier', {
  number: 'SUP',
  plural: 'suppliers',
  label: 'name',
  beginsAs: 'registeredAs',
  fields: {
    name: f.text({ max: 120, unique: true, search: true, sort: true }),
    registeredAs: f.choice(['candidate', 'approved'], { by: 'once', default: 'candidate' }),
    kind: f.choice(['manufacturer', 'reseller', 'software', 'carrier', 'maintenance', 'consulting'], { filter: true }),
    /** 统一社会信用代码. */
    creditCode: f.text({ max: 18, optional: true, search: true }),
    contact: f.text({ max: 80, optional: true, search: true }),
    phone: f.text({ max: 60, optional: true }),
    email: f.text({ max: 200, optional: true }),
    /** Round the clock, where they have one. */
    hotline: f.text({ max: 60, optional: true }),
    owner: f.link('person', { optional: true, filter: true }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['candidate', 'approved', 'suspended', 'ended'],
  transitions: {
    approve: { from: ['candidate', 'suspended'], to: 'approved', allow: keeper },
    suspend: { from: 'approved', to: 'suspended', allow: keeper },
    end: { from: ['candidate', 'approved', 'suspended'], to: 'ended', allow: keeper },
  },
  access: { read: staff, create: keeper, update: keeper },
})
