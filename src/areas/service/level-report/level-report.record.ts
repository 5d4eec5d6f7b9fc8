import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, department, inState, not, role, self } from '../../../record/rule.ts'
import { figuresSchema } from './figures.rules.ts'

const keeper = any(role('manager'), self('owner'))

/**
 * The monthly report of an agreement (服务月报): what was promised and what was kept, to the customer, who acknowledges it. Drawn up by
 * itself on the first working day; what it tells is frozen as it is issued.
 */
export const levelReport = defineRecord('level-report', {
  number: 'SLR',
  plural: 'level-reports',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', optional: true, max: 200, search: true }),
    titleEn: f.text({ by: 'system', optional: true, max: 200, search: true }),
    agreement: f.link('agreement', { by: 'once', filter: true }),
    /** The first day of its month. */
    month: f.date({ by: 'once', filter: true, sort: true }),
    service: f.link('service', { by: 'system', optional: true, filter: true }),
    customer: f.link('department', { by: 'system', optional: true, filter: true }),
    owner: f.link('person', { by: 'system', optional: true, filter: true }),
    contact: f.link('person', { by: 'system', optional: true, filter: true }),
    figures: f.json(figuresSchema, { by: 'system', optional: true }),
    comment: f.prose({ optional: true, max: 10_000 }),
    /** What is done about it, followed to its end. */
    actions: f.links('action'),
    remarks: f.prose({ by: 'system', optional: true, max: 4_000 }),
    issuedAt: f.instant({ by: 'system', optional: true }),
    issuedBy: f.link('person', { by: 'system', optional: true }),
    acknowledgedAt: f.instant({ by: 'system', optional: true }),
    acknowledgedBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['draft', 'issued', 'acknowledged'],
  transitions: {
    issue: {
      from: 'draft',
      to: 'issued',
      allow: keeper,
      accepts: ['comment'],
      set: (_row, { actor, now }) => ({ issuedAt: now, issuedBy: personId(actor) }),
    },
    acknowledge: {
      from: 'issued',
      to: 'acknowledged',
      allow: self('contact'),
      accepts: ['remarks'],
      set: (_row, { actor, now }) => ({ acknowledgedAt: now, acknowledgedBy: personId(actor) }),
      sign: true,
    },
  },
  access: {
    read: any(
      role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin'),
      self('owner'),
      all(not(inState('draft')), any(self('contact'), department('customer'))),
    ),
    create: role('manager', 'engineer'),
    update: any(all(inState('draft'), keeper), role('manager')),
  },
})
