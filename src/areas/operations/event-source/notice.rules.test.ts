import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { severitiesSchema } from './event-source.settings.ts'
import { asSaid, type Follow, followOf, line, type Notice, type Occurrence, severityOf } from './notice.rules.ts'

const notice = (values: Partial<Notice>): Notice => ({
  key: 'k',
  start: '2026-11-24T01:00:00.000Z',
  over: false,
  severity: 'warning',
  title: asSaid('disk'),
  note: null,
  component: null,
  at: null,
  ...values,
})
const last = (values: Partial<Occurrence> = {}): Occurrence => ({
  start: '2026-11-24T01:00:00.000Z',
  severity: 'warning',
  endedAt: null,
  ...values,
})
const ended = last({ endedAt: '2026-11-24T01:10:00.000Z' })
const later = '2026-11-24T02:00:00.000Z'
const earlier = '2026-11-24T00:00:00.000Z'

describe('what follows from a notice', () => {
  it.each<[string, Partial<Notice>, Occurrence | undefined, Follow]>([
    ['the first of it', {}, undefined, 'raise'],
    ['the same again', {}, last(), 'again'],
    ['the same, worse by now', { severity: 'critical' }, last(), 'raise'],
    ['the same, milder by now', {}, last({ severity: 'critical' }), 'again'],
    ['the same, said late, after its end', {}, ended, 'nothing'],
    ['its end', { over: true }, last(), 'resolve'],
    ['its end again', { over: true }, ended, 'nothing'],
    ['an end whose beginning was not heard', { over: true }, undefined, 'resolve'],
    ['another time, after the end of the one before', { start: later }, ended, 'raise'],
    ['another time, the end of the one before not heard', { start: later }, last(), 'anew'],
    ['the end of another time, of which nothing else was heard', { start: later, over: true }, last(), 'resolve'],
    ['an earlier time, said late', { start: earlier }, last(), 'nothing'],
    ['the end of an earlier time, said late', { start: earlier, over: true }, last(), 'nothing'],
    [
      'another time, after one that was ahead of our clock',
      { start: later },
      { ...ended, start: '2027-01-01T00:00:00.000Z' },
      'raise',
    ],
    ['what needs no hand', { severity: null }, undefined, 'nothing'],
    ['no start: it stands', { start: null }, undefined, 'raise'],
    ['no start: it is over', { start: null, over: true }, undefined, 'resolve'],
    ['no start, and no hand needed', { start: null, severity: null }, undefined, 'nothing'],
  ])('%s', (_what, values, known, follow) => expect(followOf(notice(values), known)).toBe(follow))

  it('is at most one alarm for each time, resolved once, in whatever order and however often it is said', () => {
    const said = fc.record({ start: fc.constantFrom(earlier, later), over: fc.boolean() })
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (all) => {
        let known: Occurrence | undefined
        const raised: string[] = []
        for (const one of all) {
          const follow = followOf(notice(one), known)
          if (follow === 'raise' || follow === 'anew') raised.push(one.start)
          if (follow !== 'nothing') known = last({ start: one.start, endedAt: one.over ? later : null })
        }
        expect(raised.length).toBe(new Set(raised).size)
      }),
    )
  })
})

describe('how bad it is', () => {
  const severities = severitiesSchema.parse({})
  it.each([
    ['critical', 'critical'],
    ['Disaster', 'critical'],
    [' 严重 ', 'critical'],
    ['average', 'warning'],
    [undefined, 'warning'],
    ['Info', null],
  ])('%s is %s', (said, severity) => expect(severityOf(said, severities)).toBe(severity))
})

it('makes one line of what is said, and cuts no character in two', () => {
  expect(line('  two\n lines ', 20)).toBe('two lines')
  expect(line('ab😀', 3).isWellFormed()).toBe(true)
})
