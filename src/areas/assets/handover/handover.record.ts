import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, chosen, nobody, self } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'

/** An asset as it stands on the slip: whoever signs for it need not be able to open it yet. */
export const itemSchema = z.strictObject({
  asset: z.uuid(),
  tag: z.string(),
  name: z.string(),
  serial: z.string().nullable(),
})

const another = otherThan(
  ['归还由归还人以外的人签收。', 'Somebody other than who gives it back signs for its return.'],
  'holder',
)

/** Whoever gets them: the holder, or of what is given back a keeper. */
const receives = any(all(chosen('kind', 'issue'), self('holder')), all(chosen('kind', 'return'), keeper))

/**
 * A hand-over (交接): assets given to a person, or given back by them. They change hands as they are signed for: by whoever
 * gets them, or by a keeper who takes them back.
 */
export const handover = defineRecord('handover', {
  number: 'HOV',
  plural: 'handovers',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 120, optional: true, search: true }),
    kind: f.choice(['issue', 'return'], { by: 'once', default: 'issue', filter: true }),
    /** Who gets them, or who gives them back. */
    holder: f.link('person', { by: 'once', filter: true }),
    assets: f.links('asset', { by: 'once', filter: true }),
    items: f.json(z.array(itemSchema).max(200), { by: 'system', default: [] }),
    department: f.link('department', { by: 'once', optional: true, filter: true }),
    /** Where they go. */
    location: f.link('location', { by: 'once', optional: true }),
    reason: f.text({ by: 'once', max: 200, optional: true }),
    /** What state they are in, and what goes with them. */
    condition: f.prose({ by: 'once', max: 2_000, optional: true }),
    remarks: f.prose({ by: 'system', max: 2_000, optional: true }),
    refuseReason: f.prose({ by: 'system', max: 2_000, optional: true }),
    signedBy: f.link('person', { by: 'system', optional: true, filter: true }),
    signedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
  },
  states: ['waiting', 'done', 'refused', 'withdrawn'],
  transitions: {
    sign: {
      from: 'waiting',
      to: 'done',
      allow: receives,
      accepts: ['remarks'],
      guard: (row, moment) => (row.kind === 'return' ? another(row, moment) : []),
      set: (_row, { actor, now }) => ({ signedBy: personId(actor), signedAt: now }),
      sign: true,
    },
    refuse: {
      from: 'waiting',
      to: 'refused',
      allow: receives,
      requires: ['refuseReason'],
    },
    withdraw: { from: 'waiting', to: 'withdrawn', allow: any(self('createdBy'), keeper) },
  },
  access: {
    read: any(staff, self('holder'), self('createdBy')),
    // What one holds one may give back; to give out is a keeper's.
    create: any(keeper, all(chosen('kind', 'return'), self('holder'))),
    update: nobody,
    notes: keeper,
  },
})
