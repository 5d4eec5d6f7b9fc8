import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, department, inState, nobody, not, role, self } from '../../../record/rule.ts'
import { notSignedBefore, signedByUs } from './agreement.rules.ts'
import { pledgesSchema } from './pledge.rules.ts'

const drafter = role('manager', 'engineer')

/**
 * A service level agreement (服务级别协议): what IT promises one customer of one service, for how long and within which hours. Drawn
 * up by one person, signed for IT by a second and for the customer by a third, then it drives the clocks of their tickets.
 */
export const agreement = defineRecord('agreement', {
  number: 'SLA',
  plural: 'agreements',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true }),
    service: f.link('service', { filter: true }),
    customer: f.link('department', { filter: true }),
    /** Who agrees for the customer, and acknowledges the monthly reports. */
    contact: f.link('person', { filter: true }),
    /** Who answers for it at IT. */
    owner: f.link('person', { filter: true }),
    hours: f.link('working-calendar', { filter: true }),
    pledges: f.json(pledgesSchema, { default: [] }),
    /** The share of tickets, in percent, that is to be within each target. */
    share: f.number({ min: 1, max: 100, integer: false, default: 95 }),
    /** Percent of the hours agreed. */
    availability: f.number({ optional: true, min: 0, max: 100, integer: false }),
    validFrom: f.date({ filter: true, sort: true }),
    validTo: f.date({ filter: true, sort: true }),
    terms: f.prose({ optional: true, max: 10_000 }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    endReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    signedForIt: f.link('person', { by: 'system', optional: true }),
    signedForItAt: f.instant({ by: 'system', optional: true }),
    signedForCustomer: f.link('person', { by: 'system', optional: true }),
    signedForCustomerAt: f.instant({ by: 'system', optional: true }),
    /** What its clocks run by while it is in force. */
    targets: f.links('target', { by: 'system' }),
  },
  states: ['draft', 'in-review', 'in-force', 'superseded', 'ended'],
  transitions: {
    submit: { from: 'draft', to: 'in-review', allow: drafter, set: () => ({ returnReason: null }) },
    return: {
      from: 'in-review',
      to: 'draft',
      allow: any(role('manager'), self('contact')),
      requires: ['returnReason'],
      set: () => ({ signedForIt: null, signedForItAt: null }),
    },
    sign: {
      from: 'in-review',
      to: 'in-review',
      allow: role('manager'),
      guard: notSignedBefore,
      set: (_row, { actor, now }) => ({ signedForIt: personId(actor), signedForItAt: now }),
      sign: true,
    },
    accept: {
      from: 'in-review',
      to: 'in-force',
      allow: self('contact'),
      guard: signedByUs,
      set: (_row, { actor, now }) => ({ signedForCustomer: personId(actor), signedForCustomerAt: now }),
      sign: true,
    },
    /** By itself, when another for the same service and customer comes into force. */
    supersede: { from: 'in-force', to: 'superseded', allow: nobody },
    end: { from: 'in-force', to: 'ended', allow: role('manager'), requires: ['endReason'] },
  },
  access: {
    read: any(
      role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin'),
      self('contact'),
      all(not(inState('draft')), department('customer')),
    ),
    create: drafter,
    update: all(inState('draft'), drafter),
  },
})
