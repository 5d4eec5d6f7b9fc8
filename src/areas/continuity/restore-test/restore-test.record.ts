import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { staff } from '../parties.rules.ts'
import { comparedSchema, stepsSchema } from './step.rules.ts'

/** A restore test (恢复测试): a copy is really restored beside, counted and held against what was saved. Only this proves it. */
export const restoreTest = defineRecord('restore-test', {
  number: 'RST',
  plural: 'restore-tests',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    plan: f.link('backup-plan', { by: 'system', filter: true }),
    run: f.link('backup-run', { by: 'system', filter: true }),
    component: f.link('component', { by: 'system', filter: true }),
    /** When the copy that it restores was begun. */
    takenAt: f.instant({ by: 'system', sort: true }),
    startedAt: f.instant({ by: 'system', optional: true, sort: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
    /** From the first byte read until the last total was compared. */
    seconds: f.number({ by: 'system', optional: true, integer: false, min: 0 }),
    /** How much older than the copy the newest of what it holds is, where the plan asks. */
    lossMinutes: f.number({ by: 'system', optional: true, min: 0 }),
    /** The copy of the server that does it. */
    copy: f.number({ by: 'system', optional: true }),
    steps: f.json(stepsSchema, { by: 'system', default: [] }),
    compared: f.json(comparedSchema, { by: 'system', default: [] }),
    why: f.prose({ by: 'system', optional: true, max: 4_000 }),
    whyEn: f.prose({ by: 'system', optional: true, max: 4_000 }),
  },
  states: ['waiting', 'running', 'proven', 'failed'],
  transitions: {
    begin: { from: 'waiting', to: 'running', allow: nobody, accepts: ['startedAt', 'copy'] },
    prove: {
      from: 'running',
      to: 'proven',
      allow: nobody,
      accepts: ['endedAt', 'seconds', 'lossMinutes', 'steps', 'compared'],
    },
    fail: {
      from: ['waiting', 'running'],
      to: 'failed',
      allow: nobody,
      requires: ['why', 'whyEn'],
      accepts: ['endedAt', 'seconds', 'lossMinutes', 'steps', 'compared'],
    },
  },
  access: { read: staff, create: nobody, update: nobody },
})
