import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, role, self, team } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { answersSchema } from '../offering/question.rules.ts'

const requester = any(self('createdBy'), self('forPerson'))
const worker = any(self('assignee'), team('team'), desk)
const open = ['approved', 'in-fulfilment', 'waiting'] as const

/**
 * A request (服务请求): an offering ordered with the answers to its form, by whoever needs it or for somebody else. It keeps the
 * edition with which it was raised. What it is called, costs and who answers for it follow from the offering.
 */
export const request = defineRecord('request', {
  number: 'REQ',
  plural: 'requests',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 200, optional: true, search: true }),
    titleEn: f.text({ by: 'system', max: 200, optional: true, search: true }),
    offering: f.link('offering', { by: 'once', filter: true }),
    service: f.link('service', { by: 'system', optional: true, filter: true }),
    forPerson: f.link('person', { by: 'once', optional: true, filter: true }),
    answers: f.json(answersSchema, { default: {} }),
    priority: f.choice(['high', 'normal', 'low'], { default: 'normal', filter: true, sort: true }),
    /** CNY. */
    cost: f.number({ by: 'system', optional: true, min: 0, integer: false }),
    owner: f.link('person', { by: 'system', optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    assignee: f.link('person', { optional: true, filter: true }),
    waitingFor: f.prose({ optional: true, max: 2_000 }),
    fulfilment: f.choice(['whole', 'partly'], { by: 'system', optional: true, filter: true }),
    /** What the requester is told: what was done, or why not all of it. */
    outcome: f.prose({ optional: true, max: 4_000 }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    reopenReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    fulfilledAt: f.instant({ by: 'system', optional: true, sort: true }),
    closedAt: f.instant({ by: 'system', optional: true }),
    /** When nothing was left to be done: fulfilled, rejected or withdrawn. */
    settledAt: f.instant({ by: 'system', optional: true, filter: true }),
    reopened: f.number({ by: 'system', default: 0, min: 0, filter: true }),
  },
  states: ['new', 'approved', 'in-fulfilment', 'waiting', 'fulfilled', 'closed', 'rejected', 'cancelled'],
  transitions: {
    /** Waits for whom its offering asks; where it asks nobody, it is done at once. */
    submit: { from: 'new', to: 'approved', allow: self('createdBy') },
    start: {
      from: 'approved',
      to: 'in-fulfilment',
      allow: worker,
      set: ({ assignee }, { actor }) => ({ assignee: assignee ?? (actor.kind === 'person' ? actor.id : null) }),
    },
    assign: {
      from: ['approved', 'in-fulfilment'],
      to: 'in-fulfilment',
      allow: desk,
      requires: ['assignee'],
      accepts: ['team', 'priority'],
    },
    fulfil: {
      from: [...open],
      to: 'fulfilled',
      allow: worker,
      accepts: ['outcome'],
      set: ({ fulfilment }, { now }) => ({
        fulfilment: fulfilment ?? 'whole',
        fulfilledAt: now,
        settledAt: now,
        waitingFor: null,
      }),
    },
    ask: { from: 'in-fulfilment', to: 'waiting', allow: worker, requires: ['waitingFor'] },
    resume: { from: 'waiting', to: 'in-fulfilment', allow: any(worker, requester), set: () => ({ waitingFor: null }) },
    close: {
      from: 'fulfilled',
      to: 'closed',
      allow: any(requester, role('manager')),
      set: (_row, { now }) => ({ closedAt: now }),
    },
    reopen: {
      from: ['fulfilled', 'closed'],
      to: 'in-fulfilment',
      allow: any(requester, desk),
      requires: ['reopenReason'],
      set: ({ reopened }) => ({
        fulfilment: null,
        fulfilledAt: null,
        closedAt: null,
        settledAt: null,
        reopened: reopened + 1,
      }),
    },
    /** By itself where the approval was refused; by hand where it turns out that it cannot be done. */
    reject: {
      from: ['new', ...open],
      to: 'rejected',
      allow: any(self('owner'), role('manager')),
      requires: ['rejectReason'],
      set: (_row, { now }) => ({ settledAt: now }),
    },
    /** Withdrawn by whoever asked, until the work is done. */
    cancel: {
      from: ['new', ...open],
      to: 'cancelled',
      allow: requester,
      requires: ['cancelReason'],
      set: (_row, { now }) => ({ settledAt: now }),
    },
  },
  access: {
    read: any(requester, self('owner'), worker, role('auditor', 'admin')),
    create: everyone,
    // Its answers are the requester's own, and only as long as nobody has agreed to them.
    update: any(all(inState('new'), self('createdBy')), role('engineer', 'manager')),
    notes: any(worker, role('auditor')),
  },
  clocks: {
    response: { from: ['approved'], until: ['start', 'assign', 'fulfil', 'reject', 'cancel'] },
    fulfilment: {
      from: ['approved'],
      until: ['fulfilled', 'closed', 'rejected', 'cancelled'],
      pauseIn: ['waiting'],
    },
  },
})
