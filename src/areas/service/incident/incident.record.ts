import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, role, self, team } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { levels, openStates, priorities } from './incident.rules.ts'

/** Those who work at the desk. */

/** An incident (故障): something that is not as it should be, until service is restored. */
export const incident = defineRecord('incident', {
  number: 'INC',
  plural: 'incidents',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    description: f.prose({ optional: true }),
    impact: f.choice(levels, { default: 'medium', filter: true }),
    urgency: f.choice(levels, { default: 'medium', filter: true }),
    affectsTrading: f.flag({ default: false, filter: true }),
    priority: f.choice(priorities, { by: 'system', default: 'p3', filter: true, sort: true }),
    component: f.link('component', { optional: true, filter: true }),
    /** The one that stands on the component, where no other was named. */
    service: f.link('service', { optional: true, filter: true }),
    /** Who met it; whoever wrote it down, where nobody else was named. */
    reportedBy: f.link('person', { optional: true, filter: true }),
    /** The department of whoever met it then: whose agreement holds. */
    customer: f.link('department', { optional: true, by: 'system', filter: true }),
    channel: f.choice(['desk', 'portal', 'phone', 'mail', 'alarm'], { default: 'desk', filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    assignee: f.link('person', { optional: true, filter: true }),
    /** The larger one of which it is a part. */
    parent: f.link('incident', { optional: true, filter: true }),
    /** The one that is worked on in its place. */
    duplicateOf: f.link('incident', { optional: true, by: 'system', filter: true }),
    tradingDay: f.tradingDay(),
    waitingFor: f.prose({ optional: true }),
    cause: f.prose({ optional: true }),
    resolution: f.prose({ optional: true }),
    resolvedAt: f.instant({ optional: true, by: 'system', filter: true }),
    /** How often it was not resolved after all. */
    reopened: f.number({ by: 'system', default: 0, min: 0, filter: true }),
    closedAt: f.instant({ optional: true, by: 'system' }),
  },
  states: ['new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed'],
  transitions: {
    assign: {
      from: openStates,
      to: 'assigned',
      allow: desk,
      requires: ['assignee'],
      accepts: ['team'],
    },
    start: { from: ['new', 'assigned'], to: 'in-progress', allow: any(self('assignee'), desk) },
    resolve: {
      from: ['in-progress', 'waiting'],
      to: 'resolved',
      allow: any(self('assignee'), role('engineer', 'manager')),
      requires: ['resolution'],
      accepts: ['cause'],
      set: (_row, { now }) => ({ resolvedAt: now, waitingFor: null }),
    },
    wait: { from: 'in-progress', to: 'waiting', allow: any(self('assignee'), desk), requires: ['waitingFor'] },
    resume: {
      from: 'waiting',
      to: 'in-progress',
      allow: any(self('assignee'), desk),
      set: () => ({ waitingFor: null }),
    },
    reopen: {
      from: 'resolved',
      to: 'in-progress',
      allow: any(self('createdBy'), self('reportedBy'), desk),
      set: ({ reopened }) => ({ resolvedAt: null, reopened: reopened + 1 }),
    },
    close: {
      from: 'resolved',
      to: 'closed',
      allow: any(self('createdBy'), self('reportedBy'), role('manager', 'checker')),
      set: (_row, { now }) => ({ closedAt: now }),
    },
    /** It is the same as another one, which is worked on in its place. */
    merge: {
      from: openStates,
      to: 'closed',
      allow: desk,
      requires: ['duplicateOf'],
      set: (_row, { now }) => ({ resolvedAt: now, closedAt: now, waitingFor: null }),
    },
  },
  access: {
    // Business staff see what they reported; whoever works with the systems sees all.
    read: any(self('createdBy'), self('reportedBy'), self('assignee'), team('team'), desk, role('auditor', 'admin')),
    create: everyone,
    update: any(self('assignee'), role('engineer', 'manager')),
    notes: any(self('assignee'), desk, role('auditor')),
  },
  clocks: {
    response: { until: ['assign', 'start', 'merge'] },
    resolution: { until: ['resolved', 'closed'], pauseIn: ['waiting'] },
  },
})
