import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'
import { keepers } from '../parties.rules.ts'

const standing = z.string().nullable()

/**
 * A day's sample of verdicts (抽样复判): some of those that stand, of every control, judged afresh from the records and compared. That
 * they agree is itself a rule, over the engine that judges.
 */
export const judgementSample = defineRecord('judgement-sample', {
  number: 'JSP',
  plural: 'judgement-samples',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 80, search: true }),
    day: f.date({ by: 'system', filter: true, sort: true }),
    judged: f.number({ by: 'system', default: 0, min: 0 }),
    differing: f.number({ by: 'system', default: 0, min: 0, filter: true }),
    /** Those that differed, the first hundred of the day. */
    differences: f.json(
      z
        .array(
          z.strictObject({
            control: z.string(),
            record: z.string(),
            subject: z.uuid(),
            number: z.string(),
            at: z.string(),
            stood: standing,
            is: standing,
          }),
        )
        .max(100),
      { by: 'system', default: [] },
    ),
    lastAt: f.instant({ by: 'system', optional: true }),
    explanation: f.prose({ by: 'system', optional: true, max: 4_000 }),
    explainedBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['agrees', 'differs', 'explained'],
  transitions: {
    /** By itself, as the first difference is found; also after what was found before has been explained. */
    differ: { from: ['agrees', 'explained'], to: 'differs', allow: nobody },
    explain: {
      from: 'differs',
      to: 'explained',
      allow: role('engineer', 'manager', 'admin'),
      requires: ['explanation'],
      set: (_row, { actor }) => ({ explainedBy: personId(actor) }),
    },
  },
  access: { read: keepers, create: nobody, update: nobody },
})
