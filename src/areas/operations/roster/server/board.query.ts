import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import { dateOf, instantAt, msOf, mustBeDay } from '../../../../record/time.ts'
import { isTradingDate, nextTradingDate } from '../../calendar/calendar.rules.ts'
import { nightsOf } from '../rest.rules.ts'
import { roster } from '../roster.record.ts'
import { isFit } from '../shape.rules.ts'
import { slotsOf } from '../slots.rules.ts'
import { findingsOf, layOut } from './ground.ts'
import { tell, toldFinding } from './told.ts'

const named = { id: z.string(), name: z.string(), nameEn: z.string().nullable() }

/** All that a roster's screen shows. */
export const rosterBoard = query({
  path: '/api/rosters/:id/board',
  allow: everyone,
  summary: 'A roster as it is drawn: people, days, duties, leave, and what the proof finds now',
  input: z.object({ id: z.string() }),
  output: z.object({
    /** With the patterns whose shift begins on each. */
    days: z.array(z.object({ date: z.string(), trades: z.boolean().nullable(), patterns: z.array(z.string()) })),
    patterns: z.array(
      z.object({
        ...named,
        mark: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        positions: z.array(z.string()),
      }),
    ),
    positions: z.array(z.object({ ...named, part: z.string() })),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        hours: z.number(),
        nights: z.int(),
        /** Positions at which they may stand. */
        fit: z.array(z.string()),
      }),
    ),
    duties: z.array(
      z.object({
        ...{ id: z.string(), person: z.string(), position: z.string(), pattern: z.string().nullable() },
        ...{ date: z.string(), from: z.string(), to: z.string(), state: z.string(), fixed: z.boolean() },
      }),
    ),
    away: z.array(z.object({ person: z.string(), from: z.string(), to: z.string() })),
    findings: z.array(toldFinding),
  }),
  async run({ db, person, engine }, { id }) {
    const row = (await readItem(db, roster, person, id)) as unknown as Parameters<typeof drawn>[1]
    return drawn(await layOut(engine.db, { ...row, roster: row }), row)
  },
})

type Laid = Awaited<ReturnType<typeof layOut>>

function drawn(laid: Laid, row: { id: string; startsOn: string; endsOn: string; people: string[] } & Laid['limits']) {
  const own = laid.watches.filter((one) => one.roster === row.id)
  const held = slotsOf(row, laid.patterns, laid.positions, laid.calendar, laid.wall)
  const planned = new Set([...row.people, ...own.map(({ person }) => person)])
  const { calendar } = laid
  return {
    days: datesOf(row).map((date) => {
      const trades = calendar === null ? 'unknown' : isTradingDate(calendar, date)
      const patterns = [...new Set(held.filter((one) => one.date === date).map(({ pattern }) => pattern))]
      return { date, trades: trades === 'unknown' ? null : trades, patterns }
    }),
    patterns: laid.patterns.map((one) => ({ ...one, positions: [...one.positions] })),
    positions: [...laid.positions],
    people: laid.people
      .filter(({ id }) => row.people.length === 0 || planned.has(id))
      .map((one) => {
        const duties = own.filter(({ person }) => person === one.id)
        return {
          ...{ id: one.id, name: one.name },
          hours: duties.reduce((sum, { from, to }) => sum + (to - from) / 3_600_000, 0),
          nights: duties.filter((span) => nightsOf(span, laid.wall).length > 0).length,
          fit: laid.positions.filter((position) => isFit(one, position)).map(({ id }) => id),
        }
      }),
    duties: own.map(({ from, to, roster: _roster, ...one }) => ({ ...one, from: instantAt(from), to: instantAt(to) })),
    away: laid.away.map(({ person, from, to }) => ({ person, from: instantAt(from), to: instantAt(to) })),
    findings: tell(laid, findingsOf(laid)),
  }
}

const datesOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string[] =>
  Array.from({ length: mustBeDay(endsOn) - mustBeDay(startsOn) + 1 }, (_, n) => dateOf(mustBeDay(startsOn) + n))

/** The proof of the coming trading days, from this instant on, by what is published. */
export const dutyProof = query({
  path: '/api/duty/proof',
  allow: everyone,
  summary:
    'What the coming trading days lack by the rosters in force: every hole and overlap from now on, to the minute',
  input: z.object({ days: z.coerce.number().int().min(1).max(60).default(5) }),
  output: z.object({ from: z.string(), through: z.string().nullable(), findings: z.array(toldFinding) }),
  async run({ db, now, engine }, { days }) {
    const today = engine.tradingDay(now)
    const { calendar } = await layOut(db, { startsOn: now.slice(0, 10), endsOn: now.slice(0, 10) })
    let through: string | null = today
    for (let n = 1; n < days && calendar !== null && through !== null; n++) {
      const next = nextTradingDate(calendar, through)
      if (next === 'unknown') break
      through = next
    }
    if (through === null) return { from: now, through, findings: [] }
    const laid = await layOut(db, { startsOn: dateOf(mustBeDay(now.slice(0, 10)) - 1), endsOn: through })
    const ahead = laid.needed.filter((one) => one.to > msOf(now) && one.tradingDay <= (through as string))
    const needed = ahead.map((one) => ({ ...one, from: Math.max(one.from, msOf(now)) }))
    const findings = findingsOf({ ...laid, needed }).filter(({ to }) => to > msOf(now))
    return { from: now, through, findings: tell(laid, findings) }
  },
})
