import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from './actor.ts'
import {
  all,
  any,
  begun,
  chosen,
  department,
  everyone,
  fieldsOf,
  holds,
  inState,
  lasting,
  narrow,
  nobody,
  not,
  post,
  type Rule,
  role,
  self,
  team,
} from './rule.ts'

const li: PersonActor = {
  kind: 'person',
  id: 'li',
  name: '李晓峰',
  roles: ['operator'],
  lang: 'zh',
  via: 'test',
  team: 'duty',
  department: 'it',
  posts: ['p1', 'p2'],
  departments: ['it'],
  grants: [],
  today: '2026-11-25',
}
const loner: PersonActor = { ...li, id: 'loner', roles: [], team: null, department: null, posts: [], departments: [] }

describe('what a rule asks of a row', () => {
  const row = {
    id: 'r',
    createdBy: 'li',
    team: 'duty',
    department: null,
    post: 'p2',
    hands: ['x', 'li'],
    audience: 'desk',
    yesterday: '2026-11-24',
    today: '2026-11-25',
    tomorrow: '2026-11-26',
    state: 'open',
  }

  it.each<[string, Rule, boolean]>([
    ['everyone', everyone, true],
    ['nobody', nobody, false],
    ['one of several roles', role('manager', 'operator'), true],
    ['a role not held', role('manager'), false],
    ['the person in a field', self('createdBy'), true],
    ['the person among several', self('hands'), true],
    ['another person', self('team'), false],
    ['the own team', team('team'), true],
    ['a field that is empty', department('department'), false],
    ['a post that is held', post('post'), true],
    ['the state', inState('open', 'new'), true],
    ['another state', inState('closed'), false],
    ['a field that is not there', self('nothing'), false],
    ['one of the choices', chosen('audience', 'all', 'desk'), true],
    ['another choice', chosen('audience', 'all'), false],
    ['a date that has come', begun('today'), true],
    ['a date to come', begun('tomorrow'), false],
    ['a date of today lasts', lasting('today'), true],
    ['a date that is past', lasting('yesterday'), false],
    ['no date to begin', begun('department'), true],
    ['no date to end', lasting('department'), true],
    ['any', any(role('manager'), self('createdBy')), true],
    ['all', all(role('operator'), inState('closed')), false],
    ['not', not(self('createdBy')), false],
    ['not of an empty field', not(department('department')), true],
    ['any of none', any(), false],
    ['all of none', all(), true],
  ])('%s', (_name, rule, expected) => {
    expect(holds(rule, li, row)).toBe(expected)
  })

  it('lets the system pass, whatever the rule', () => {
    expect(holds(nobody, asSystem('seal'), row)).toBe(true)
  })

  it('gives nothing to whoever belongs to no team, department or post, also where the field is empty', () => {
    const empty = { team: null, department: null, post: null }
    for (const rule of [team('team'), department('department'), post('post')])
      expect(holds(rule, loner, empty)).toBe(false)
  })
})

describe('what is left once the person is known', () => {
  it('needs no look at the row where person alone decides', () => {
    expect(narrow(any(role('operator'), self('createdBy')), li)).toBe(true)
    expect(narrow(all(role('manager'), self('createdBy')), li)).toBe(false)
    expect(narrow(not(role('operator')), li)).toBe(false)
    expect(narrow(any(team('team'), post('post')), loner)).toBe(false)
  })

  it('keeps only what depends on the row', () => {
    expect(narrow(all(everyone, role('operator'), self('createdBy')), li)).toEqual({
      is: 'all',
      of: [{ is: 'field', field: 'createdBy', among: ['li'] }],
    })
  })
})

const leaf = fc.oneof(
  fc.constantFrom(everyone, nobody, role('operator'), role('manager'), inState('open'), inState('open', 'closed')),
  fc.constantFrom(self, team, department, post).chain((make) => fc.constantFrom('a', 'b', 'many').map(make)),
  fc.constantFrom(begun, lasting).chain((make) => fc.constantFrom('day', 'other').map(make)),
  fc.constantFrom(chosen('a', 'it'), chosen('b', 'li', 'other')),
)
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('rule'), { maxLength: 3 }).map((of) => any(...of)),
    fc.array(tie('rule'), { maxLength: 3 }).map((of) => all(...of)),
    tie('rule').map(not),
  ),
}))
const value = fc.constantFrom('li', 'duty', 'it', 'p1', 'other', null)
const date = fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26', null)
const anyRow = fc.record({
  day: date,
  other: date,
  a: value,
  b: value,
  many: fc.array(value),
  state: fc.constantFrom('open', 'closed'),
})

describe('the algebra of rules', () => {
  it('says the opposite of a rule by not, and of any by all', () => {
    fc.assert(
      fc.property(anyRule, anyRule, fc.constantFrom(li, loner), anyRow, (one, two, who, row) => {
        expect(holds(not(one), who, row)).toBe(!holds(one, who, row))
        expect(holds(not(any(one, two)), who, row)).toBe(holds(all(not(one), not(two)), who, row))
        expect(holds(any(one, two), who, row)).toBe(holds(one, who, row) || holds(two, who, row))
      }),
    )
  })

  it('names every field it looks at: a rule does not see changes elsewhere', () => {
    fc.assert(
      fc.property(anyRule, anyRow, anyRow, (rule, row, other) => {
        const seen = Object.fromEntries([...fieldsOf(rule), 'state'].map((name) => [name, row[name as 'a']]))
        expect(holds(rule, li, { ...other, ...seen })).toBe(holds(rule, li, row))
      }),
    )
  })
})
