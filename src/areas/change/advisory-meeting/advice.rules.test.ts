import { expect, it } from 'vitest'
import { inOrder, isInFavour, wantsAdvice } from './advice.rules.ts'

it('wants advice for normal changes from a risk on, and for no others', () => {
  expect(wantsAdvice('normal', 'high', 'high')).toBe(true)
  expect(wantsAdvice('normal', 'medium', 'high')).toBe(false)
  expect(wantsAdvice('normal', 'low', 'low')).toBe(true)
  expect(wantsAdvice('normal', 'high', 'never')).toBe(false)
  expect(wantsAdvice('normal', null, 'low')).toBe(false)
  expect(wantsAdvice('standard', 'high', 'low')).toBe(false)
  expect(wantsAdvice('emergency', 'high', 'low')).toBe(false)
})

it('is in favour where it approves, with or without conditions', () =>
  expect([null, 'approve', 'conditions', 'not-yet', 'reject'].map((one) => isInFavour(one as 'approve'))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]))

it('looks first at what was done already, then at what is riskiest, then at what is nearest', () => {
  const one = (number: string, more: object) => ({
    ...{ number, kind: 'normal' as const, risk: 'low' as const, plannedStart: null },
    ...more,
  })
  const some = [
    one('1', { plannedStart: '2026-12-02' }),
    one('2', { plannedStart: '2026-12-01' }),
    one('3', { risk: 'high' }),
    one('4', { kind: 'emergency' }),
    one('6', {}),
    one('5', {}),
  ]
  expect(some.sort(inOrder).map(({ number }) => number)).toEqual(['4', '3', '2', '1', '5', '6'])
})
