import { describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from './actor.ts'
import { f } from './field.ts'
import { canDo, inputOf, leaves, missing, otherThan } from './lifecycle.ts'
import { fault } from './problem.ts'
import { type AnyRow, defineRecord, type Transition } from './record.ts'
import { everyone, nobody, role, self } from './rule.ts'

const early = fault('', 'too-early', '还不到时间。', 'It is too early.')

const door = defineRecord('door', {
  number: 'DOR',
  plural: 'doors',
  label: 'name',
  fields: { name: f.text(), reason: f.prose({ optional: true }), keys: f.links('door'), keeper: f.text() },
  states: ['open', 'shut', 'locked'],
  transitions: {
    shut: { from: 'open', to: 'shut', allow: everyone },
    lock: { from: ['open', 'shut'], to: 'locked', allow: role('keeper'), requires: ['reason', 'keys'] },
    open: { from: 'shut', to: 'open', allow: everyone, guard: (_row, { now }) => (now < '2026' ? [early] : []) },
    check: {
      from: 'shut',
      to: 'shut',
      allow: everyone,
      accepts: ['name'],
      guard: (row, moment) => otherThan(['须由另一人。', 'By another.'], 'keeper')(row as never, moment),
    },
    drop: { from: 'locked', to: 'open', allow: nobody },
  },
  access: { read: everyone, create: everyone, update: self('keeper') },
})

const li: PersonActor = {
  kind: 'person',
  id: 'li',
  name: '李',
  roles: ['keeper'],
  lang: 'zh',
  via: 'test',
  team: null,
  department: null,
  posts: [],
  departments: [],
  grants: [],
  today: '2026-11-25',
}
const wang = { ...li, id: 'wang', roles: [] }
const row = (state: string): AnyRow =>
  ({ id: '1', number: 'DOR-1', state, version: 1, name: 'D', reason: null, keys: [], keeper: 'li' }) as never
const at = (actor: PersonActor, now = '2026-11-25') => ({ actor, now })

describe('what a person may do with a row', () => {
  it('offers only what leaves its state and is some person’s to do, and update', () => {
    expect(Object.keys(canDo(door, row('open'), at(li)))).toEqual(['shut', 'lock', 'update'])
    expect(Object.keys(canDo(door, row('locked'), at(li)))).toEqual(['update'])
  })

  it('says why not: by role, by guard, by who did it before', () => {
    expect(canDo(door, row('open'), at(wang))['lock']).toMatchObject({ code: 'not-allowed' })
    expect(canDo(door, row('open'), at(wang))['update']).toMatchObject({ code: 'not-allowed' })
    expect(canDo(door, row('shut'), at(li, '2025-12-31'))['open']).toEqual({ code: 'too-early', text: early.text })
    expect(canDo(door, row('shut'), at(li))).toMatchObject({ open: true, check: { code: 'same-person' } })
    expect(canDo(door, row('shut'), at(wang))).toMatchObject({ check: true })
  })

  it('offers a verb whose fields are still empty: its form asks for them', () => {
    expect(canDo(door, row('open'), at(li))['lock']).toBe(true)
    expect(inputOf(door, 'lock')).toEqual(['reason', 'keys'])
    expect(inputOf(door, 'check')).toEqual(['name'])
    expect(inputOf(door, 'no such verb')).toEqual([])
  })

  it('does not offer a change of what nobody changes', () => {
    expect(canDo({ ...door, appendOnly: true }, row('open'), at(li))).not.toHaveProperty('update')
  })
})

describe('what a verb still wants', () => {
  const lock = door.transitions.lock as unknown as Transition
  it('is every required field that is empty, also an empty list', () => {
    expect(missing(lock, row('open')).map((one) => [one.path, one.code])).toEqual([
      ['reason', 'required'],
      ['keys', 'required'],
    ])
    expect(missing(lock, { ...row('open'), reason: '夜间', keys: ['k'] } as never)).toEqual([])
  })

  it('is nothing for verbs that require nothing', () => {
    expect(missing(door.transitions.shut as unknown as Transition, row('open'))).toEqual([])
    expect(leaves(lock, 'shut')).toBe(true)
    expect(leaves(lock, 'locked')).toBe(false)
  })
})

it('does not take the system for one of two persons', () => {
  const guard = otherThan(['须由另一人。', 'By another.'], 'keeper')
  expect(guard({ ...row('shut'), keeper: null } as never, { actor: asSystem('clock') })).toEqual([])
})
