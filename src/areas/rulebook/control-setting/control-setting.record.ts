import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

const keeper = role('engineer', 'manager', 'auditor', 'admin')
const notTheProposer = otherThan(
  ['提出人不能批准自己提出的参数。', 'Who proposed it does not approve it.'],
  'createdBy',
)

export const paramSchema = z.strictObject({
  name: shaped(z.string().min(1).max(40), ['参数', 'Parameter']),
  value: shaped(z.number(), ['取值', 'Value']),
})

/** What a firm sets of a control (控制参数): proposed by one person, agreed to by another, in force from a date. */
export const controlSetting = defineRecord('control-setting', {
  number: 'CPS',
  plural: 'control-settings',
  label: 'control',
  fields: {
    control: f.text({ by: 'once', max: 12, filter: true, search: true, sort: true }),
    values: f.json(
      z
        .array(shaped(paramSchema, ['参数', 'Parameter']))
        .min(1)
        .max(8),
    ),
    reason: f.prose({ max: 2_000 }),
    effectiveOn: f.date({ filter: true, sort: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    refuseReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['proposed', 'approved', 'in-force', 'superseded', 'refused'],
  transitions: {
    approve: {
      from: 'proposed',
      to: 'approved',
      allow: role('manager', 'auditor'),
      guard: (row, moment) => notTheProposer(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
    },
    refuse: {
      from: ['proposed', 'approved'],
      to: 'refused',
      allow: any(role('manager', 'auditor'), all(inState('proposed'), self('createdBy'))),
      requires: ['refuseReason'],
    },
    /** By itself, on the day it says. */
    'take-effect': { from: 'approved', to: 'in-force', allow: nobody },
    supersede: { from: 'in-force', to: 'superseded', allow: nobody },
  },
  access: { read: keeper, create: keeper, update: all(inState('proposed'), self('createdBy')) },
})
