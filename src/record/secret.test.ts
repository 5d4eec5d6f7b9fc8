import { describe, expect, it } from 'vitest'
import type { PersonActor } from './actor.ts'
import { asSystem } from './actor.ts'
import { f } from './field.ts'
import { type AnyRow, defineRecord } from './record.ts'
import { any, everyone, role, self } from './rule.ts'
import { searchedFields } from './search.ts'
import { blindWrites, concealed, hiddenIn, maySift, without } from './secret.ts'

const member = defineRecord('member', {
  number: 'MEM',
  plural: 'members',
  label: 'name',
  fields: {
    name: f.text({ search: true }),
    pay: f.number({ optional: true, secret: any(self('id'), role('admin')) }),
    notes: f.prose({ optional: true, search: true, secret: role('admin') }),
    total: f.number({ by: 'system', default: 0, secret: role('admin') }),
  },
  states: ['in'],
  transitions: {},
  access: { read: everyone, create: everyone, update: everyone },
})

const li: PersonActor = {
  kind: 'person',
  id: 'li',
  name: '李',
  roles: [],
  team: null,
  department: null,
  departments: [],
  posts: [],
  grants: [],
  today: '2026-11-25',
  lang: 'zh',
  via: 'test',
}
const admin = { ...li, id: 'wang', roles: ['admin'] }
const row = { id: 'li', name: '李', pay: 9, notes: '好', total: 3 } as unknown as AnyRow

describe('a secret field', () => {
  it('is empty for whom it is kept from, in this row', () => {
    expect(concealed(member, li, row)).toEqual({ ...row, notes: null, total: null })
    expect(hiddenIn(member, { ...li, id: 'zhao' }, row)).toEqual(['pay', 'notes', 'total'])
    expect(concealed(member, admin, row)).toBe(row)
    expect(concealed(member, asSystem('notice'), row)).toBe(row)
    expect(without(member, li, row, { pay: [8, 9], notes: ['', '好'] })).toEqual({ pay: [8, 9] })
  })

  it('sorts and filters only for whom it is open everywhere, and is never searched', () => {
    expect(maySift(member, li, 'pay')).toBe(false)
    expect(maySift(member, admin, 'pay')).toBe(true)
    expect(maySift(member, li, 'name')).toBe(true)
    expect(searchedFields(member)).toEqual({ first: ['name'], rest: [] })
  })

  it('is not written blindly, and what the system gives is no write of theirs', () => {
    const told = (actor: PersonActor, before: AnyRow | null, after: AnyRow) =>
      blindWrites(member, actor, before, after).map(({ path }) => path)
    const changed = { ...row, pay: 10, notes: '坏', total: 4 } as unknown as AnyRow
    expect(told(li, row, changed)).toEqual(['notes'])
    expect(told(admin, row, changed)).toEqual([])
    expect(told(li, row, { ...row, name: '张' } as never)).toEqual([])
    expect(told({ ...li, id: 'zhao' }, null, row)).toEqual(['pay', 'notes'])
    expect(told(li, null, { id: 'x', name: '张', pay: null, notes: null, total: 0 } as never)).toEqual([])
  })
})
