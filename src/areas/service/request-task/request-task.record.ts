import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self, team } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'

const worker = any(self('assignee'), team('team'), desk)

/** One task of a request (任务), made from its offering when the request was agreed to; ready once all before it are done. */
export const requestTask = defineRecord('request-task', {
  number: 'TSK',
  plural: 'request-tasks',
  label: 'title',
  fields: {
    request: f.link('request', { by: 'system', filter: true }),
    position: f.number({ by: 'system', min: 1, sort: true }),
    key: f.text({ by: 'system', max: 40 }),
    title: f.text({ by: 'system', max: 120, search: true }),
    titleEn: f.text({ by: 'system', max: 120, optional: true, search: true }),
    instructions: f.prose({ by: 'system', optional: true, max: 4_000 }),
    instructionsEn: f.prose({ by: 'system', optional: true, max: 4_000 }),
    /** Keys of the tasks of the same request that come before. */
    after: f.json(z.array(z.string().max(40)).max(40), { by: 'system', default: [] }),
    team: f.link('team', { optional: true, filter: true }),
    assignee: f.link('person', { optional: true, filter: true }),
    result: f.prose({ optional: true, max: 4_000 }),
    skipReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    startedAt: f.instant({ by: 'system', optional: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['waiting', 'ready', 'doing', 'done', 'skipped'],
  transitions: {
    /** By itself, once all before it are done or skipped. */
    release: { from: 'waiting', to: 'ready', allow: nobody },
    take: {
      from: ['ready', 'doing'],
      to: 'doing',
      allow: worker,
      set: ({ startedAt }, { actor, now }) => ({
        ...(actor.kind === 'person' && { assignee: actor.id }),
        startedAt: startedAt ?? now,
      }),
    },
    done: { from: 'doing', to: 'done', allow: worker, accepts: ['result'], set: (_row, { now }) => ({ endedAt: now }) },
    skip: {
      from: ['waiting', 'ready', 'doing'],
      to: 'skipped',
      allow: worker,
      requires: ['skipReason'],
      set: (_row, { now }) => ({ endedAt: now }),
    },
  },
  access: {
    read: any(worker, role('auditor', 'admin')),
    create: nobody,
    update: role('engineer', 'manager'),
  },
})
