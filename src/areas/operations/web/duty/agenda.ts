import { sessionsOf, type TradingCalendar } from '../../calendar/calendar.rules.ts'
import { taskState } from '../../duty-task/duty-task.rules.ts'
import { type DueState, dueState } from '../../run/due.rules.ts'
import type { DutyTaskItem } from '../periodic/tasks.ts'
import type { DueItem } from './due.ts'

export interface RunEntry {
  readonly kind: 'run'
  readonly at: string | null
  readonly state: DueState
  readonly item: DueItem
}

export interface EdgeEntry {
  readonly kind: 'edge'
  readonly at: string
  readonly session: string
  readonly edge: 'opens' | 'closes'
}

export interface TaskEntry {
  readonly kind: 'task'
  readonly at: string
  readonly state: 'due' | 'late' | 'done' | 'missed'
  readonly task: DutyTaskItem
}

export type Entry = RunEntry | EdgeEntry | TaskEntry

/** The day as whoever is on duty reads it: what needs a hand now, what comes, what is done. */
export interface Agenda {
  readonly now: readonly Entry[]
  readonly coming: readonly Entry[]
  readonly done: readonly (RunEntry | TaskEntry)[]
}

const settled: readonly string[] = ['finished', 'aborted', 'done']

/** What falls due within the hour is for now. */
const soonMs = 3_600_000

/** Sorts what is due and the sessions' edges by when they want a hand. `now` in milliseconds since 1970. */
export function agendaOf(
  items: readonly DueItem[],
  calendar: TradingCalendar | null,
  tradingDay: string | null,
  now: number,
  tasks: readonly DutyTaskItem[] = [],
): Agenda {
  const instant = new Date(now).toISOString()
  const runs = items.map((item): RunEntry => {
    const { run, dueAt } = item
    const state = dueState(run, { dueAt, now: instant, day: tradingDay ?? '', today: tradingDay })
    return { kind: 'run', at: run?.startedAt ?? dueAt, state, item }
  })
  const duties = tasks.map((task): TaskEntry => {
    const state = taskState(task, instant)
    return { kind: 'task', at: task.doneAt ?? task.dueBy, state, task }
  })
  const edges = edgesAfter(calendar, tradingDay, instant)
  const isDone = (entry: RunEntry | TaskEntry) =>
    settled.includes(entry.state) || (entry.kind === 'task' && entry.task.explained)
  const isLater = ({ state, at }: RunEntry) => state === 'due' && at !== null && Date.parse(at) > now + soonMs
  const open = runs.filter((run) => !isDone(run))
  const toDo = duties.filter((one) => !isDone(one))
  return {
    now: [...open.filter((run) => !isLater(run)), ...toDo, ...edges.slice(0, 1)].sort(byTime),
    coming: [...open.filter(isLater), ...edges.slice(1)].sort(byTime),
    done: [...runs, ...duties].filter(isDone).sort(byTime),
  }
}

function edgesAfter(calendar: TradingCalendar | null, tradingDay: string | null, instant: string): EdgeEntry[] {
  const sessions = calendar && tradingDay ? sessionsOf(calendar, tradingDay) : 'unknown'
  if (sessions === 'unknown') return []
  return sessions
    .flatMap(({ code, from, to }): EdgeEntry[] => [
      { kind: 'edge', at: from, session: code, edge: 'opens' },
      { kind: 'edge', at: to, session: code, edge: 'closes' },
    ])
    .filter(({ at }) => at > instant)
}

/** Those without a time stand last. */
const byTime = (a: Entry, b: Entry): number => (a.at ?? '9').localeCompare(b.at ?? '9')
