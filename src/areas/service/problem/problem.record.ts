import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, role, self } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { bonesSchema, whysSchema } from './causes.rules.ts'

const solvers = any(self('owner'), role('engineer', 'manager'))

/** A problem (问题): why incidents happen, until they happen no more. Until then its workaround is what the desk goes by. */
export const problem = defineRecord('problem', {
  number: 'PBM',
  plural: 'problems',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    description: f.prose({ optional: true }),
    priority: f.choice(['high', 'medium', 'low'], { default: 'medium', filter: true, sort: true }),
    component: f.link('component', { optional: true, filter: true }),
    service: f.link('service', { optional: true, filter: true }),
    incidents: f.links('incident', { filter: true }),
    /** How many incidents it has brought about. */
    occurrences: f.number({ by: 'system', default: 0, sort: true }),
    /** What its incidents' titles have in common, where it was found by itself. */
    signature: f.text({ by: 'system', optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    owner: f.link('person', { optional: true, filter: true }),
    whys: f.json(whysSchema, { default: [] }),
    fishbone: f.json(bonesSchema, { default: [] }),
    rootCause: f.prose({ optional: true }),
    workaround: f.prose({ optional: true, search: true }),
    /** The change that removes it, as people call it. */
    fix: f.text({ max: 200, optional: true }),
    closeReason: f.prose({ optional: true, max: 2_000 }),
    solvedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['logged', 'analysed', 'known-error', 'fix-in-change', 'solved', 'closed'],
  transitions: {
    analyse: { from: 'logged', to: 'analysed', allow: solvers, requires: ['rootCause'] },
    'make-known': {
      from: ['logged', 'analysed'],
      to: 'known-error',
      allow: solvers,
      requires: ['workaround'],
      accepts: ['rootCause'],
    },
    'begin-fix': { from: ['analysed', 'known-error'], to: 'fix-in-change', allow: solvers, requires: ['fix'] },
    'fail-fix': { from: 'fix-in-change', to: 'known-error', allow: solvers, requires: ['workaround'] },
    solve: {
      from: ['analysed', 'known-error', 'fix-in-change'],
      to: 'solved',
      allow: solvers,
      requires: ['rootCause'],
      set: (_row, { now }) => ({ solvedAt: now }),
    },
    close: {
      from: ['logged', 'analysed', 'known-error'],
      to: 'closed',
      allow: any(self('owner'), role('manager')),
      requires: ['closeReason'],
    },
  },
  access: {
    read: any(desk, role('auditor', 'admin')),
    create: desk,
    update: solvers,
    notes: any(self('owner'), desk, role('auditor')),
  },
  derive: ({ incidents }) => ({ occurrences: incidents.length }),
})
