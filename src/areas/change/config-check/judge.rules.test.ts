import { describe, expect, it } from 'vitest'
import type { Expect, Item } from '../config-checklist/items.rules.ts'
import { compareFound } from './compare.rules.ts'
import { driftText, expectText, judge, outcomeOf } from './judge.rules.ts'

const item = (expected: Expect): Item => ({
  ...{ key: 'k', name: '超时', nameEn: 'Timeout', expect: expected },
  from: { is: 'program', program: 'p' },
})
const matches = (pattern: string, text: string) => new RegExp(pattern).test(text)
const judged = (expected: Expect, value: string, signed?: { found: string | null; expect: Expect }) =>
  judge(item(expected), { value }, signed, matches)

describe('one item', () => {
  it.each<[Expect, string, 'matches' | 'drift']>([
    [{ is: 'number', least: 3, most: 10 }, '3', 'matches'],
    [{ is: 'number', least: 3, most: 10 }, '10.0', 'matches'],
    [{ is: 'number', least: 3, most: 10 }, '10.1', 'drift'],
    [{ is: 'number', least: 3 }, '2', 'drift'],
    [{ is: 'number', most: 3 }, 'three', 'drift'],
    [{ is: 'number', most: 3 }, '', 'drift'],
    [{ is: 'text', value: 'on' }, 'on', 'matches'],
    [{ is: 'text', value: 'on' }, 'On', 'drift'],
    [{ is: 'pattern', pattern: '^o' }, 'off', 'matches'],
    [{ is: 'digest', sha256: 'a'.repeat(64) }, 'b'.repeat(64), 'drift'],
  ])('%o and %s: %s', (expected, value, is) => {
    expect(judged(expected, value).is).toBe(is)
  })

  it('that could not be read is unknown and says why', () => {
    expect(judge(item({ is: 'text', value: 'on' }), { note: 'timeout' }, undefined, matches)).toMatchObject({
      ...{ is: 'unknown', found: null, note: 'timeout' },
    })
  })

  it('passes by its baseline as long as the checklist asks for the same', () => {
    const expected: Expect = { is: 'text', value: 'on' }
    expect(judged(expected, 'off', { found: 'off', expect: expected })).toMatchObject({ is: 'matches', accepted: true })
    expect(judged(expected, 'half', { found: 'off', expect: expected }).is).toBe('drift')
    expect(judged(expected, 'off', { found: 'off', expect: { is: 'text', value: 'half' } }).is).toBe('drift')
  })

  it('that is held against the baseline alone wants one', () => {
    expect(judged({ is: 'baseline' }, 'x')).toMatchObject({ is: 'unknown', note: 'no baseline' })
    expect(judged({ is: 'baseline' }, 'x', { found: 'x', expect: { is: 'baseline' } }).is).toBe('matches')
    expect(judged({ is: 'baseline' }, 'y', { found: 'x', expect: { is: 'baseline' } }).is).toBe('drift')
  })
})

it('a check drifts where one item does, even where others are unknown', () => {
  const drift = judged({ is: 'text', value: 'on' }, 'off')
  const unread = judge(item({ is: 'text', value: 'on' }), { note: 'timeout' }, undefined, matches)
  expect(outcomeOf([unread, drift])).toBe('drifts')
  expect(outcomeOf([unread])).toBe('unclear')
  expect(outcomeOf([])).toBe('matches')
  expect(driftText([unread, drift])).toEqual(['超时 实为 off', 'Timeout is off'])
})

it('says what is wanted in a few signs', () => {
  expect(expectText({ is: 'number', least: 3, most: 3 })[1]).toBe('3')
  expect(expectText({ is: 'number', most: 3 })[1]).toBe('≤ 3')
  expect(expectText({ is: 'number', least: 1, most: 3 })[1]).toBe('1 – 3')
})

it('two checks beside each other: what one alone has is not called different', () => {
  const one = judged({ is: 'text', value: 'on' }, 'off')
  expect(compareFound([one], [{ ...one, found: 'on' }])).toMatchObject([{ left: 'off', right: 'on', same: false }])
  expect(compareFound([one], [])).toMatchObject([{ left: 'off', right: null, same: null }])
})
