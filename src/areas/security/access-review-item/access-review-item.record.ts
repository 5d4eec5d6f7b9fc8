import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, self } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'
import { concernsNone, itemStandings, keepsWithReason, takesWhatIsThere } from './decide.rules.ts'

const frozenRight = z.strictObject({
  code: z.string().max(120),
  name: z.string().max(80).nullable(),
  privileged: z.boolean(),
  found: z.boolean(),
  granted: z.boolean(),
})

/**
 * One account in a review of access (复核项), as it was frozen. A revoke is done when a later complete list no longer shows it, and
 * not before: whoever says that it was done proves nothing.
 */
export const accessReviewItem = defineRecord('access-review-item', {
  number: 'ARI',
  plural: 'access-review-items',
  label: 'title',
  fields: {
    review: f.link('access-review', { by: 'system', filter: true }),
    system: f.link('access-system', { by: 'system', filter: true }),
    title: f.text({ by: 'system', max: 200, search: true, sort: true }),
    account: f.link('system-account', { by: 'system', optional: true, filter: true }),
    person: f.link('person', { by: 'system', optional: true, filter: true }),
    standing: f.choice(itemStandings, { by: 'system', default: 'matched', filter: true }),
    rights: f.json(z.array(frozenRight).max(600), { by: 'system', default: [] }),
    grants: f.links('access-grant', { by: 'system' }),
    approvers: f.links('person', { by: 'system' }),
    privileged: f.flag({ by: 'system', default: false, filter: true }),
    shared: f.flag({ by: 'system', default: false }),
    secondFactor: f.flag({ by: 'system', optional: true }),
    lastUsedAt: f.instant({ by: 'system', optional: true }),
    reviewer: f.link('person', { by: 'system', optional: true, filter: true }),
    /** Who should have reviewed it would have judged themselves. */
    escalated: f.flag({ by: 'system', default: false, filter: true }),
    /** A second look at one that was kept too quickly. */
    secondOf: f.link('access-review-item', { by: 'system', optional: true, filter: true }),
    openedAt: f.instant({ by: 'system', optional: true }),
    decidedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    reason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    /** Codes of the rights that go; none named, and the whole account goes. */
    take: f.json(z.array(z.string().max(120)).max(300), { by: 'system', default: [] }),
    /** The last list that still shows it, and the one that no longer does. */
    stillIn: f.link('account-list', { by: 'system', optional: true, filter: true }),
    goneIn: f.link('account-list', { by: 'system', optional: true, filter: true }),
    doneAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['open', 'kept', 'revoking', 'revoked', 'dropped'],
  transitions: {
    keep: {
      from: 'open',
      to: 'kept',
      allow: self('reviewer'),
      accepts: ['reason'],
      guard: (row) => [...concernsNone(row), ...keepsWithReason(row)],
      set: (_row, { now }) => ({ decidedAt: now }),
    },
    revoke: {
      from: 'open',
      to: 'revoking',
      allow: self('reviewer'),
      requires: ['reason'],
      accepts: ['take'],
      guard: (row) => [...concernsNone(row), ...takesWhatIsThere(row)],
      set: (_row, { now }) => ({ decidedAt: now }),
    },
    /** It is on the reviewer's screen: how long they look is counted from here. */
    look: {
      from: 'open',
      to: 'open',
      allow: self('reviewer'),
      set: ({ openedAt }, { now }) => ({ openedAt: openedAt ?? now }),
    },
    'hand-on': {
      from: 'open',
      to: 'open',
      allow: keeper,
      requires: ['reviewer'],
      guard: concernsNone,
      set: () => ({ openedAt: null }),
    },
    /** By themselves, with a later list: it still shows it, or no longer. */
    'show-still': { from: 'revoking', to: 'revoking', allow: nobody, accepts: ['stillIn'] },
    'take-effect': {
      from: 'revoking',
      to: 'revoked',
      allow: nobody,
      accepts: ['goneIn'],
      set: (_row, { now }) => ({ doneAt: now }),
    },
    /** By itself, where the review is cancelled. */
    drop: { from: 'open', to: 'dropped', allow: nobody },
  },
  access: { read: any(self('reviewer'), staff), create: nobody, update: nobody },
})
