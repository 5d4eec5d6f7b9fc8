import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

const kindsSchema = shaped(z.array(z.string().min(1).max(60)).max(50), ['记录类型', 'Kinds of record'], {
  names: 'record',
})

/**
 * A delegation (代理): while somebody is away another decides in their place, under their own name. It begins and ends with
 * its dates, both included, by the firm's calendar; one that is over stays.
 */
export const delegation = defineRecord('delegation', {
  number: 'DLG',
  plural: 'delegations',
  label: 'reason',
  fields: {
    person: f.link('person', { by: 'once', filter: true }),
    deputy: f.link('person', { by: 'once', filter: true }),
    validFrom: f.date({ sort: true }),
    validTo: f.date({ sort: true }),
    /** Names of the kinds of record it is limited to; none: all of them. */
    records: f.json(kindsSchema, { by: 'once', default: [] }),
    reason: f.text({ max: 200, search: true }),
    revokedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['given', 'revoked'],
  transitions: {
    /** By whoever gave it, by who stands in and will not, or by an administrator. */
    revoke: {
      from: 'given',
      to: 'revoked',
      allow: any(self('person'), self('deputy'), role('admin')),
      set: (_row, { now }) => ({ revokedAt: now }),
    },
  },
  access: {
    read: any(self('person'), self('deputy'), self('createdBy'), role('manager', 'auditor', 'admin')),
    create: any(self('person'), role('admin')),
    update: all(inState('given'), any(self('person'), role('admin'))),
  },
})
