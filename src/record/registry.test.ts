import { describe, expect, it } from 'vitest'
import { f } from './field.ts'
import { type AnyRecord, defineRecord } from './record.ts'
import { type Area, buildRegistry } from './registry.ts'
import { all, everyone, inState, not, role, self } from './rule.ts'

const base = defineRecord('ticket', {
  number: 'TCK',
  plural: 'tickets',
  label: 'title',
  fields: { title: f.text(), owner: f.link('ticket', { optional: true }), watchers: f.links('ticket') },
  states: ['new', 'done'],
  transitions: { finish: { from: 'new', to: 'done', allow: self('owner') } },
  access: { read: everyone, create: role('desk'), update: self('watchers') },
})

const areaOf = (...records: AnyRecord[]): Area => ({
  code: 'a',
  words: ['区', 'Area'],
  records: records.map((record) => ({ record, words: {} as never })),
})
const build =
  (...records: AnyRecord[]) =>
  () =>
    buildRegistry([areaOf(...records)])
const verb = { from: 'new', to: 'done', allow: everyone }

it('holds what hangs together, and finds it by name', () => {
  const registry = build(base)()
  expect(registry.get('ticket').record).toBe(base)
  expect(() => registry.get('tickets')).toThrow('No record is called tickets')
})

describe('a wrong declaration does not start, and is named', () => {
  it.each<[string, Partial<AnyRecord>, string]>([
    ['no state', { states: [], transitions: {} }, 'has no state'],
    ['a label that is no field', { label: 'name' }, 'its label name is not a field'],
    ['a field every record has', { fields: { ...base.fields, version: f.number() } }, "version is every record's own"],
    [
      'a link to nothing',
      { fields: { ...base.fields, host: f.link('host') } },
      'host links to host, which is no record',
    ],
    ['a verb from no state', { transitions: { finish: { ...verb, from: ['new', 'old'] } } }, 'names the state old'],
    ['a verb to no state', { transitions: { finish: verb, close: { ...verb, to: 'closed' } } }, 'the state closed'],
    ['a verb asking for no field', { transitions: { finish: { ...verb, requires: ['why'] } } }, 'asks for why'],
    ['a verb accepting no field', { transitions: { finish: { ...verb, accepts: ['note'] } } }, 'asks for note'],
    ['a rule on no field', { access: { ...base.access, read: not(self('boss')) } }, 'looks at boss, which is no field'],
    [
      'a rule on what is no link',
      { access: { ...base.access, read: self('title') } },
      'looks at title, which holds no',
    ],
    ['a rule on no state', { access: { ...base.access, update: all(inState('old')) } }, 'names the state old'],
    ['a state nothing leads to', { states: ['new', 'done', 'lost'] }, 'nothing leads to lost'],
    ['a verb called as what is no verb', { transitions: { finish: verb, update: verb } }, 'update is taken'],
    ['a verb at the address of comments', { transitions: { finish: verb, comments: verb } }, 'comments is taken'],
    ['a beginning that is no choice', { beginsAs: 'title' }, 'begins as title, which is no choice'],
    ['verbs of what is append only', { appendOnly: true }, 'is append only and yet has verbs'],
  ])('%s', (_name, wrong, text) => {
    expect(build({ ...base, ...wrong } as AnyRecord)).toThrow(text)
  })

  it('once for each name, address and prefix that two records share', () => {
    expect(build(base, base)).toThrow(/name ticket is declared twice\nplural tickets .*\nnumber TCK/)
  })

  it('with all its faults at once', () => {
    expect(build({ ...base, label: 'x', states: ['new', 'done', 'lost'] } as AnyRecord)).toThrow(/label x[\s\S]*lost/)
  })
})
