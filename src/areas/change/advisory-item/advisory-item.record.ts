import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { advices } from '../advisory-meeting/advice.rules.ts'
import { hands, planner, staff } from '../parties.rules.ts'

/** Why it is on the agenda: it waits for approval, it was done as an emergency, or somebody put it there. */
export const becauses = ['waiting', 'emergency', 'added'] as const

/** An item of an advisory board's agenda (评审议题): one change, what was said of it and what the board advises. */
export const advisoryItem = defineRecord('advisory-item', {
  number: 'CBI',
  plural: 'advisory-items',
  label: 'title',
  fields: {
    meeting: f.link('advisory-meeting', { by: 'once', filter: true }),
    change: f.link('change', { by: 'once', filter: true }),
    /** The change's, as it was called when it came here. */
    title: f.text({ by: 'system', optional: true, max: 200, search: true }),
    because: f.choice(becauses, { by: 'system', default: 'added', filter: true }),
    addReason: f.prose({ by: 'once', optional: true, max: 2_000 }),
    said: f.prose({ by: 'system', optional: true, max: 8_000 }),
    advice: f.choice(advices, { by: 'system', optional: true, filter: true }),
    conditions: f.prose({ by: 'system', optional: true, max: 4_000 }),
    advisedBy: f.link('person', { by: 'system', optional: true }),
    advisedAt: f.instant({ by: 'system', optional: true }),
    dropReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['on-agenda', 'advised', 'taken-off', 'lapsed'],
  transitions: {
    /** As often as the meeting changes its mind, until it is over. */
    advise: {
      from: ['on-agenda', 'advised'],
      to: 'advised',
      allow: hands,
      requires: ['advice', 'said'],
      accepts: ['conditions'],
      guard: conditionsAreSaid,
      set: (_row, { actor, now }) => ({ advisedBy: personId(actor), advisedAt: now }),
    },
    'take-off': { from: 'on-agenda', to: 'taken-off', allow: hands, requires: ['dropReason'] },
    /** The change went on without it, or is another than was advised on. */
    lapse: { from: ['on-agenda', 'advised'], to: 'lapsed', allow: nobody, requires: ['dropReason'] },
  },
  access: { read: staff, create: planner, update: nobody },
})

interface Advised {
  readonly advice: string | null
  readonly conditions: string | null
}

function conditionsAreSaid({ advice, conditions }: Advised): Fault[] {
  return advice !== 'conditions' || conditions
    ? []
    : [fault('conditions', 'required', '须写明附加的条件。', 'Say on which conditions.')]
}
