import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { grantSchema } from '../../../record/grant.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role as holds } from '../../../record/rule.ts'

/** What a person may do in the product: declarations name roles by code, persons hold them. */
export const role = defineRecord('role', {
  number: 'ROL',
  plural: 'roles',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, filter: true, sort: true }),
    name: f.text({ max: 80, search: true }),
    description: f.prose({ optional: true }),
    grants: f.json(z.array(grantSchema).max(500), { default: [] }),
    secondFactor: f.flag({ default: false }),
  },
  states: ['active', 'closed'],
  transitions: {
    close: { from: 'active', to: 'closed', allow: holds('admin') },
    reopen: { from: 'closed', to: 'active', allow: holds('admin') },
  },
  access: { read: everyone, create: holds('admin'), update: holds('admin') },
})
