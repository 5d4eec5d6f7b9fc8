import { describe, expect, it } from 'vitest'
import { type Entry, type Known, type Person, planSync, type Situation } from './sync.rules.ts'

const meanings = [
  { dn: 'cn=ops', role: 'operator', team: 'duty' },
  { dn: 'cn=all', role: 'business', team: null },
]
const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  login: id,
  name: id.toUpperCase(),
  mail: null,
  employeeNo: `E-${id}`,
  groups: ['cn=all'],
  ...more,
})
const somebody = (id: string, more: Partial<Person> = {}): Person => ({
  id: `p-${id}`,
  active: true,
  name: id.toUpperCase(),
  email: null,
  roles: ['business'],
  team: null,
  ...more,
})
const known = (id: string, more: Partial<Person> = {}, account: Partial<Known> = {}): Known => ({
  subject: id,
  account: `a-${id}`,
  login: id,
  disabled: false,
  person: somebody(id, more),
  ...account,
})
const plan = (situation: Partial<Situation>) =>
  planSync({
    entries: [],
    known: [],
    meanings,
    numbers: new Map(),
    matchNumbers: false,
    mostGone: 0.2,
    confirmed: undefined,
    ...situation,
  })

describe('a look into the directory', () => {
  it('takes in whoever is in a group that means something, and nobody else', () => {
    const { create } = plan({
      entries: [entry('li', { groups: ['cn=ops'] }), entry('guest', { groups: ['cn=guests'] })],
    })
    expect(create).toEqual([
      expect.objectContaining({
        employeeNo: 'E-li',
        values: { name: 'LI', email: null, roles: ['operator'], team: 'duty' },
      }),
    ])
  })

  it('gives and takes the roles that groups mean, and leaves those given by hand alone', () => {
    const { change } = plan({
      entries: [entry('li', { groups: ['cn=ops'] })],
      known: [known('li', { roles: ['business', 'manager'] })],
    })
    expect(change).toEqual([
      { person: 'p-li', values: { name: 'LI', email: null, roles: ['manager', 'operator'], team: 'duty' } },
    ])
    const out = plan({
      entries: [entry('li', { groups: [] })],
      known: [known('li', { roles: ['operator'], team: 'duty' })],
    })
    expect(out.change[0]?.values).toMatchObject({ roles: [], team: null })
    const kept = plan({ entries: [entry('li')], known: [known('li', { team: 'by-hand' })] })
    expect(kept.change).toEqual([])
  })

  it('knows people by the directory’s id: another login is the same person, the same login another', () => {
    const renamed = plan({
      entries: [entry('1', { login: 'li.new', name: '1' })],
      known: [known('1', {}, { login: 'li' })],
    })
    expect(renamed.rename).toEqual([{ account: 'a-1', person: 'p-1', from: 'li', to: 'li.new' }])
    expect(renamed.create).toEqual([])
    const reused = plan({ entries: [entry('2', { login: 'li' })], known: [known('1', {}, { login: 'li' })] })
    expect(reused.create).toHaveLength(1)
    expect(reused.gone).toEqual(['p-1'])
  })

  it('links by employee number only when told to, and else asks for a hand', () => {
    const numbers = new Map([['E-li', somebody('old')]])
    expect(plan({ entries: [entry('li')], numbers })).toMatchObject({
      create: [],
      link: [],
      clashes: [{ login: 'li', why: 'employee-no-taken' }],
    })
    expect(plan({ entries: [entry('li')], numbers, matchNumbers: true }).link).toMatchObject([{ person: 'p-old' }])
    // A login is no employee number, whatever it looks like.
    const byLogin = new Map([['li', somebody('old')]])
    const none = entry('li', { employeeNo: null })
    expect(plan({ entries: [none], numbers: byLogin, matchNumbers: true }).link).toEqual([])
  })

  it('does not bring back whoever has left, and opens the account of whoever has returned', () => {
    expect(plan({ entries: [entry('li')], known: [known('li', { active: false })] })).toMatchObject({
      change: [],
      gone: [],
      clashes: [{ login: 'li', why: 'left' }],
    })
    const back = plan({ entries: [entry('li')], known: [known('li', {}, { disabled: true })] })
    expect(back.enable).toEqual([{ account: 'a-li', person: 'p-li', login: 'li' }])
  })

  it('stops where more would go than the share allows, unless just so many were confirmed', () => {
    const people = Array.from({ length: 10 }, (_, i) => known(`p${i}`))
    const without = (count: number, confirmed?: number) =>
      plan({ known: people, entries: people.slice(count).map(({ subject }) => entry(subject)), confirmed })
    expect(without(2)).toMatchObject({ stopped: false, gone: ['p-p0', 'p-p1'] })
    expect(without(3).stopped).toBe(true)
    expect(without(3, 3).stopped).toBe(false)
    expect(without(4, 3).stopped).toBe(true)
    expect(without(10).stopped).toBe(true)
  })

  it('lets one go in a small firm, and nobody where the directory is empty', () => {
    const [li, wang] = [known('li'), known('wang')]
    expect(plan({ known: [li, wang], entries: [entry('li')] })).toMatchObject({ stopped: false, gone: ['p-wang'] })
    expect(plan({ known: [li], entries: [] }).stopped).toBe(true)
    expect(plan({ known: [], entries: [] }).stopped).toBe(false)
  })
})
