import { instantAt, minuteMs, msOf } from './time.ts'
import { addWorking, type Unknown, type WorkingTime, workingBetween } from './working-time.ts'

/** When a clock of a record begins, stands and ends, as its declaration says. */
export interface ClockSpec<Name extends string = string, State extends string = string> {
  /** Verbs that end it for good, and states in which it has ended: a record that leaves such a state lets it run on. */
  readonly until: readonly Name[]
  /** States that wait for somebody else: it stands, and nothing becomes overdue. */
  readonly pauseIn?: readonly State[]
  /** Verbs or states with which it begins; with the record unless it says. */
  readonly from?: readonly Name[]
}

/** One thing that happened to a record, from its journal: the verb, the state it led to, and the fields as they then stood. */
export interface Happening {
  readonly at: string
  readonly verb: string
  readonly state: string
  readonly values: Readonly<Record<string, unknown>>
}

/** What a clock has to reach: so many minutes on a calendar. */
export interface Goal {
  readonly id: string
  readonly minutes: number
  /** Null while no calendar is in force. */
  readonly time: WorkingTime | null
}

export const clockStates = ['running', 'paused', 'met', 'breached', 'unknown'] as const
export type ClockState = (typeof clockStates)[number]

/** A part of the clock's life in which it ran, stood or had ended; `worked` is its working time in milliseconds. */
export interface Stretch {
  readonly from: string
  /** Null: it lasts. */
  readonly to: string | null
  readonly is: 'running' | 'paused' | 'ended'
  readonly goal: Goal | null
  readonly worked: number
}

/** A clock read at an instant. Milliseconds of working time, instants in UTC. */
export interface Reading {
  readonly goal: Goal
  /** `breached` stays so, whatever comes after; `unknown`: the calendar does not reach. */
  readonly state: ClockState
  /** It has not ended: it may still be warned of, escalated and breached. */
  readonly open: boolean
  readonly startedAt: string
  readonly endedAt: string | null
  readonly ran: number
  /** Time by the wall spent in states that pause it. */
  readonly paused: number
  /** When all of the goal is used up: ahead while it runs, behind once it is late; null while it stands or is unknown. */
  readonly dueAt: string | null
  readonly breachedAt: string | null
  readonly stretches: readonly Stretch[]
  /** When this share of the goal is (or was) used up while it ran; null when that has no date. */
  reached(share: number): string | null
}

/**
 * Reads a clock from everything that happened, and from nothing else: no counter is kept that could drift. Each stretch is
 * counted on the calendar of the goal that the record had then, so a change of goal keeps what has run and what was paused.
 * Null when the record has no such clock: it has not begun, or no goal fits.
 */
export function readClock(
  spec: ClockSpec,
  happenings: readonly Happening[],
  goalOf: (values: Happening['values']) => Goal | null,
  now: string,
): Reading | null {
  const lived = stretchesOf(spec, happenings, goalOf, now)
  const wanted = lived.filter(({ is }) => is !== 'ended').at(-1)
  const [first] = lived
  if (!first || !wanted?.goal) return null
  const goal = wanted.goal
  const last = lived.at(-1) as Lived
  const open = last.is !== 'ended'
  const running = lived.filter(({ is }) => is === 'running')
  const unknown = running.some(({ worked }) => worked === 'unknown')
  const ran = unknown ? 0 : running.reduce((sum, { worked }) => sum + (worked as number), 0)
  const reached = (share: number) => (unknown ? null : reachedAt(running, goal.minutes * minuteMs * share))
  const used = reached(1)
  const late = used !== null && used <= msOf(now)
  return {
    goal,
    open,
    ran,
    startedAt: first.from,
    endedAt: open ? null : wanted.to,
    state: stateOf({ late, open, paused: last.is === 'paused', unknown: unknown || (last.is === 'running' && !used) }),
    paused: lived
      .filter(({ is }) => is === 'paused')
      .reduce((sum, one) => sum + msOf(one.to ?? now) - msOf(one.from), 0),
    dueAt: used === null ? null : instantAt(used),
    breachedAt: late ? instantAt(Math.max(used, msOf(sinceOf(lived, goal)))) : null,
    stretches: lived.map((one) => ({ ...one, worked: one.worked === 'unknown' ? 0 : one.worked })),
    reached(share) {
      const at = reached(share)
      return at === null ? null : instantAt(at)
    },
  }
}

type Lived = Omit<Stretch, 'worked'> & { readonly worked: number | Unknown }

function stateOf(is: { late: boolean; open: boolean; paused: boolean; unknown: boolean }): ClockState {
  if (is.late) return 'breached'
  if (!is.open) return 'met'
  if (is.paused) return 'paused'
  return is.unknown ? 'unknown' : 'running'
}

/** The clock's life from its beginning; neighbours that differ in nothing are one. */
function stretchesOf(
  { until, pauseIn = [], from }: ClockSpec,
  happenings: readonly Happening[],
  goalOf: (values: Happening['values']) => Goal | null,
  now: string,
): Lived[] {
  const lived: (Omit<Lived, 'worked' | 'to'> & { to: string | null })[] = []
  let begun = from === undefined
  let ended = false
  for (const { at, verb, state, values } of happenings) {
    begun ||= from?.some((name) => name === verb || name === state) ?? true
    if (!begun) continue
    ended ||= until.includes(verb)
    const is = ended || until.includes(state) ? 'ended' : pauseIn.includes(state) ? 'paused' : 'running'
    const goal = goalOf(values)
    const last = lived.at(-1)
    if (last && last.is === is && last.goal === goal) continue
    if (last) last.to = at
    lived.push({ from: at, to: null, is, goal })
  }
  return lived.map((one) => ({ ...one, worked: one.is === 'running' ? workedIn(one, now) : 0 }))
}

function workedIn({ from, to, goal }: Omit<Lived, 'worked'>, now: string): number | Unknown {
  if (!goal) return 0
  return goal.time ? workingBetween(goal.time, msOf(from), msOf(to ?? now)) : 'unknown'
}

/** Since when the goal is the one it is: it may be set when it is already used up, and was not missed before. */
function sinceOf(lived: readonly Lived[], goal: Goal): string {
  const other = lived.findLastIndex((one) => one.is !== 'ended' && one.goal !== goal)
  return (lived[other + 1] as Lived).from
}

/**
 * When so much has been worked over these stretches, the last of which may go on; null when it is not, or has no date.
 * Used up exactly as it stopped is in time: then it is late with the first instant in which it runs again.
 */
function reachedAt(running: readonly Lived[], wanted: number): number | null {
  let left = wanted
  for (const { from, to, goal, worked } of running) {
    if (!goal?.time || worked === 'unknown') continue
    const at = addWorking(goal.time, msOf(from), left)
    if (to === null) return at === 'unknown' ? null : at
    if (at !== 'unknown' && at < msOf(to)) return at
    left -= worked
  }
  return null
}
