import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { responders } from '../parties.rules.ts'
import { grades } from './security-incident.rules.ts'

export const kinds = ['phishing', 'malware', 'intrusion', 'leak', 'denial', 'misuse', 'loss', 'other'] as const

const handlers = any(self('owner'), self('named'), role('manager'))
const leads = any(self('owner'), role('manager'))
const notAlone = otherThan(['宣布人不能自行撤销。', 'Whoever declared it does not dismiss it.'], 'createdBy')

/**
 * A security incident (安全事件): one that somebody may have meant, or that laid data open. It is read by those who need to know; all
 * others see of the incident only that there is one.
 */
export const securityIncident = defineRecord('security-incident', {
  number: 'SEC',
  plural: 'security-incidents',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    incident: f.link('incident', { by: 'once', filter: true }),
    kind: f.choice(kinds, { filter: true }),
    /** By the grades of the reporting rules. */
    gravity: f.choice(grades, { by: 'system', optional: true, filter: true }),
    owner: f.link('person', { filter: true }),
    /** Who else needs to know. */
    named: f.links('person', { filter: true }),
    /** From when the time of reports runs. */
    foundAt: f.instant({ by: 'once', optional: true, filter: true, sort: true }),
    gradeDueAt: f.instant({ by: 'system', optional: true, filter: true }),
    gradedAt: f.instant({ by: 'system', optional: true }),
    gradedBy: f.link('person', { by: 'system', optional: true }),
    gradeReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    components: f.links('component', { filter: true }),
    dataAffected: f.prose({ optional: true, max: 2_000 }),
    peopleAffected: f.prose({ optional: true, max: 2_000 }),
    containedAt: f.instant({ by: 'system', optional: true }),
    cause: f.prose({ optional: true, max: 4_000 }),
    measures: f.prose({ optional: true, max: 4_000 }),
    closedAt: f.instant({ by: 'system', optional: true }),
    dismissReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['declared', 'graded', 'contained', 'closed', 'dismissed'],
  transitions: {
    grade: {
      from: ['declared', 'graded'],
      to: 'graded',
      allow: handlers,
      requires: ['gravity', 'gradeReason'],
      set: ({ gradedAt, gradedBy }, { actor, now }) => ({
        gradedAt: gradedAt ?? now,
        gradedBy: gradedBy ?? personId(actor),
      }),
    },
    contain: { from: 'graded', to: 'contained', allow: handlers, set: (_row, { now }) => ({ containedAt: now }) },
    /** It goes on, or is graver than it seemed. */
    'grade-again': {
      from: 'contained',
      to: 'graded',
      allow: handlers,
      requires: ['gravity', 'gradeReason'],
      set: () => ({ containedAt: null }),
    },
    close: {
      from: 'contained',
      to: 'closed',
      allow: leads,
      requires: ['cause', 'measures'],
      set: (_row, { now }) => ({ closedAt: now }),
      sign: true,
    },
    /** It turned out to be none. */
    dismiss: {
      from: ['declared', 'graded', 'contained'],
      to: 'dismissed',
      allow: role('manager'),
      requires: ['dismissReason'],
      guard: (row, moment) => notAlone(row as unknown as AnyRow, moment),
      sign: true,
    },
  },
  access: {
    read: any(self('owner'), self('named'), role('manager')),
    create: responders,
    update: all(inState('declared', 'graded', 'contained'), handlers),
  },
})
