import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { attested } from './attestation.rules.ts'

const keeper = role('engineer', 'manager', 'auditor', 'admin')
const decider = role('manager', 'auditor')
const anotherAgrees = otherThan(
  ['提出不适用的人不能同意。', 'Who says that it is out of scope does not agree to it.'],
  'outBy',
)

/**
 * What no record can prove of a clause (人工声明): somebody says so under their name, with evidence, for a period. After that it
 * is stale. That a clause is out of scope is said by two people, and ends.
 */
export const attestation = defineRecord('attestation', {
  number: 'ATS',
  plural: 'attestations',
  label: 'title',
  fields: {
    /** The policy's code, whatever its edition, and the number of the clause. */
    policyCode: f.text({ by: 'once', max: 40, filter: true, sort: true, search: true }),
    clause: f.text({ by: 'once', max: 12 }),
    title: f.text({ max: 120, search: true }),
    titleEn: f.text({ max: 160, optional: true, search: true }),
    /** What whoever attests it says with their signature. */
    statement: f.prose({ max: 4_000 }),
    statementEn: f.prose({ max: 4_000, optional: true }),
    attester: f.link('person', { filter: true }),
    /** In days. */
    every: f.number({ default: 183, min: 7, max: 1_095 }),
    dueOn: f.date({ filter: true, sort: true }),
    remindOn: f.date({ by: 'system', optional: true, filter: true }),
    /** On what they rest it. */
    finding: f.prose({ by: 'system', optional: true, max: 4_000 }),
    attestedBy: f.link('person', { by: 'system', optional: true }),
    attestedAt: f.instant({ by: 'system', optional: true, sort: true }),
    outReason: f.prose({ by: 'system', optional: true, max: 4_000 }),
    outUntil: f.date({ by: 'system', optional: true, filter: true }),
    outBy: f.link('person', { by: 'system', optional: true }),
    outAgreedBy: f.link('person', { by: 'system', optional: true }),
    retireReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['due', 'attested', 'stale', 'out-asked', 'out-of-scope', 'retired'],
  transitions: {
    attest: {
      from: ['due', 'attested', 'stale'],
      to: 'attested',
      allow: self('attester'),
      requires: ['finding'],
      set: attested,
      sign: true,
    },
    'ask-out': {
      from: ['due', 'attested', 'stale'],
      to: 'out-asked',
      allow: any(self('attester'), keeper),
      requires: ['outReason', 'outUntil'],
      set: (_row, { actor }) => ({ outBy: personId(actor), outAgreedBy: null }),
    },
    'agree-out': {
      from: 'out-asked',
      to: 'out-of-scope',
      allow: decider,
      guard: (row, moment) => anotherAgrees(row as unknown as AnyRow, moment),
      set: (_row, { actor }) => ({ outAgreedBy: personId(actor) }),
      sign: true,
    },
    'refuse-out': { from: 'out-asked', to: 'due', allow: any(decider, self('outBy')) },
    'come-back': { from: 'out-of-scope', to: 'due', allow: decider },
    /** By itself, on the day after it was due. */
    'go-stale': { from: 'attested', to: 'stale', allow: nobody, set: () => ({ finding: null }) },
    retire: {
      from: ['due', 'attested', 'stale', 'out-asked', 'out-of-scope'],
      to: 'retired',
      allow: role('manager', 'admin'),
      requires: ['retireReason'],
    },
  },
  access: {
    read: any(keeper, self('attester')),
    create: keeper,
    // What was attested is not said otherwise under the same signature.
    update: all(inState('due', 'stale'), keeper),
    notes: any(keeper, self('attester')),
  },
})
