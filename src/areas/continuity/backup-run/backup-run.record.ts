import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { reportedSchema } from '../backup-plan/method.settings.ts'
import { staff } from '../parties.rules.ts'

/** What is found of a copy by what was reported of it. */
export const findings = ['good', 'failed', 'empty', 'shrunken', 'grown', 'unchanged'] as const

const copied = [
  'exitCode',
  'location',
  'bytes',
  'sha256',
  'modifiedAt',
  'totals',
  'note',
  'endedAt',
  'finding',
] as const

/** A backup run (备份执行): one time that a plan was due, or that it was run beside. Reported by programs, never typed. */
export const backupRun = defineRecord('backup-run', {
  number: 'BRN',
  plural: 'backup-runs',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    plan: f.link('backup-plan', { by: 'system', filter: true }),
    component: f.link('component', { by: 'system', filter: true }),
    /** When it was due; one beside the plan never was. */
    dueAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** By which whoever reports it knows it: with its plan there once. */
    key: f.text({ by: 'system', optional: true, max: 200 }),
    reportedBy: f.choice(['program', 'folder'], { by: 'system', optional: true, filter: true }),
    startedAt: f.instant({ by: 'system', optional: true, sort: true, filter: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
    exitCode: f.number({ by: 'system', optional: true }),
    /** Within the folder of the plan's settings, or the snapshot. */
    location: f.text({ by: 'system', optional: true, max: 500 }),
    bytes: f.number({ by: 'system', optional: true, min: 0 }),
    /** In hex. */
    sha256: f.text({ by: 'system', optional: true, max: 64 }),
    /** When the file of the copy was written last. */
    modifiedAt: f.instant({ by: 'system', optional: true }),
    totals: f.json(reportedSchema, { by: 'system', default: [] }),
    /** The last that it said. */
    note: f.prose({ by: 'system', optional: true, max: 4_000 }),
    finding: f.choice(findings, { by: 'system', optional: true, filter: true }),
  },
  states: ['expected', 'running', 'succeeded', 'failed', 'missed'],
  transitions: {
    /** What was cut off from us comes after it was given up, and says when it began. */
    begin: {
      from: ['expected', 'missed'],
      to: 'running',
      allow: nobody,
      accepts: ['key', 'reportedBy', 'startedAt'],
    },
    succeed: { from: 'running', to: 'succeeded', allow: nobody, accepts: [...copied] },
    fail: { from: 'running', to: 'failed', allow: nobody, accepts: [...copied] },
    miss: { from: 'expected', to: 'missed', allow: nobody },
  },
  access: { read: staff, create: nobody, update: nobody },
})
