import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { keeper, staff } from '../keepers.rules.ts'

export const softwareCategories = [
  'operating-system',
  'database',
  'middleware',
  'trading',
  'security',
  'office',
  'development',
  'tool',
  'library',
  'other',
] as const

/** A product that is installed on machines (软件), in whatever version: seen by discovery first, then allowed or forbidden. */
export const software = defineRecord('software', {
  number: 'SFT',
  plural: 'software',
  label: 'name',
  fields: {
    /** Without version, edition of its installer, or architecture: 「7-Zip」. */
    name: f.text({ max: 160, unique: true, search: true, sort: true }),
    publisher: f.text({ max: 120, optional: true, search: true, filter: true, sort: true }),
    category: f.choice(softwareCategories, { default: 'other', filter: true }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['seen', 'allowed', 'forbidden'],
  transitions: {
    allow: { from: ['seen', 'forbidden'], to: 'allowed', allow: keeper },
    forbid: { from: ['seen', 'allowed'], to: 'forbidden', allow: keeper, accepts: ['note'] },
  },
  access: { read: staff, create: keeper, update: keeper },
})
