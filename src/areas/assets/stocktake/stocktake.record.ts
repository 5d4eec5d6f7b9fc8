import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { dayAway } from '../../../record/time.ts'
import { keeper, staff } from '../keepers.rules.ts'
import { figuresSchema } from './figures.rules.ts'

/** Days from when it is planned until it should be done, where nobody says. */
const usualDays = 14

const leads = any(keeper, self('leader'))
const approves = any(role('manager'), self('approver'))

/** What was frozen, counted and settled is approved by somebody who did none of it; the database holds it too. */
function byAnother(row: { counters: readonly string[]; submittedBy: string | null }, moment: Moment) {
  const me = personId(moment.actor)
  if (me !== null && row.counters.includes(me))
    return [fault('', 'same-person', '参加清点的人不能批准。', 'Whoever counts does not approve.')]
  return notSubmitter(row, moment)
}
const notSubmitter = otherThan(
  ['提交处理结果的人不能自己批准。', 'Whoever submits it does not approve it.'],
  'submittedBy',
)

/**
 * A stocktake (盘点): what should be there, frozen as it begins; what was counted; and what is done about the differences, approved by
 * somebody who did not count.
 */
export const stocktake = defineRecord('stocktake', {
  number: 'STK',
  plural: 'stocktakes',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    /** Places with all that lies in them; empty is everywhere. */
    places: f.links('location', { filter: true }),
    departments: f.links('department', { filter: true }),
    /** Empty: all categories of things that can be seen. */
    categories: f.links('asset-category', { filter: true }),
    /** Blind: who counts does not see what is expected. */
    mode: f.choice(['guided', 'blind'], { default: 'guided', filter: true }),
    plannedOn: f.date({ filter: true, sort: true }),
    dueOn: f.date({ optional: true, filter: true, sort: true }),
    leader: f.link('person', { filter: true }),
    counters: f.links('person', { filter: true }),
    approver: f.link('person', { optional: true, filter: true }),
    note: f.prose({ optional: true, max: 4_000 }),
    expected: f.number({ by: 'system', optional: true, min: 0 }),
    /** SHA-256 of the frozen list, its lines in the order of their assets. */
    frozenDigest: f.text({ by: 'system', optional: true, max: 64 }),
    startedAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** What is received later came late and counts only if counting is taken up again. */
    finishedAt: f.instant({ by: 'system', optional: true }),
    submittedBy: f.link('person', { by: 'system', optional: true }),
    submittedAt: f.instant({ by: 'system', optional: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    figures: f.json(figuresSchema, { by: 'system', optional: true }),
    /** SHA-256 of what the report tells. */
    reportDigest: f.text({ by: 'system', optional: true, max: 64 }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['planned', 'counting', 'settling', 'in-approval', 'done', 'cancelled'],
  transitions: {
    start: {
      from: 'planned',
      to: 'counting',
      allow: leads,
      requires: ['counters'],
      set: (_row, { now }) => ({ startedAt: now }),
    },
    finish: { from: 'counting', to: 'settling', allow: leads, set: (_row, { now }) => ({ finishedAt: now }) },
    resume: { from: 'settling', to: 'counting', allow: leads, set: () => ({ finishedAt: null }) },
    submit: {
      from: 'settling',
      to: 'in-approval',
      allow: leads,
      requires: ['approver'],
      set: (_row, { actor, now }) => ({ submittedAt: now, submittedBy: personId(actor), returnReason: null }),
    },
    return: { from: 'in-approval', to: 'settling', allow: approves, requires: ['returnReason'] },
    approve: {
      from: 'in-approval',
      to: 'done',
      allow: approves,
      guard: byAnother,
      set: (_row, { actor, now }) => ({ approvedAt: now, approvedBy: personId(actor) }),
      sign: true,
    },
    cancel: {
      from: ['planned', 'counting', 'settling', 'in-approval'],
      to: 'cancelled',
      allow: any(role('manager'), self('leader')),
      requires: ['cancelReason'],
    },
  },
  access: {
    read: any(staff, self('leader'), self('counters'), self('approver')),
    create: keeper,
    update: all(inState('planned'), leads),
    notes: leads,
  },
  derive: ({ plannedOn, dueOn }) => (plannedOn && !dueOn ? { dueOn: dayAway(plannedOn, usualDays) } : {}),
})
