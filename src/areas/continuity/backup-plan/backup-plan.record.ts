import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { recurrenceSchema } from '../../../record/recurrence.ts'
import { all, inState, role } from '../../../record/rule.ts'
import { planner, staff } from '../parties.rules.ts'
import { type MethodSettings, methodSchema, methods, totalsSchema } from './method.settings.ts'

/** How a plan stands by its newest run that is over. */
export const standings = ['none', 'good', 'missing', 'failed', 'empty', 'shrunken', 'grown', 'unchanged'] as const

/** A backup plan (备份计划): what of a component is saved, how, when, how long it is kept, and how it is proven. */
export const backupPlan = defineRecord('backup-plan', {
  number: 'BPL',
  plural: 'backup-plans',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    component: f.link('component', { filter: true }),
    owner: f.link('person', { filter: true }),
    settings: f.json(methodSchema),
    method: f.choice(methods, { by: 'system', optional: true, filter: true }),
    /** What is asked of a restored copy. */
    totals: f.json(totalsSchema, { default: [] }),
    rule: f.json(recurrenceSchema),
    calendar: f.link('working-calendar', { filter: true }),
    /** When it is due: 'HH:MM' on the calendar's clock. */
    at: f.text({ max: 5, default: '20:00' }),
    startsOn: f.date(),
    /** So many minutes early or late a run still counts as that of its time. */
    graceMinutes: f.number({ min: 1, max: 1_440, default: 60 }),
    /** One that runs longer is late, minutes. */
    longestMinutes: f.number({ min: 1, max: 2_880, default: 240 }),
    /** Where the copy lies: by what is saved, or in another place, so that one fire does not take both. */
    site: f.choice(['same', 'other'], { filter: true, default: 'same' }),
    keepDays: f.number({ min: 1, max: 36_500, default: 30 }),
    /** Recovery point and recovery time: how much may be lost, and how long it may take. Minutes. */
    rpoMinutes: f.number({ min: 1, max: 527_040, default: 1_440 }),
    rtoMinutes: f.number({ min: 1, max: 20_160, default: 240 }),
    /** By how much of what is usual a copy may be smaller or larger, percent. */
    shrinkPercent: f.number({ min: 1, max: 100, default: 50 }),
    growPercent: f.number({ min: 1, max: 10_000, default: 100 }),
    /** What is saved changes from one time to the next: a copy like the one before is none. */
    changes: f.flag({ default: true }),
    testEveryDays: f.number({ min: 1, max: 366, default: 30 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    standing: f.choice(standings, { by: 'system', filter: true, default: 'none' }),
    /** When the copy was begun that is good and newest. */
    lastGoodAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** What came of the last restore test. */
    proof: f.choice(['none', 'proven', 'failed'], { by: 'system', filter: true, default: 'none' }),
    /** When a copy was last proven by restoring it. */
    provenAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** It has a token by which runs are reported; only its digest is kept. */
    secretSet: f.flag({ by: 'system', default: false }),
  },
  states: ['draft', 'effective', 'ended'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'effective',
      allow: role('manager'),
      guard: notTheAuthor,
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    /** Runs go on being taken while it is looked over; it is approved anew. */
    revise: { from: 'effective', to: 'draft', allow: planner },
    end: { from: ['draft', 'effective'], to: 'ended', allow: role('manager') },
  },
  // It is asked before anybody has looked whether the settings are there.
  derive: ({ settings }) => ({ method: (settings as MethodSettings | null)?.is ?? null }),
  access: { read: staff, create: planner, update: all(inState('draft'), planner) },
})

function notTheAuthor({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] {
  const me = personId(actor)
  return me === null || me !== createdBy
    ? []
    : [fault('', 'same-person', '备份计划须由起草人以外的人批准。', 'Somebody other than its author approves a plan.')]
}
