import { z } from 'zod'
import { f } from '../record/field.ts'
import { otherThan } from '../record/lifecycle.ts'
import { type AnyRow, defineRecord, type RecordWords, wordsFor } from '../record/record.ts'
import type { Area } from '../record/registry.ts'
import { all, any, department, everyone, inState, nobody, not, post, role, self, team } from '../record/rule.ts'
import type { Words } from '../record/words.ts'

/** A record of every kind of field, verb and rule, for tests of what all records share. */
export const sample = defineRecord('sample', {
  number: 'SMP',
  plural: 'samples',
  label: 'title',
  fields: {
    title: f.text({ max: 40, search: true, sort: true }),
    code: f.text({ by: 'once', max: 40, optional: true, unique: true, filter: true, sort: true }),
    body: f.prose({
      optional: true,
      max: 200,
      secret: any(self('createdBy'), self('owner'), role('engineer', 'manager', 'operator')),
    }),
    level: f.choice(['low', 'high'], { default: 'low', filter: true, sort: true }),
    size: f.number({ optional: true, integer: false, filter: true, sort: true }),
    count: f.number({ default: 0, filter: true }),
    done: f.flag({ optional: true, filter: true, sort: true }),
    due: f.date({ optional: true, filter: true, sort: true }),
    at: f.instant({ optional: true, filter: true, sort: true }),
    tradingDay: f.tradingDay(),
    owner: f.link('person', { optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    department: f.link('department', { optional: true }),
    post: f.link('post', { optional: true }),
    parent: f.link('sample', { optional: true, filter: true }),
    watchers: f.links('person', { filter: true }),
    posts: f.links('post'),
    shape: f.json(z.strictObject({ x: z.number(), note: z.string().optional() }), { optional: true }),
    twice: f.number({ by: 'system', default: 0 }),
    openedBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['new', 'open', 'shut'],
  transitions: {
    open: {
      from: 'new',
      to: 'open',
      allow: any(self('owner'), role('engineer')),
      accepts: ['count'],
      set: (row, { actor }) => ({ openedBy: actor.kind === 'person' ? actor.id : null, count: row.count + 1 }),
    },
    shut: { from: ['new', 'open'], to: 'shut', allow: role('engineer', 'manager'), requires: ['body'] },
    sign: {
      from: 'open',
      to: 'shut',
      allow: role('manager', 'operator'),
      sign: true,
      guard: (row, moment) =>
        otherThan(['开启人不能签字。', 'Who created it does not sign.'], 'createdBy')(row as unknown as AnyRow, moment),
    },
    hand: { from: 'open', to: 'open', allow: self('owner'), accepts: ['owner'] },
    drop: { from: 'shut', to: 'new', allow: nobody },
  },
  access: {
    read: any(
      self('createdBy'),
      self('owner'),
      self('watchers'),
      team('team'),
      department('department'),
      post('post'),
      post('posts'),
      all(inState('shut'), not(role('business', 'auditor'))),
      role('manager', 'engineer'),
    ),
    create: any(role('operator', 'engineer', 'manager', 'business'), nobody),
    update: any(self('owner'), role('engineer')),
  },
  clocks: {
    answer: { until: ['open', 'shut'] },
    work: { from: ['open'], until: ['shut'] },
    rest: { until: ['shut'], pauseIn: ['new'] },
  },
  derive: (row) => ({ twice: row.count * 2 }),
})

/** One that is append only. */
export const sampleLine = defineRecord('sample-line', {
  number: 'SML',
  plural: 'sample-lines',
  label: 'text',
  fields: { text: f.text({ by: 'once' }), at: f.instant({ by: 'once', optional: true }) },
  states: ['written'],
  transitions: {},
  access: { read: any(self('createdBy'), role('auditor')), create: everyone, update: nobody },
  appendOnly: true,
})

const same = <K extends string>(names: readonly K[]): Record<K, Words> =>
  Object.fromEntries(names.map((name) => [name, [name, name]])) as unknown as Record<K, Words>
const names = { name: ['样例', 'Sample'], plural: ['样例', 'Samples'], empty: ['尚无。', 'None yet.'] } as const

const sampleWords = wordsFor(sample, {
  ...names,
  fields: same(Object.keys(sample.fields)) as never,
  states: same(sample.states),
  verbs: same(Object.keys(sample.transitions)) as never,
  choices: { level: { low: ['低', 'Low'], high: ['高', 'High'] } },
  clocks: { answer: ['应答', 'Answer'], work: ['工作', 'Work'], rest: ['休息', 'Rest'] },
})

export const sampleArea: Area = {
  code: 'samples',
  words: ['样例', 'Samples'],
  records: [
    { record: sample, words: sampleWords as RecordWords },
    {
      record: sampleLine,
      words: { ...names, fields: same(['text', 'at']), states: same(['written']), verbs: {}, choices: {} } as never,
    },
  ],
}
