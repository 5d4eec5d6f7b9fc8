import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { Field } from '../../../../record/field.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { instantAt, mustBeDay } from '../../../../record/time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import { tradingHours } from '../../../operations/operations.api.ts'
import { aspectsOf, kindNames, kinds, trendReaders } from '../kinds.rules.ts'
import { trendsShape } from '../shape.rules.ts'
import { aspects, barsOf, type Day, plainDays, steps, usualFrom } from '../trend.rules.ts'
import { type Asked, backlogBefore, cameIn, firstOf, openNow, ratedIn, settledIn, tookIn } from './count.ts'

const mostDays = 1_100
const filter = z.string().min(1).max(4_000).optional()

/** How much comes in and goes out, how old it grows, how soon it is answered and how it is rated: each figure of tickets counts what its list shows. */
export const trends = query({
  path: '/api/trends',
  allow: trendReaders,
  summary:
    'Tickets in and out, backlog, ageing, clocks kept, reopened: by trading day, week or month, and by one aspect.',
  input: z.strictObject({
    kind: z.enum(kindNames).default('incident'),
    step: z.enum(steps).default('day'),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    of: z.enum(aspects).default('priority'),
    service: filter,
    team: filter,
    assignee: filter,
    component: filter,
    priority: filter,
  }),
  output: trendsShape.extend({ refs: refsSchema }),
  async run(at, { kind: name, step, from: wanted, to: last, of, ...given }) {
    const kind = kinds[name]
    const to = last ?? at.engine.tradingDay(at.now) ?? at.person.today
    const from = wanted ?? usualFrom(to, step)
    const [{ days, trading }, first] = await Promise.all([daysBetween(at, from, to), firstOf({ at, kind })])
    const asked: Asked = {
      at,
      kind,
      bars: barsOf(days, step).filter((bar) => first === null || bar.to > first),
      filters: Object.fromEntries(aspectsOf(kind.record).flatMap((one) => (given[one] ? [[one, given[one]]] : []))),
      part: aspectsOf(kind.record).includes(of) ? of : 'priority',
    }
    const [came, took, settled, rated, before, open] = await Promise.all([
      cameIn(asked),
      tookIn(asked),
      settledIn(asked),
      ratedIn(asked),
      backlogBefore(asked),
      openNow(asked),
    ])
    let backlog = before
    const bars = asked.bars.map((bar, n) => {
      const more = { ...came.bar(n), ...rated.bar(n), out: settled.bar(n) }
      backlog += more.in - more.out
      return { ...more, backlog, name: bar.name, from: instantAt(bar.from), to: instantAt(bar.to) }
    })
    const values = [...new Set([...came.parts, ...settled.parts, ...open.parts])]
    const parts = values
      .map((value) => ({
        value,
        ...came.part(value),
        ...took.part(value),
        ...rated.part(value),
        out: settled.part(value),
        open: open.part(value),
      }))
      .sort((a, b) => b.in - a.in || b.open - a.open)
    const whole = { ...came.whole, ...took.whole, ...rated.whole, out: settled.whole, open: open.whole }
    return { from, to, trading, bars, whole, parts, ages: open.ages, refs: await names(asked, values) }
  },
})

async function daysBetween(at: Reading, from: string, to: string): Promise<{ days: Day[]; trading: boolean }> {
  const [first, last] = [mustBeDay(from), mustBeDay(to)]
  if (first > last || last - first > mostDays)
    throw invalid([
      fault(
        'from',
        'out-of-range',
        '起止日期须先后有序,且不超过三年。',
        'From must not be after to, nor three years before it.',
      ),
    ])
  const known = (await tradingHours(at.db))?.daySpans(from, to)
  if (known && known !== 'unknown') return { days: known, trading: true }
  const clock = zoneClock(at.engine.zone, first, last)
  return { days: plainDays(from, to, (day) => clock.msAt(day, 0)), trading: false }
}

async function names({ at, kind, part }: Asked, values: readonly (string | null)[]) {
  const { to } = kind.record.fields[part as never] as Field
  const ids = new Set(values.filter((one) => one !== null))
  return to ? lookUp(at.engine, at.person, new Map([[to, ids]])) : {}
}
