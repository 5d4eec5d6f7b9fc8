import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'
import { givenSchema } from '../runbook/parameter.rules.ts'

/**
 * One execution of a runbook. Its steps are rows of `run-step`, made from the edition that was effective when it began.
 * A person gives the runbook and what it asks for; the rest follows.
 */
export const run = defineRecord('run', {
  number: 'RUN',
  plural: 'runs',
  label: 'title',
  fields: {
    runbook: f.link('runbook', { by: 'once', filter: true }),
    /** The edition whose steps it does in reverse, where its runbook mirrors another. */
    mirrored: f.link('runbook', { by: 'system', optional: true }),
    /** Walked through without doing anything: it stands for no run of its runbook, so it has no code of one. */
    dry: f.flag({ by: 'once', default: false, filter: true }),
    /** What the runbook's parameters are in this run, by key: with the defaults once it has begun, and from then on as they are. */
    parameters: f.json(givenSchema, { by: 'once', default: {} }),
    runbookCode: f.text({ by: 'system', optional: true, filter: true }),
    title: f.text({ by: 'system', optional: true, search: true }),
    titleEn: f.text({ by: 'system', optional: true, search: true }),
    kind: f.choice(['opening', 'closing', 'backup', 'restart', 'upgrade', 'drill', 'other'], {
      by: 'system',
      optional: true,
      filter: true,
    }),
    tradingDay: f.tradingDay(),
    finishedBy: f.link('person', { by: 'system', optional: true }),
    finishedAt: f.instant({ by: 'system', optional: true, sort: true }),
    abortReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    abortedBy: f.link('person', { by: 'system', optional: true }),
    /** SHA-256 in hex over the report as it stood when the run was finished. */
    reportDigest: f.text({ by: 'system', optional: true }),
  },
  states: ['in-progress', 'finished', 'aborted'],
  transitions: {
    finish: {
      from: 'in-progress',
      to: 'finished',
      allow: role('operator', 'checker', 'engineer', 'manager'),
      set: (_row, { actor, now }) => ({ finishedBy: actor.kind === 'person' ? actor.id : null, finishedAt: now }),
      sign: true,
    },
    abort: {
      from: 'in-progress',
      to: 'aborted',
      allow: role('operator', 'engineer', 'manager'),
      requires: ['abortReason'],
      set: (_row, { actor, now }) => ({ abortedBy: actor.kind === 'person' ? actor.id : null, finishedAt: now }),
      sign: true,
    },
  },
  access: { read: everyone, create: role('operator', 'checker', 'engineer', 'manager'), update: nobody },
})
