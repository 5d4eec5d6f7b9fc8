import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, inState, role } from '../../../record/rule.ts'
import { planner, staff } from '../parties.rules.ts'

const names = z.array(z.string().trim().min(1).max(63)).max(10)

/** An archive job (归档任务): history of one table moves to another server, and leaves the first only once both are proven the same. */
export const archiveJob = defineRecord('archive-job', {
  number: 'ARJ',
  plural: 'archive-jobs',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    component: f.link('component', { filter: true }),
    owner: f.link('person', { filter: true }),
    /** Names of databases whose addresses are in the server's environment. */
    source: f.text({ max: 40 }),
    target: f.text({ max: 40 }),
    /** With its schema, where it is not the usual one. */
    table: f.text({ max: 130 }),
    /** The column that says how old a row is, and how it says so. */
    column: f.text({ max: 63 }),
    columnIs: f.choice(['time', 'date-number'], { default: 'time' }),
    /** Rows by batches, or whole partitions of the source that lie before the day. */
    unit: f.choice(['rows', 'partitions'], { default: 'rows', filter: true }),
    /** What is younger stays. */
    keepDays: f.number({ min: 1, max: 36_500 }),
    /** Numbers that both databases add up by themselves, beside the digest of all columns. */
    sums: f.json(names, { default: [] }),
    batchRows: f.number({ min: 1, max: 5_000, default: 500 }),
    pauseMs: f.number({ min: 0, max: 10_000, default: 200 }),
    /** 'HH:MM' where the firm is; it may go past midnight. */
    windowFrom: f.text({ max: 5, default: '20:00' }),
    windowTo: f.text({ max: 5, default: '06:00' }),
    everyDays: f.number({ min: 1, max: 366, default: 1 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    activeSince: f.instant({ by: 'system', optional: true }),
    standing: f.choice(['none', 'good', 'failed'], { by: 'system', filter: true, default: 'none' }),
    /** When all that was old enough had last been moved. */
    lastDoneAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['draft', 'approved', 'active', 'ended'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'approved',
      allow: role('manager'),
      guard: notTheAuthor,
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    activate: { from: 'approved', to: 'active', allow: planner, set: (_row, { now }) => ({ activeSince: now }) },
    revise: { from: ['approved', 'active'], to: 'draft', allow: planner },
    end: { from: ['draft', 'approved', 'active'], to: 'ended', allow: role('manager') },
  },
  access: { read: staff, create: planner, update: all(inState('draft'), planner) },
})

function notTheAuthor({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] {
  const me = personId(actor)
  return me !== null && me === createdBy ? [sameAuthor] : []
}

export const sameAuthor: Fault = fault(
  '',
  'same-person',
  '归档任务须由起草与最后修改以外的人批准。',
  'Somebody other than who drew it up or changed it last approves a job.',
)
