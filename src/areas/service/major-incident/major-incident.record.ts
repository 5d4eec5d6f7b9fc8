import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'

/** How grave, from the least; regulators' rules name the one from which they apply. */
export const gravities = ['general', 'larger', 'major', 'severe'] as const

/** That a regulator was told: by which rule, when, by whom and how. */
export const reportsSchema = z
  .array(
    z.strictObject({
      rule: z.uuid(),
      at: z.iso.datetime(),
      by: z.uuid(),
      how: z.string().min(1).max(400),
    }),
  )
  .max(100)

const leaders = any(self('commander'), self('communicator'), role('manager'))

/**
 * A major incident (重大故障): one that several people fight under a commander, with updates at fixed intervals to those affected,
 * and from which the firm means to learn. It is reviewed when its review has been agreed.
 */
export const majorIncident = defineRecord('major-incident', {
  number: 'MAJ',
  plural: 'major-incidents',
  label: 'title',
  fields: {
    /** In plain words: all staff read it. */
    title: f.text({ max: 200, search: true }),
    titleEn: f.text({ max: 200, optional: true, search: true }),
    incident: f.link('incident', { by: 'once', filter: true }),
    gravity: f.choice(gravities, { default: 'general', filter: true }),
    commander: f.link('person', { filter: true }),
    /** Writes the updates. */
    communicator: f.link('person', { optional: true }),
    technicalLead: f.link('person', { optional: true }),
    services: f.links('service'),
    departments: f.links('department'),
    startedAt: f.instant({ sort: true }),
    /** Minutes from one update to the next. */
    interval: f.number({ min: 5, max: 1_440, default: 30 }),
    lastUpdateAt: f.instant({ by: 'system', optional: true }),
    nextUpdateAt: f.instant({ by: 'system', optional: true, filter: true }),
    mitigatedAt: f.instant({ by: 'system', optional: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
    standDownReason: f.prose({ optional: true, max: 2_000 }),
    reports: f.json(reportsSchema, { by: 'system', default: [] }),
  },
  states: ['declared', 'mitigated', 'ended', 'reviewed', 'stood-down'],
  transitions: {
    /** Those affected can work again; the cause is still there. */
    mitigate: { from: 'declared', to: 'mitigated', allow: leaders, set: (_row, { now }) => ({ mitigatedAt: now }) },
    relapse: { from: 'mitigated', to: 'declared', allow: leaders, set: () => ({ mitigatedAt: null }) },
    end: {
      from: ['declared', 'mitigated'],
      to: 'ended',
      allow: leaders,
      set: (_row, { now }) => ({ endedAt: now, nextUpdateAt: null }),
    },
    /** It turned out not to be one. */
    'stand-down': {
      from: ['declared', 'mitigated'],
      to: 'stood-down',
      allow: leaders,
      requires: ['standDownReason'],
      set: () => ({ nextUpdateAt: null }),
    },
    /** By itself, with its agreed review. */
    conclude: { from: 'ended', to: 'reviewed', allow: nobody },
  },
  access: {
    read: any(desk, role('auditor', 'admin')),
    create: desk,
    update: leaders,
  },
})
