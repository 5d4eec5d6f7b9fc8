import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { riskReaders } from '../risk-parties.rules.ts'
import { endings } from './acceptance.rules.ts'

const anotherGrants = otherThan(
  ['申请人和风险负责人不能批准接受。', 'Neither who asks nor the owner of the risk accepts it.'],
  'createdBy',
  'owner',
)
const readers = any(riskReaders, self('decider'), self('owner'))

/**
 * An acceptance of a risk (风险接受): asked for, given under signature by somebody whom the matrix allows for its level, for a year at most,
 * and about exactly what the risk then said. It ends by itself at its instant, and with any change of that.
 */
export const riskAcceptance = defineRecord('risk-acceptance', {
  number: 'RAC',
  plural: 'risk-acceptances',
  label: 'title',
  fields: {
    /** The risk's own. */
    title: f.text({ by: 'system', optional: true, max: 160, search: true }),
    risk: f.link('risk', { by: 'once', filter: true }),
    decider: f.link('person', { filter: true }),
    endsAt: f.instant({ filter: true, sort: true }),
    reason: f.prose({ max: 2_000 }),
    /** What is done in the meantime so that less harm comes of it. */
    measures: f.prose({ optional: true, max: 2_000 }),
    /** Of the risk as it was asked for. */
    owner: f.link('person', { by: 'system', optional: true, filter: true }),
    level: f.number({ by: 'system', optional: true, filter: true, sort: true }),
    matrix: f.link('risk-matrix', { by: 'system', optional: true }),
    content: f.json(z.record(z.string(), z.unknown()), { by: 'system', default: {} }),
    /** SHA-256 of the content. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    /** The highest level that whoever accepted it could accept then. */
    upTo: f.number({ by: 'system', optional: true }),
    grantedBy: f.link('person', { by: 'system', optional: true }),
    grantedAt: f.instant({ by: 'system', optional: true, sort: true }),
    refuseReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    endedBecause: f.choice(endings, { by: 'system', optional: true }),
    endReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    endedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['requested', 'granted', 'refused', 'withdrawn', 'voided', 'ended'],
  transitions: {
    grant: {
      from: 'requested',
      to: 'granted',
      allow: self('decider'),
      guard: anotherGrants,
      set: (_row, { actor, now }) => ({ grantedBy: personId(actor), grantedAt: now }),
      sign: true,
    },
    refuse: { from: 'requested', to: 'refused', allow: self('decider'), requires: ['refuseReason'] },
    withdraw: { from: 'requested', to: 'withdrawn', allow: any(self('createdBy'), role('manager')) },
    revoke: {
      from: 'granted',
      to: 'voided',
      allow: any(self('decider'), role('manager')),
      requires: ['endReason'],
      set: (_row, { now }) => ({ endedBecause: 'revoked', endedAt: now }),
    },
    /** By itself: the risk is no longer what was accepted. */
    void: {
      from: ['requested', 'granted'],
      to: 'voided',
      allow: nobody,
      requires: ['endedBecause'],
      set: (_row, { now }) => ({ endedAt: now }),
    },
    /** By itself, at its end. */
    end: {
      from: 'granted',
      to: 'ended',
      allow: nobody,
      set: (_row, { now }) => ({ endedBecause: 'expired', endedAt: now }),
    },
  },
  access: {
    read: readers,
    create: role('engineer', 'manager', 'operator', 'checker'),
    update: all(inState('requested'), self('createdBy')),
    notes: readers,
  },
})
