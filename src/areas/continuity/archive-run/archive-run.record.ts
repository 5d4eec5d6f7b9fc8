import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { staff } from '../parties.rules.ts'

/** How far a batch is: chosen, copied, its copy proven, about to leave the source, gone from there. */
export const phases = ['chosen', 'copied', 'proven', 'removing', 'removed'] as const
export type Phase = (typeof phases)[number]

/** An archive run (归档执行): what was old enough on one day moves batch by batch. Each phase of each batch is an entry of its journal. */
export const archiveRun = defineRecord('archive-run', {
  number: 'ARR',
  plural: 'archive-runs',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    job: f.link('archive-job', { by: 'system', filter: true }),
    component: f.link('component', { by: 'system', filter: true }),
    /** Only looks what would be moved. */
    dry: f.flag({ by: 'system', filter: true, default: false }),
    /** What is older than this day is moved, however long that takes. */
    before: f.date({ by: 'system' }),
    startedAt: f.instant({ by: 'system', optional: true, sort: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
    /** The copy of the server that does it. */
    copy: f.number({ by: 'system', optional: true }),
    stopAsked: f.flag({ by: 'system', default: false }),
    /** Rows that were old enough when it began, about how much room they take, and the oldest and newest of them. */
    total: f.number({ by: 'system', optional: true, min: 0 }),
    bytes: f.number({ by: 'system', optional: true, min: 0 }),
    oldest: f.text({ by: 'system', optional: true, max: 60 }),
    newest: f.text({ by: 'system', optional: true, max: 60 }),
    /** Those that lie before the day, where whole ones move; one on each line. */
    partitions: f.prose({ by: 'system', optional: true, max: 20_000 }),
    batches: f.number({ by: 'system', default: 0, min: 0 }),
    phase: f.choice(phases, { by: 'system', optional: true }),
    /** Of all columns of the batch, in hex. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    copied: f.number({ by: 'system', default: 0, min: 0 }),
    removed: f.number({ by: 'system', default: 0, min: 0 }),
    /** Changed after they were copied: they stay, and their copies were taken back. */
    kept: f.number({ by: 'system', default: 0, min: 0 }),
    why: f.prose({ by: 'system', optional: true, max: 4_000 }),
    whyEn: f.prose({ by: 'system', optional: true, max: 4_000 }),
  },
  states: ['waiting', 'running', 'done', 'stopped', 'failed'],
  transitions: {
    begin: { from: 'waiting', to: 'running', allow: nobody, accepts: ['startedAt', 'copy'] },
    /** Its hours are over: it goes on in the next. */
    rest: { from: 'running', to: 'waiting', allow: nobody },
    finish: { from: 'running', to: 'done', allow: nobody, accepts: ['endedAt'] },
    stop: { from: ['waiting', 'running'], to: 'stopped', allow: nobody, accepts: ['endedAt'] },
    fail: {
      from: ['waiting', 'running'],
      to: 'failed',
      allow: nobody,
      requires: ['why', 'whyEn'],
      accepts: ['endedAt'],
    },
  },
  access: { read: staff, create: nobody, update: nobody },
})
