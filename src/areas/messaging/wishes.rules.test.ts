import { describe, expect, it } from 'vitest'
import { mustBeDay } from '../../record/time.ts'
import { zoneClock } from '../../record/zone.ts'
import { dueOf, usualWishes, type Wishes } from './wishes.rules.ts'

const shanghai = zoneClock('Asia/Shanghai', mustBeDay('2026-01-01'), mustBeDay('2026-12-31'))
const due = (wishes: Partial<Wishes>, now: string, urgent = false) =>
  dueOf({ ...usualWishes, ...wishes }, 'assigned', urgent, now, shanghai)
const when = (assigned: 'now' | 'digest' | 'never') => ({ when: { ...usualWishes.when, assigned } })

describe('quiet hours past midnight', () => {
  const quiet = { quiet: { from: '22:00', to: '07:30' } }
  it.each([
    ['21:59 the evening before', '2026-11-24T13:59:59.000Z', '2026-11-24T13:59:59.000Z'],
    ['22:00', '2026-11-24T14:00:00.000Z', '2026-11-24T23:30:00.000Z'],
    ['03:00', '2026-11-24T19:00:00.000Z', '2026-11-24T23:30:00.000Z'],
    ['07:30', '2026-11-24T23:30:00.000Z', '2026-11-24T23:30:00.000Z'],
  ])('at %s', (_, now, at) => expect(due(quiet, now)).toBe(at))

  it('do not hold up what is urgent, nor what nobody wants', () => {
    expect(due(quiet, '2026-11-24T19:00:00.000Z', true)).toBe('2026-11-24T19:00:00.000Z')
    expect(due({ ...quiet, ...when('never') }, '2026-11-24T19:00:00.000Z')).toBeNull()
  })
})

it('quiet hours within a day, and of no length', () => {
  const noon = { quiet: { from: '11:30', to: '13:30' } }
  expect(due(noon, '2026-11-24T04:00:00.000Z')).toBe('2026-11-24T05:30:00.000Z')
  expect(due(noon, '2026-11-24T06:00:00.000Z')).toBe('2026-11-24T06:00:00.000Z')
  expect(due({ quiet: { from: '08:00', to: '08:00' } }, '2026-11-24T00:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z')
})

it('a digest goes at its time of day, and after quiet hours that cover it', () => {
  const digest = { ...when('digest'), digestAt: '08:30' }
  expect(due(digest, '2026-11-24T00:29:00.000Z')).toBe('2026-11-24T00:30:00.000Z')
  expect(due(digest, '2026-11-24T00:31:00.000Z')).toBe('2026-11-25T00:30:00.000Z')
  expect(due({ ...digest, quiet: { from: '20:00', to: '09:00' } }, '2026-11-24T01:00:00.000Z')).toBe(
    '2026-11-25T01:00:00.000Z',
  )
})

it('where the clocks change, quiet hours end by the wall', () => {
  const berlin = zoneClock('Europe/Berlin', mustBeDay('2026-01-01'), mustBeDay('2026-12-31'))
  const wishes = { ...usualWishes, quiet: { from: '22:00', to: '07:00' } }
  expect(dueOf(wishes, 'rule', false, '2026-10-24T21:00:00.000Z', berlin)).toBe('2026-10-25T06:00:00.000Z')
})
