import { expect, it } from 'vitest'
import { type Candidate, matchOf } from './match.rules.ts'
import { standingOf } from './standing.rules.ts'

const here = { here: true }
const who = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id, here: true, employeeNo: id.toUpperCase(), email: `${id}@firm.example`, logins: [id] },
  ...more,
})
const entry = (login: string, employeeNo: string | null = null, mail: string | null = null) => ({
  login,
  employeeNo,
  mail,
})

it('says what an account is, and what of it no grant covers', () => {
  expect(standingOf({ person: null, rights: ['a'], granted: [] })).toEqual({
    standing: 'orphan',
    ghostOf: null,
    beyond: ['a'],
  })
  expect(standingOf({ person: { here: false }, rights: ['a'], granted: ['a'] })).toMatchObject({
    standing: 'ghost',
    ghostOf: 'left',
  })
  expect(standingOf({ person: here, rights: ['a'], granted: [] })).toMatchObject({
    standing: 'ghost',
    ghostOf: 'no-grant',
  })
  expect(standingOf({ person: here, rights: ['a', 'b'], granted: ['a'] })).toMatchObject({
    standing: 'too-much',
    beyond: ['b'],
  })
  expect(standingOf({ person: here, rights: ['a'], granted: ['a', 'b'] })).toMatchObject({
    standing: 'matched',
    beyond: [],
  })
})

it('finds whose account it is by number, then login, then mail, and guesses nobody', () => {
  const [ann, bob] = [who('ann'), who('bob')]
  expect(matchOf(entry('bob', 'ann'), [ann, bob])).toEqual({ person: 'ann', matchedBy: 'employee-no' })
  expect(matchOf(entry('BOB'), [ann, bob])).toEqual({ person: 'bob', matchedBy: 'login' })
  expect(matchOf(entry('x', null, 'ANN@firm.example'), [ann, bob])).toEqual({ person: 'ann', matchedBy: 'mail' })
  expect(matchOf(entry('x', 'E999'), [ann, bob])).toBeNull()
  const shared = { email: 'desk@firm.example' }
  const desk = entry('desk', null, 'desk@firm.example')
  expect(matchOf(desk, [who('ann', shared), who('bob', shared)])).toBeNull()
  expect(matchOf(desk, [who('ann', shared), who('bob', { ...shared, here: false })])).toMatchObject({ person: 'ann' })
  expect(matchOf(entry('bob'), [who('bob', { here: false })])).toMatchObject({ person: 'bob' })
})
