import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'

const onDuty = role('operator', 'checker', 'engineer', 'manager')

/** What a person must act on. There is at most one that is not resolved for each key. */
export const alarm = defineRecord('alarm', {
  number: 'ALM',
  plural: 'alarms',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    titleEn: f.text({ by: 'system', optional: true }),
    /** What makes two alarms the same: `probe:<id>`, `step:<id>`. */
    key: f.text({ by: 'system', filter: true }),
    severity: f.choice(['critical', 'warning'], { by: 'system', filter: true }),
    component: f.link('component', { by: 'system', optional: true, filter: true }),
    probe: f.link('probe', { by: 'system', optional: true, filter: true }),
    /** The record it is about where that is neither component nor probe, such as a late step. */
    aboutRecord: f.text({ by: 'system', optional: true }),
    aboutId: f.text({ by: 'system', optional: true, filter: true }),
    firstAt: f.instant({ by: 'system', sort: true }),
    lastAt: f.instant({ by: 'system', sort: true }),
    events: f.number({ by: 'system', default: 1, min: 1 }),
    /** The cause is gone, but for a moment it is watched whether it stays away. */
    recoveredAt: f.instant({ by: 'system', optional: true }),
    flapping: f.flag({ by: 'system', default: false }),
    /** Alarms that were not raised because this one explains them. */
    suppressedCount: f.number({ by: 'system', default: 0, min: 0 }),
    acknowledgedBy: f.link('person', { by: 'system', optional: true, filter: true }),
    acknowledgedAt: f.instant({ by: 'system', optional: true }),
    resolvedAt: f.instant({ by: 'system', optional: true }),
    resolvedBy: f.link('person', { by: 'system', optional: true }),
    resolution: f.prose({ optional: true, max: 2_000 }),
    incident: f.link('incident', { by: 'system', optional: true, filter: true }),
    /** It flapped at some moment of its life. */
    flapped: f.flag({ by: 'system', default: false, filter: true }),
    /** The window at whose end it was raised: it began while its component was worked on. */
    maintenance: f.link('maintenance-window', { by: 'system', optional: true, filter: true }),
    /** Why it was not told by itself; see `quietness` in messaging. */
    quiet: f.choice(['silenced', 'grouped'], { by: 'system', optional: true, filter: true }),
    silence: f.link('silence', { by: 'system', optional: true, filter: true }),
    /** The first of the alarms with which it was told. */
    groupedUnder: f.link('alarm', { by: 'system', optional: true, filter: true }),
    escalation: f.link('escalation-policy', { by: 'system', optional: true }),
    /** The step of it that is next, and when; none once somebody has it in hand. */
    escalationStep: f.number({ by: 'system', optional: true }),
    escalatesAt: f.instant({ by: 'system', optional: true }),
    tradingDay: f.tradingDay(),
  },
  states: ['firing', 'acknowledged', 'resolved'],
  transitions: {
    acknowledge: {
      from: 'firing',
      to: 'acknowledged',
      allow: onDuty,
      set: (_row, { actor, now }) => ({
        acknowledgedBy: actor.kind === 'person' ? actor.id : null,
        acknowledgedAt: now,
        escalatesAt: null,
      }),
    },
    /** By a person, who says why it needs no further hand. */
    resolve: {
      from: ['firing', 'acknowledged'],
      to: 'resolved',
      allow: onDuty,
      requires: ['resolution'],
      set: (_row, { actor, now }) => ({
        resolvedBy: actor.kind === 'person' ? actor.id : null,
        resolvedAt: now,
        escalatesAt: null,
      }),
    },
    /** By the system, when the cause is gone. */
    clear: {
      from: ['firing', 'acknowledged'],
      to: 'resolved',
      allow: nobody,
      accepts: ['resolution'],
      set: (_row, { now }) => ({ resolvedAt: now, flapping: false, escalatesAt: null }),
    },
  },
  access: { read: everyone, create: nobody, update: nobody },
})
