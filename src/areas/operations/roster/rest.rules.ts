import { minuteMs } from '../../../record/time.ts'
import type { Span } from '../../../record/working-time.ts'
import { type Finding, groupBy, type Limits, type Watch } from './shape.rules.ts'

/** The wall clock of the firm's zone: days since 1970-01-01, minutes of the day. */
export interface Wall {
  dayAt(ms: number): number
  msAt(day: number, minute: number): number
}

/** Whoever is on duty within these minutes of a day has had a night of it. */
const deepNight = { from: 0, to: 5 * 60 }
const hourMs = 60 * minuteMs

/** Where too little rest, too many nights in a row or too many hours in a week are asked of somebody. */
export function brokenRules(watches: readonly Watch[], limits: Limits, wall: Wall): Finding[] {
  return [...groupBy(watches, ({ person }) => person)].flatMap(([person, own]) => {
    const stints = stintsOf(own)
    return [
      ...shortRests(stints, limits.restHours * hourMs),
      ...nightRuns(stints, limits.nightsInRow, wall),
      ...longWeeks(stints, limits.weekHours * hourMs, wall),
    ].map(
      ({ kind, from, to, duties, have, want }): Finding => ({
        kind,
        from,
        to,
        duties,
        have,
        want,
        person,
        position: null,
      }),
    )
  })
}

type Broken = Omit<Finding, 'person' | 'position'>

/** One person's time on duty without a break: duties that touch or overlap are one. */
export interface Stint extends Span {
  readonly duties: readonly string[]
}

export function stintsOf(own: readonly Watch[]): Stint[] {
  const stints: Stint[] = []
  for (const { id, from, to } of [...own].sort((a, b) => a.from - b.from)) {
    const last = stints.at(-1)
    if (last && from <= last.to)
      stints[stints.length - 1] = { from: last.from, to: Math.max(last.to, to), duties: [...last.duties, id] }
    else stints.push({ from, to, duties: [id] })
  }
  return stints
}

function shortRests(stints: readonly Stint[], least: number): Broken[] {
  return stints.slice(1).flatMap((next, n): Broken[] => {
    const last = stints[n] as Stint
    const rest = next.from - last.to
    if (rest >= least) return []
    const duties = [last.duties.at(-1) as string, next.duties[0] as string]
    return [{ kind: 'rest', from: last.to, to: next.from, duties, have: rest / minuteMs, want: least / minuteMs }]
  })
}

/** The evenings (days since 1970-01-01) whose night somebody is on duty. */
export function nightsOf({ from, to }: Span, wall: Wall): number[] {
  const nights: number[] = []
  for (let day = wall.dayAt(from); day <= wall.dayAt(to - 1); day++)
    if (from < wall.msAt(day, deepNight.to) && to > wall.msAt(day, deepNight.from)) nights.push(day - 1)
  return nights
}

function nightRuns(stints: readonly Stint[], most: number, wall: Wall): Broken[] {
  const nights = stints.flatMap((stint) => nightsOf(stint, wall).map((night) => ({ night, stint })))
  const runs: (typeof nights)[] = []
  for (const one of nights) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && one.night <= last.night + 1) run.push(one)
    else runs.push([one])
  }
  return runs.flatMap((run): Broken[] => {
    const count = new Set(run.map(({ night }) => night)).size
    if (count <= most) return []
    const [first, last] = [run[0], run.at(-1)] as [(typeof run)[0], (typeof run)[0]]
    const duties = [...new Set(run.flatMap(({ stint }) => stint.duties))]
    return [{ kind: 'nights', from: first.stint.from, to: last.stint.to, duties, have: count, want: most }]
  })
}

/** Monday to Sunday; 1970-01-01 was a Thursday. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7)
const mondayOf = (week: number): number => week * 7 - 3

/** How much of some time falls into each week. Milliseconds, by number of week. */
export function hoursByWeek(spans: readonly Span[], wall: Wall): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { from, to } of spans)
    for (let week = weekOf(wall.dayAt(from)); week <= weekOf(wall.dayAt(to - 1)); week++) {
      const [begin, end] = [wall.msAt(mondayOf(week), 0), wall.msAt(mondayOf(week + 1), 0)]
      const part = Math.min(to, end) - Math.max(from, begin)
      if (part > 0) sums.set(week, (sums.get(week) ?? 0) + part)
    }
  return sums
}

function longWeeks(stints: readonly Stint[], most: number, wall: Wall): Broken[] {
  return [...hoursByWeek(stints, wall)].flatMap(([week, sum]): Broken[] => {
    if (sum <= most) return []
    const [from, to] = [wall.msAt(mondayOf(week), 0), wall.msAt(mondayOf(week + 1), 0)]
    const duties = stints.filter((one) => one.from < to && one.to > from).flatMap((one) => one.duties)
    return [{ kind: 'week-hours', from, to, duties, have: sum / minuteMs, want: most / minuteMs }]
  })
}
