import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, nobody, self } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'
import { reviewBys } from './reviewer.rules.ts'

/** Whether it was a real look: what else judges a review asks the same. */
export { pacesOf, sampleSize } from './pace.rules.ts'

const runs = any(self('owner'), keeper)

/** Of one system, as scheduled; or of one person whose post or department has changed. */
export const reviewKinds = ['system', 'mover'] as const
export const reviewScopes = ['all', 'privileged'] as const

/**
 * A review of access (权限复核): who has what in a system, frozen with its digest, is kept or taken away account by account by
 * somebody whom it does not concern.
 */
export const accessReview = defineRecord('access-review', {
  number: 'ARV',
  plural: 'access-reviews',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true, sort: true }),
    kind: f.choice(reviewKinds, { by: 'system', default: 'system', filter: true }),
    system: f.link('access-system', { by: 'once', optional: true, filter: true }),
    person: f.link('person', { by: 'system', optional: true, filter: true }),
    /** All accounts, or those that are privileged or shared. */
    scope: f.choice(reviewScopes, { by: 'once', default: 'all', filter: true }),
    reviewBy: f.choice(reviewBys, { default: 'owner' }),
    owner: f.link('person', { filter: true }),
    days: f.number({ default: 14, min: 1, max: 90 }),
    /** What is frozen, and the digest of exactly that. */
    list: f.link('account-list', { by: 'system', optional: true, filter: true }),
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    openedAt: f.instant({ by: 'system', optional: true, sort: true }),
    dueOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    remindOn: f.date({ by: 'system', optional: true, filter: true }),
    /** Who kept too quickly or all in one go: another looks at a tenth of that again. */
    flagged: f.links('person', { by: 'system' }),
    sampled: f.number({ by: 'system', default: 0 }),
    sampledAt: f.instant({ by: 'system', optional: true }),
    closedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'running', 'closed', 'cancelled'],
  transitions: {
    open: { from: 'draft', to: 'running', allow: runs, set: (_row, { now }) => ({ openedAt: now }) },
    close: {
      from: 'running',
      to: 'closed',
      allow: runs,
      set: (_row, { now }) => ({ closedAt: now, remindOn: null }),
    },
    /** By themselves, of a morning. */
    remind: { from: 'running', to: 'running', allow: nobody, accepts: ['remindOn'] },
    overdue: { from: 'running', to: 'running', allow: nobody, accepts: ['remindOn'] },
    cancel: { from: ['draft', 'running'], to: 'cancelled', allow: runs, requires: ['cancelReason'] },
  },
  access: { read: everyone, create: keeper, update: all(inState('draft'), runs) },
})
