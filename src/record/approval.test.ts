import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalStepsSchema, type Need, needed, type Seat, standingOf } from './approval.ts'

const asked = (...people: string[]): Seat[] => people.map((person) => ({ person, escalated: false }))
const also = (person: string): Seat => ({ person, escalated: true })
type Wanted = 'any' | 'all' | number
const needOf = (wanted: Wanted): Need =>
  typeof wanted === 'number' ? { need: 'quorum', count: wanted } : { need: wanted, count: null }
type Voice = { readonly vote: 'agree' | 'refuse' }
const yes: Voice = { vote: 'agree' }
const no: Voice = { vote: 'refuse' }

describe('a step of an approval', () => {
  it.each<[string, Wanted, Seat[], Voice[], string]>([
    ['any of them: the first to agree is enough', 'any', asked('a', 'b', 'c'), [yes], 'agreed'],
    ['any of them: one refusal leaves it to the others', 'any', asked('a', 'b'), [no], 'open'],
    ['any of them: refused when the last has refused', 'any', asked('a', 'b'), [no, no], 'refused'],
    ['all of them: open while one is silent', 'all', asked('a', 'b', 'c'), [yes, yes], 'open'],
    ['all of them: one refusal after one agreed ends it', 'all', asked('a', 'b', 'c'), [yes, no], 'refused'],
    ['all of them: agreed with the last', 'all', asked('a', 'b'), [yes, yes], 'agreed'],
    ['two of three: agreed by two', 2, asked('a', 'b', 'c'), [no, yes, yes], 'agreed'],
    ['two of three: refused by two', 2, asked('a', 'b', 'c'), [no, no], 'refused'],
    ['two of three: open with one of each', 2, asked('a', 'b', 'c'), [no, yes], 'open'],
    [
      'escalated: one more voice fills in for a silent one',
      'all',
      [...asked('a', 'b'), also('m')],
      [yes, yes],
      'agreed',
    ],
    ['escalated: the number wanted stays the same', 'all', [...asked('a', 'b'), also('m')], [yes], 'open'],
    ['escalated: its refusal counts as any', 'all', [...asked('a', 'b'), also('m')], [no], 'refused'],
    ['escalated: one more may agree where all others refused', 'any', [...asked('a'), also('m')], [no], 'open'],
  ])('%s', (_name, need, seats, voices, standing) => {
    expect(standingOf(needOf(need), seats, voices)).toBe(standing)
  })

  const steps = fc.record({
    n: fc.integer({ min: 1, max: 6 }),
    more: fc.integer({ min: 0, max: 3 }),
    need: fc.oneof(fc.constant('any' as const), fc.constant('all' as const), fc.integer({ min: 1, max: 6 })),
    votes: fc.array(fc.constantFrom('agree' as const, 'refuse' as const), { maxLength: 9 }),
  })
  const whole = steps
    .filter(({ n, need }) => needed(needOf(need), n) <= n)
    .map(({ n, more, need, votes }) => {
      const people = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`)
      const seats = [...asked(...people('p', n)), ...people('m', more).map(also)]
      return { need, seats, voices: votes.slice(0, seats.length).map((vote): Voice => ({ vote })) }
    })

  it('is open before anybody has spoken, and decided once everybody has', () => {
    fc.assert(
      fc.property(whole, ({ need, seats, voices }) => {
        expect(standingOf(needOf(need), seats, [])).toBe('open')
        if (voices.length === seats.length) expect(standingOf(needOf(need), seats, voices)).not.toBe('open')
      }),
    )
  })

  it('is never agreed by fewer than are needed, and stays as it was decided whoever speaks after', () => {
    fc.assert(
      fc.property(whole, ({ need, seats, voices }) => {
        const n = seats.filter(({ escalated }) => !escalated).length
        const course = voices.map((_, i) => standingOf(needOf(need), seats, voices.slice(0, i + 1)))
        const end = course.findIndex((standing) => standing !== 'open')
        if (end === -1) return
        const agreed = voices.slice(0, end + 1).filter(({ vote }) => vote === 'agree').length
        if (course[end] === 'agreed') expect(agreed).toBe(needed(needOf(need), n))
        else expect(agreed).toBeLessThan(needed(needOf(need), n))
      }),
    )
  })
})

it('a rule has steps, and a step asks somebody', () => {
  const step = { name: ['主管', 'Manager'], who: [{ is: 'role', code: 'manager' }], need: 'any' }
  const rest = { count: null, sign: false, escalateAfter: null, escalateTo: [] }
  expect(approvalStepsSchema.parse([step])).toEqual([{ ...step, ...rest }])
  for (const wrong of [[], [{ ...step, who: [] }], [{ ...step, count: 0 }], [{ ...step, need: 'most' }]])
    expect(approvalStepsSchema.safeParse(wrong).success).toBe(false)
})
