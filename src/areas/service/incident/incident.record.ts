import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, role, self, team } from '../../../record/rule.ts'
import { priorityOf } from './incident.rules.ts'

const desk = role('operator', 'checker', 'engineer', 'manager')

/** An incident (故障): something that is not as it should be, until service is restored. */
export const incident = defineRecord('incident', {
  number: 'INC',
  plural: 'incidents',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    description: f.prose({ optional: true }),
    impact: f.choice(['high', 'medium', 'low'], { default: 'medium', filter: true }),
    urgency: f.choice(['high', 'medium', 'low'], { default: 'medium', filter: true }),
    affectsTrading: f.flag({ default: false, filter: true }),
    priority: f.choice(['p1', 'p2', 'p3', 'p4'], { by: 'system', default: 'p3', filter: true, sort: true }),
    component: f.link('component', { optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    assignee: f.link('person', { optional: true, filter: true }),
    tradingDay: f.tradingDay(),
    waitingFor: f.prose({ optional: true }),
    cause: f.prose({ optional: true }),
    resolution: f.prose({ optional: true }),
    resolvedAt: f.instant({ optional: true, by: 'system' }),
    closedAt: f.instant({ optional: true, by: 'system' }),
  },
  states: ['new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed'],
  transitions: {
    assign: {
      from: ['new', 'assigned', 'in-progress', 'waiting'],
      to: 'assigned',
      allow: desk,
      requires: ['assignee'],
      accepts: ['team'],
    },
    start: { from: ['new', 'assigned'], to: 'in-progress', allow: any(self('assignee'), desk) },
    wait: { from: 'in-progress', to: 'waiting', allow: any(self('assignee'), desk), requires: ['waitingFor'] },
    resume: {
      from: 'waiting',
      to: 'in-progress',
      allow: any(self('assignee'), desk),
      set: () => ({ waitingFor: null }),
    },
    resolve: {
      from: ['in-progress', 'waiting'],
      to: 'resolved',
      allow: any(self('assignee'), role('engineer', 'manager')),
      requires: ['resolution'],
      accepts: ['cause'],
      set: (_row, { now }) => ({ resolvedAt: now, waitingFor: null }),
    },
    reopen: {
      from: 'resolved',
      to: 'in-progress',
      allow: any(self('createdBy'), desk),
      set: () => ({ resolvedAt: null }),
    },
    close: {
      from: 'resolved',
      to: 'closed',
      allow: any(self('createdBy'), role('manager', 'checker')),
      set: (_row, { now }) => ({ closedAt: now }),
    },
  },
  access: {
    // Business staff see what they reported; whoever works with the systems sees all.
    read: any(self('createdBy'), self('assignee'), team('team'), desk, role('auditor', 'admin')),
    create: everyone,
    update: any(self('assignee'), role('engineer', 'manager')),
    notes: any(self('assignee'), desk, role('auditor')),
  },
  clocks: {
    response: { until: ['assign', 'start'] },
    resolution: { until: ['resolved', 'closed'], pauseIn: ['waiting'] },
  },
  derive: (row) => ({ priority: priorityOf(row.impact, row.urgency, row.affectsTrading) }),
})
