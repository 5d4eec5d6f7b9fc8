import { instantOf, type TradingCalendar } from '../../../areas/operations/calendar/calendar.rules.ts'
import { run } from '../../../areas/operations/run/run.record.ts'
import { sweep } from '../../../areas/operations/run/server/sweep.ts'
import { runStep } from '../../../areas/operations/run-step/run-step.record.ts'
import type { Step } from '../../../areas/operations/runbook/step.rules.ts'
import { chance } from '../chance.ts'
import type { Login } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { Act } from './agenda.ts'
import { type Mishap, paced, type Timed } from './pace.ts'
import { closingNotes, notes } from './runs.data.ts'

const second = 1_000

export interface PastRun {
  readonly code: string
  readonly runbook: string
  readonly steps: readonly Step[]
  readonly day: string
  /** Milliseconds since 1970. */
  readonly begin: number
  readonly crew: { readonly operator: Login; readonly checker: Login }
  readonly mishaps: Readonly<Record<string, Mishap>>
}

/** Everything two people did in one run, from its beginning to the signed report. */
export function runActs(stage: Stage, calendar: TradingCalendar, past: PastRun): Act[] {
  const luck = chance(past.begin / second)
  const ids = new Map<string, string>()
  let id = ''
  const begin: Act = {
    at: past.begin,
    async do() {
      id = (await stage.as(past.crew.operator, (tx) => tx.create(run, { runbook: past.runbook }))).id
      const steps = await stage.engine.db.selectFrom('runStep').select(['id', 'key']).where('run', '=', id).execute()
      for (const step of steps) ids.set(step.key, step.id)
    },
  }
  const timed = paced(past.steps, past.begin + 20 * second, luck, past.mishaps)
  const words = past.code === 'closing' ? { ...notes, ...closingNotes } : notes
  const acts = timed.map((one): Act => {
    const said = words[one.key]
    const note = one.verb === 'done' && said ? luck.pick(said) : undefined
    return { at: one.at, do: () => move(stage, past, one, ids.get(one.key) as string, note) }
  })
  const end: Act = {
    at: Math.max(...timed.map(({ at }) => at)) + luck.between(40, 150) * second,
    do: () => stage.as(past.crew.checker, (tx) => tx.act(run, id, 'finish')),
  }
  return [begin, ...acts, ...lateActs(stage, calendar, past), end]
}

function move(stage: Stage, past: PastRun, { key, verb }: Timed, id: string, note: string | undefined) {
  const { failure, waive } = past.mishaps[key] ?? {}
  const who = verb === 'check' || verb === 'confirm-waive' ? past.crew.checker : past.crew.operator
  const said = {
    ...(verb === 'done' && note ? { note } : {}),
    ...(verb === 'fail' && failure ? { failure } : {}),
    ...(verb === 'waive' && waive ? { waiveReason: waive } : {}),
  }
  return stage.as(who, (tx) => tx.act(runStep, id, verb, said))
}

/** A run that was held up: the product looks just before each deadline and just after it, and finds what is late. */
function lateActs(stage: Stage, calendar: TradingCalendar, past: PastRun): Act[] {
  if (!Object.values(past.mishaps).some(({ heldUp }) => heldUp)) return []
  return past.steps.flatMap(({ deadline }) => {
    if (!deadline) return []
    const at = instantOf(calendar, past.day, deadline)
    if (at === null || at === 'unknown') return []
    return [-10, 2].map((after) => ({ at: Date.parse(at) + after * second, do: () => sweep(stage.engine) }))
  })
}
