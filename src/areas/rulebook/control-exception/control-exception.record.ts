import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

const keeper = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
const anotherGrants = otherThan(
  ['申请人和负责人不能批准例外。', 'Neither who asks nor the owner grants an exception.'],
  'createdBy',
  'owner',
)

/**
 * An exception (例外) to a control: for named subjects, with what is done instead, and with an end. While it lasts they are not
 * held against the rule; at its end they are again, at that instant.
 */
export const controlException = defineRecord('control-exception', {
  number: 'EXC',
  plural: 'control-exceptions',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    control: f.text({ by: 'once', max: 12, filter: true, search: true, sort: true }),
    /** By their numbers: `AST-202611-0042`. */
    subjects: f.json(
      z
        .array(shaped(z.string().trim().toUpperCase().min(3).max(40), ['编号', 'Number']))
        .min(1)
        .max(100),
    ),
    /** The same by their ids. */
    subjectIds: f.json(z.array(z.uuid()), { by: 'system', default: [] }),
    reason: f.prose({ max: 2_000 }),
    /** What is done in the meantime so that no harm comes of it. */
    measure: f.prose({ max: 2_000 }),
    owner: f.link('person', { filter: true }),
    startsAt: f.instant({ sort: true }),
    endsAt: f.instant({ filter: true, sort: true }),
    /** The one that it goes on from. */
    renews: f.link('control-exception', { by: 'once', optional: true, filter: true }),
    renewals: f.number({ by: 'system', default: 0, min: 0 }),
    grantedBy: f.link('person', { by: 'system', optional: true }),
    grantedAt: f.instant({ by: 'system', optional: true }),
    refuseReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    liftReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['requested', 'granted', 'refused', 'lifted', 'ended'],
  transitions: {
    grant: {
      from: 'requested',
      to: 'granted',
      allow: role('manager', 'auditor'),
      guard: (row, moment) => anotherGrants(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ grantedBy: personId(actor), grantedAt: now }),
      sign: true,
    },
    refuse: {
      from: 'requested',
      to: 'refused',
      allow: any(role('manager', 'auditor'), self('createdBy')),
      requires: ['refuseReason'],
    },
    lift: {
      from: 'granted',
      to: 'lifted',
      allow: any(self('owner'), role('manager', 'auditor')),
      requires: ['liftReason'],
    },
    /** By itself, when its time is over. */
    end: { from: 'granted', to: 'ended', allow: nobody },
  },
  access: { read: keeper, create: keeper, update: all(inState('requested'), self('createdBy')) },
})
