import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'
import { kinds, minutesBetween, outcomes } from './maintenance-order.rules.ts'

const worker = any(keeper, self('owner'))

/**
 * A maintenance order (维保工单): assets looked at, their parts replaced or mended; by whom, how soon they came, what it cost. A repair
 * takes its assets out of use and gives them back.
 */
export const maintenanceOrder = defineRecord('maintenance-order', {
  number: 'MNT',
  plural: 'maintenance-orders',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    kind: f.choice(kinds, { default: 'repair', filter: true }),
    assets: f.links('asset', { filter: true }),
    plan: f.link('maintenance-plan', { by: 'system', optional: true, filter: true }),
    /** Today, unless it says. */
    dueOn: f.date({ optional: true, filter: true, sort: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    owner: f.link('person', { optional: true, filter: true }),
    description: f.prose({ optional: true, max: 8_000 }),
    /** When whoever mends was told; of a repair as it is made out, unless it says. */
    reportedAt: f.instant({ optional: true }),
    /** When they came, or began from afar. */
    respondedAt: f.instant({ optional: true }),
    finishedAt: f.instant({ optional: true, filter: true, sort: true }),
    responseMinutes: f.number({ by: 'system', optional: true, min: 0, sort: true }),
    /** For how long the assets could not be used; minutes. */
    downMinutes: f.number({ optional: true, min: 0, max: 5e6 }),
    /** Yuan, with parts. */
    cost: f.number({ optional: true, min: 0, max: 1e11, integer: false, secret: moneyReaders }),
    parts: f.prose({ optional: true, max: 4_000 }),
    outcome: f.choice(outcomes, { optional: true, filter: true }),
    result: f.prose({ optional: true, max: 8_000 }),
    skipReason: f.prose({ optional: true, max: 2_000 }),
    /** Those of its assets that were in stock when it took them. */
    fromStock: f.links('asset', { by: 'system' }),
  },
  states: ['planned', 'due', 'in-progress', 'done', 'skipped'],
  transitions: {
    'fall-due': { from: 'planned', to: 'due', allow: nobody },
    start: {
      from: ['planned', 'due'],
      to: 'in-progress',
      allow: worker,
      accepts: ['respondedAt'],
      set: ({ respondedAt }, { now }) => ({ respondedAt: respondedAt ?? now }),
    },
    finish: {
      from: 'in-progress',
      to: 'done',
      allow: worker,
      requires: ['outcome', 'result'],
      accepts: ['finishedAt', 'parts', 'cost', 'downMinutes'],
      set: ({ finishedAt, kind, reportedAt, downMinutes }, { now }) => ({
        finishedAt: finishedAt ?? now,
        downMinutes: downMinutes ?? (kind === 'repair' ? minutesBetween(reportedAt, finishedAt ?? now) : 0),
      }),
    },
    skip: { from: ['planned', 'due'], to: 'skipped', allow: worker, requires: ['skipReason'] },
  },
  access: {
    read: any(staff, self('owner')),
    create: any(keeper, role('operator')),
    update: all(inState('planned', 'due', 'in-progress'), worker),
  },
  derive: ({ reportedAt, respondedAt }) => ({
    responseMinutes:
      reportedAt && respondedAt && respondedAt >= reportedAt ? minutesBetween(reportedAt, respondedAt) : null,
  }),
})
