import '../../server/tables.ts'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { instantAt, mustBeDay } from '../../../../record/time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import { componentGraph, downstream, tradingHours, upstream } from '../../../operations/operations.api.ts'
import { staff } from '../../parties.rules.ts'
import { freezeShape } from '../../server/shapes.ts'
import { change } from '../change.record.ts'
import { kinds, risks } from '../plan.rules.ts'
import { commonOf } from '../window.rules.ts'
import { freezesByHand, holidayFreezes, sessionsFrozen } from './around.ts'

const mostDays = 62
/** A window is looked for so many days before the first. */
const longest = 31
/** Shown at most. */
const most = 500

/** What is planned and was done from one date to another, with what is frozen and what is in each other's way. */
export const changeCalendar = query({
  path: '/api/change-calendar',
  allow: staff,
  summary:
    'Changes by their windows, freezes of the trading calendar and by hand, trading days, and which changes clash',
  input: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  output: z.object({
    changes: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        kind: z.enum(kinds),
        risk: z.enum(risks).nullable(),
        state: z.enum(change.states),
        from: z.iso.datetime(),
        to: z.iso.datetime(),
        /** Numbers of the changes that are in its way. */
        clashes: z.array(z.string()),
      }),
    ),
    /** Null where the trading calendar does not reach. */
    sessions: z.array(freezeShape).nullable(),
    freezes: z.array(freezeShape),
    tradingDays: z.array(z.iso.date()),
  }),
  async run({ db, engine, person }, { from, to }) {
    const [first, last] = [mustBeDay(from), mustBeDay(to)]
    if (last < first || last - first >= mostDays)
      throw invalid([fault('to', 'span', `最多 ${mostDays} 天。`, `${mostDays} days at most.`)])
    const clock = zoneClock(engine.zone, first, last)
    const midnight = (day: number) => instantAt(clock.msAt(day, 0))
    const span = { from: midnight(first), to: midnight(last + 1) }
    const rows = await db
      .selectFrom('change')
      .select(['id', 'number', 'title', 'kind', 'risk', 'state', 'components', 'plannedStart', 'plannedEnd'])
      .select(['startedAt', 'endedAt'])
      .where((is) =>
        is.or([
          is.and([is('plannedStart', '<', span.to), is('plannedStart', '>=', midnight(first - longest))]),
          is.and([is('startedAt', '<', span.to), is('startedAt', '>=', span.from)]),
        ]),
      )
      .where('state', 'not in', ['rejected', 'withdrawn'])
      .where(condition(change, change.access.read, person))
      .orderBy('id')
      .limit(most)
      .execute()
    const placed = rows.flatMap((row) => {
      const begins = row.plannedStart ?? row.startedAt
      const ends = row.plannedEnd ?? row.endedAt ?? (begins && instantAt(Date.parse(begins) + 3_600_000))
      return begins && ends && begins < span.to && ends > span.from ? [{ ...row, from: begins, to: ends }] : []
    })
    const graph = await componentGraph(db)
    const reach = (id: string) => new Set([...upstream(graph, id).keys(), ...downstream(graph, id).keys()])
    const open = placed.filter(({ state }) => !['closed', 'rolled-back', 'verified'].includes(state))
    const hours = await tradingHours(db)
    const days = hours?.daySpans(from, to)
    return {
      changes: placed.map((one) => ({
        ...one,
        clashes: open.includes(one) ? open.flatMap((other) => (commonOf(one, other, reach) ? [other.number] : [])) : [],
      })),
      sessions: await sessionsFrozen(db, engine.settings, span),
      freezes: [...(await freezesByHand(db, span)), ...(await holidayFreezes(db, engine.settings, span))],
      tradingDays: days && days !== 'unknown' ? days.map(({ date }) => date) : [],
    }
  },
})
