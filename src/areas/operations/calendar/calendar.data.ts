import type { TradingCalendar, Words } from './calendar.rules.ts'

const hours = 'Shanghai Gold Exchange, trading hours'
const exchangeNotice = 'Bank notice on the Shanghai Gold Exchange holidays of 2026'

const newYear: Words = ['元旦', 'New Year']
const springFestival: Words = ['春节', 'Spring Festival']
const qingming: Words = ['清明节', 'Qingming Festival']
const labourDay: Words = ['劳动节', 'Labour Day']
const dragonBoat: Words = ['端午节', 'Dragon Boat Festival']
const midAutumn: Words = ['中秋节', 'Mid-Autumn Festival']
const nationalDay: Words = ['国庆节', 'National Day']

/** The holidays of 2026 as days off. */
const holidays2026 = [
  { from: '2026-01-01', to: '2026-01-03', reason: newYear },
  { from: '2026-02-15', to: '2026-02-23', reason: springFestival },
  { from: '2026-04-04', to: '2026-04-06', reason: qingming },
  { from: '2026-05-01', to: '2026-05-05', reason: labourDay },
  { from: '2026-06-19', to: '2026-06-21', reason: dragonBoat },
  { from: '2026-09-25', to: '2026-09-27', reason: midAutumn },
  { from: '2026-10-01', to: '2026-10-07', reason: nationalDay },
]

const noNightDates = ['2025-12-31', '2026-02-13', '2026-04-03', '2026-04-30', '2026-06-18', '2026-09-24', '2026-09-30']

/** The Shanghai Gold Exchange from the eve of 2026 to its end. Its sessions are stated for these dates only. */
export const goldExchange: TradingCalendar = {
  code: 'SGE',
  name: ['上海黄金交易所', 'Shanghai Gold Exchange'],
  zone: 'Asia/Shanghai',
  turnsAt: '18:00',
  sessions: [
    { code: 'night', start: '20:00', end: '02:30', auctionFrom: '19:50', evening: true, ...since2026(hours) },
    { code: 'day-am', start: '09:00', end: '11:30', evening: false, ...since2026(hours) },
    { code: 'day-pm', start: '13:30', end: '15:30', evening: false, ...since2026(hours) },
  ],
  closed: holidays2026.map((holiday) => ({ ...holiday, source: exchangeNotice })),
  noNight: noNightDates.map((date) => ({ date, source: exchangeNotice })),
  covers: { from: '2025-12-31', to: '2026-12-31' },
}

function since2026(source: string): { validFrom: string; validTo: null; source: string } {
  return { validFrom: '2025-12-31', validTo: null, source }
}
