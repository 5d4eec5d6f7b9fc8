import { expect, test } from 'vitest'
import { goldExchange } from './calendar.data.ts'
import { checkCalendar, isTradingDate, type SessionRule, type TradingCalendar } from './calendar.rules.ts'

const [night, morning, afternoon] = goldExchange.sessions as [SessionRule, SessionRule, SessionRule]
const holiday = goldExchange.closed[0]!
const eve = goldExchange.noNight[0]!

test('the gold exchange has no fault', () => {
  expect(checkCalendar(goldExchange)).toEqual([])
})

test.each<[string, Partial<TradingCalendar>, string[]]>([
  ['no zone of that name', { zone: 'Asia/Nowhere' }, ['zone']],
  ['a bare offset for a zone', { zone: '+08:00' }, ['zone']],
  ['a day that turns at no time', { turnsAt: '24:00' }, ['turnsAt']],
  ['no name', { code: ' ', name: ['', 'Gold'] }, ['code', 'name.0']],
  ['coverage reversed', { covers: { from: '2026-12-31', to: '2026-01-01' }, closed: [], noNight: [] }, ['covers.to']],
  ['coverage that is no date', { covers: { from: '2026-02-30', to: '2026-12-31' } }, ['covers.from']],
  ['coverage of a thousand years', { covers: { from: '2025-12-31', to: '3026-01-01' } }, ['covers.to']],
  ['no session at all', { sessions: [] }, ['sessions']],
  ['closed all year', { closed: [{ ...holiday, from: '2025-12-31', to: '2026-12-31' }], noNight: [] }, ['covers']],
  ['weekends only', { covers: { from: '2026-11-21', to: '2026-11-22' }, closed: [], noNight: [] }, ['covers']],
  ['sessions that began too late', { sessions: sessions({ validFrom: '2026-01-06' }) }, ['sessions']],
  ['a closed range reversed', { closed: [{ ...holiday, from: '2026-01-03', to: '2026-01-01' }] }, ['closed.0.to']],
  [
    'a closed range that is no date',
    { closed: [{ ...holiday, from: '2026-1-1', to: '' }] },
    ['closed.0.from', 'closed.0.to'],
  ],
  [
    'a closed range of another year',
    { closed: [{ ...holiday, from: '2062-01-01', to: '2062-01-03' }] },
    ['closed.0.from'],
  ],
  [
    'a holiday without reason or source',
    { closed: [{ ...holiday, reason: ['元旦', ''], source: '' }] },
    ['closed.0.reason.1', 'closed.0.source'],
  ],
  ['an evening off on a Saturday', { noNight: [{ ...eve, date: '2026-11-21' }] }, ['noNight.0.date']],
  ['an evening off on a holiday', { noNight: [eve, { ...eve, date: '2026-10-01' }] }, ['noNight.1.date']],
  ['an evening off outside the data', { noNight: [{ ...eve, date: '2027-01-04' }] }, ['noNight.0.date']],
  [
    'an evening off on no date',
    { noNight: [{ date: '2026-09-31', source: '' }] },
    ['noNight.0.source', 'noNight.0.date'],
  ],
])('refused: %s', (_, change, paths) => {
  expect(faultPaths({ ...goldExchange, ...change })).toEqual(paths)
})

test.each<[string, SessionRule[], string[]]>([
  ['a time that is none', [night, { ...morning, start: '9:00', end: '25:00' }], ['sessions.1.start', 'sessions.1.end']],
  ['a session with no minute', [night, { ...morning, end: '09:00' }], ['sessions.1.end']],
  ['a day session past midnight', [{ ...morning, end: '08:00' }], ['sessions.0.end']],
  ['a day session past the turn', [{ ...afternoon, end: '18:01' }], ['sessions.0.end']],
  ['an evening before the turn', [{ ...night, start: '17:59', auctionFrom: '17:58' }, morning], ['sessions.0.start']],
  ['an evening after midnight', [{ ...night, start: '00:30', auctionFrom: '00:20' }, morning], ['sessions.0.start']],
  ['an evening past the next turn', [{ ...night, end: '18:01' }], ['sessions.0.end']],
  ['a night into the morning', [{ ...night, end: '09:01' }, morning], ['sessions.1.start']],
  [
    'the last night under an old rule into the first morning under a new one',
    [{ ...night, validTo: '2026-06-30' }, afternoon, { ...morning, start: '02:00', validFrom: '2026-07-01' }],
    ['sessions.2.start'],
  ],
  ['an auction after the bell', [{ ...night, auctionFrom: '20:00' }, morning], ['sessions.0.auctionFrom']],
  ['an auction at no time', [{ ...night, auctionFrom: 'early' }, morning], ['sessions.0.auctionFrom']],
  ['an auction in another session', [morning, { ...afternoon, auctionFrom: '11:29' }], ['sessions.1.start']],
  ['sessions that overlap', [morning, { ...afternoon, start: '11:29' }], ['sessions.1.start']],
  ['one code for two sessions', [morning, { ...afternoon, code: 'day-am' }], ['sessions.1.code']],
  [
    'one code for an evening and, from the day after, a morning',
    [{ ...night, validTo: '2026-06-30' }, afternoon, { ...morning, code: 'night', validFrom: '2026-07-01' }],
    ['sessions.2.code'],
  ],
  ['no code, no source', [{ ...morning, code: '', source: '' }], ['sessions.0.code', 'sessions.0.source']],
  [
    'validity reversed',
    [morning, { ...afternoon, validFrom: '2026-02-01', validTo: '2026-01-31' }],
    ['sessions.1.validTo'],
  ],
  ['validity of no date', [morning, { ...afternoon, validFrom: 'now' }], ['sessions.1.validFrom']],
])('refused: %s', (_, rules, paths) => {
  expect(faultPaths({ ...goldExchange, sessions: rules })).toEqual(paths)
})

test.each<[string, SessionRule[]]>([
  ['sessions that touch', [morning, { ...afternoon, start: '11:30' }]],
  ['a night that ends as the morning opens', [{ ...night, end: '09:00' }, morning]],
  [
    'one code under an old rule and a new one',
    [
      { ...morning, validTo: '2026-06-30' },
      { ...morning, start: '08:30', validFrom: '2026-07-01' },
    ],
  ],
  ['an evening that ends before midnight', [{ ...night, end: '23:30' }, morning]],
])('allowed: %s', (_, rules) => {
  expect(checkCalendar({ ...goldExchange, sessions: rules })).toEqual([])
})

test('says everything at once, in both languages', () => {
  const faults = checkCalendar({
    ...goldExchange,
    zone: '',
    sessions: [
      { ...night, start: '8pm' },
      { ...morning, end: '09:00' },
      { ...afternoon, source: '' },
    ],
    closed: [{ ...holiday, from: '2026-01-04' }],
  })
  expect(faults.map((fault) => fault.path)).toEqual([
    'zone',
    'sessions.0.start',
    'sessions.1.end',
    'sessions.2.source',
    'closed.0.to',
  ])
  for (const { message } of faults) {
    expect(message[0]).toMatch(/\p{Script=Han}/u)
    expect(message[1]).toMatch(/^[A-Z]/)
  }
})

test('a faulty calendar is never asked', () => {
  expect(() => isTradingDate({ ...goldExchange, sessions: [] }, '2026-11-20')).toThrow(/At least one session/)
})

function sessions(change: Partial<SessionRule>): SessionRule[] {
  return goldExchange.sessions.map((rule) => ({ ...rule, ...change }))
}

function faultPaths(cal: TradingCalendar): string[] {
  return checkCalendar(cal).map((fault) => fault.path)
}
