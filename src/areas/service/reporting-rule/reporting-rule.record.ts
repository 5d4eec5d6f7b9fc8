import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, role } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { gravities } from '../major-incident/major-incident.record.ts'

const keeper = role('manager', 'admin')

/**
 * Whom a firm must tell of an incident, and how soon (监管报告规则): dated data with its source. One that nobody has compared with
 * the text of the law is not verified, and says so wherever it is shown.
 */
export const reportingRule = defineRecord('reporting-rule', {
  number: 'RPR',
  plural: 'reporting-rules',
  label: 'authority',
  fields: {
    authority: f.text({ max: 120, search: true }),
    authorityEn: f.text({ max: 120, optional: true }),
    /** The least grave of which it speaks. */
    gravity: f.choice(gravities, { filter: true }),
    /** By the wall, from when it began. */
    minutes: f.number({ min: 1, max: 525_600, sort: true }),
    what: f.text({ max: 400 }),
    document: f.text({ max: 200, search: true }),
    article: f.text({ max: 60, optional: true }),
    validFrom: f.date({ filter: true }),
    validTo: f.date({ optional: true }),
    pack: f.text({ max: 60, optional: true, filter: true }),
    note: f.prose({ optional: true, max: 2_000 }),
    verifiedHow: f.prose({ optional: true, max: 2_000 }),
    verifiedBy: f.link('person', { by: 'system', optional: true }),
    verifiedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['unverified', 'verified', 'withdrawn'],
  transitions: {
    verify: {
      from: 'unverified',
      to: 'verified',
      allow: any(keeper, role('auditor')),
      requires: ['verifiedHow'],
      guard: otherThan(
        ['规则由录入人以外的人与原文核对。', 'Somebody other than who wrote it compares it with the source.'],
        'createdBy',
      ),
      set: (_row, { actor, now }) => ({ verifiedBy: actor.kind === 'person' ? actor.id : null, verifiedAt: now }),
      sign: true,
    },
    doubt: {
      from: 'verified',
      to: 'unverified',
      allow: any(keeper, role('auditor')),
      set: () => ({ verifiedBy: null, verifiedAt: null }),
    },
    withdraw: { from: ['unverified', 'verified'], to: 'withdrawn', allow: keeper },
  },
  access: {
    read: any(desk, role('auditor', 'admin')),
    create: keeper,
    update: all(inState('unverified'), keeper),
  },
})
