import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState } from '../../../record/rule.ts'
import { hands, planner, staff } from '../parties.rules.ts'

/** A vendor's bulletin (厂商公告): read, held against what the firm runs, and answered with a decision. */
export const vendorBulletin = defineRecord('vendor-bulletin', {
  number: 'VBL',
  plural: 'vendor-bulletins',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    publishedAt: f.instant({ filter: true, sort: true }),
    severity: f.choice(['critical', 'important', 'info'], { filter: true, default: 'info' }),
    text: f.prose({ optional: true, max: 20_000, search: true }),
    url: f.text({ optional: true, max: 500 }),
    /** As components name theirs; which of their versions it concerns, all where it does not say. */
    product: f.text({ optional: true, max: 120, search: true, filter: true }),
    versions: f.text({ optional: true, max: 200 }),
    /** Components of ours that it concerns, and those of the product of which nobody knows the version. */
    affected: f.links('component', { by: 'system', filter: true }),
    unsure: f.links('component', { by: 'system' }),
    /** The feed that told of it, and its entry there by digest. */
    feed: f.link('bulletin-feed', { by: 'system', optional: true, filter: true }),
    entry: f.text({ by: 'system', optional: true, unique: true, max: 64 }),
    readBy: f.link('person', { by: 'system', optional: true }),
    readAt: f.instant({ by: 'system', optional: true }),
    decision: f.choice(['change', 'watch', 'nothing'], { by: 'system', optional: true, filter: true }),
    decisionReason: f.prose({ by: 'system', optional: true, max: 4_000 }),
    decidedBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['unread', 'read', 'decided'],
  transitions: {
    read: {
      from: 'unread',
      to: 'read',
      allow: hands,
      accepts: ['product', 'versions'],
      set: (_row, { actor, now }) => ({ readBy: personId(actor), readAt: now }),
    },
    decide: {
      from: 'read',
      to: 'decided',
      allow: planner,
      requires: ['decision', 'decisionReason'],
      set: (_row, { actor }) => ({ decidedBy: personId(actor) }),
    },
    reconsider: { from: 'decided', to: 'read', allow: planner },
  },
  access: { read: staff, create: hands, update: all(inState('unread', 'read'), planner) },
})
