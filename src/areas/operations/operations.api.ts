import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { Tx } from '../../platform/tx.ts'
import type { RowOf } from '../../record/record.ts'
import { instantAt, msOf } from '../../record/time.ts'
import type { Span, Unknown, WorkingTime } from '../../record/working-time.ts'
import { type DaySpan, daySpans, isTradingDate, sessionTime, type TradingCalendar } from './calendar/calendar.rules.ts'
import { effectiveCalendar } from './calendar/server/calendar.store.ts'
import { component } from './component/component.record.ts'
import { downstream, type Graph, graphOf, upstream } from './component/component.rules.ts'
import { type GraphNode, loadGraph } from './component/server/graph.ts'
import { maintenanceWindow } from './maintenance-window/maintenance-window.record.ts'
import { run } from './run/run.record.ts'
import { stepsOf } from './runbook/server/steps.ts'
import { onDutyFor } from './server/on-duty.ts'

export { raiseAlarm, resolveAlarm } from './alarm/server/raise.ts'
export { icalOf } from './duty-feed/ical.rules.ts'
export { letterTaking, sourceOfLetter } from './event-source/server/letter.ts'
export { writeLog } from './log-entry/server/log.ts'
export { pluginOf, target } from './probe/server/ask.ts'
export { sizesOf } from './probe/server/checks/database.ts'
export { firstRows } from './probe/server/checks/sql.ts'
export { sayOverSsh } from './probe/server/checks/ssh.ts'
export { targetFrom } from './probe/server/targets.ts'
export { isPattern } from './server/pattern.ts'
export { downstream, type GraphNode, upstream }

/** When the exchange trades, for whoever counts time by its sessions. */
export interface TradingHours {
  readonly zone: string
  readonly time: WorkingTime
  isTradingDate(date: string): boolean | Unknown
  /** The trading days from one date to another, each with all that belongs to it. */
  daySpans(from: string, to: string): DaySpan[] | Unknown
}

const laidOut = new WeakMap<TradingCalendar, TradingHours>()

/** By the trading calendar in force; null while the firm has none. */
export async function tradingHours(db: Kysely<Tables>): Promise<TradingHours | null> {
  const calendar = await effectiveCalendar(db)
  if (!calendar) return null
  const known = laidOut.get(calendar)
  if (known) return known
  const made: TradingHours = {
    zone: calendar.zone,
    time: sessionTime(calendar),
    isTradingDate: (date) => isTradingDate(calendar, date),
    daySpans: (from, to) => daySpans(calendar, from, to),
  }
  laidOut.set(calendar, made)
  return made
}

/** When one of these components was down between two instants, by its critical alarms; they may overlap. Milliseconds. */
export async function outagesOf(
  db: Kysely<Tables>,
  components: readonly string[],
  { from, to }: Span,
): Promise<Span[]> {
  if (components.length === 0) return []
  const rows = await db
    .selectFrom('alarm')
    .select(['firstAt', 'recoveredAt', 'resolvedAt'])
    .where('component', 'in', components)
    .where('severity', '=', 'critical')
    .where('firstAt', '<', instantAt(to))
    .where((either) => either.or([either('resolvedAt', 'is', null), either('resolvedAt', '>', instantAt(from))]))
    .execute()
  return rows
    .map(({ firstAt, recoveredAt, resolvedAt }) => {
      const end = recoveredAt ?? resolvedAt
      return { from: Math.max(msOf(firstAt), from), to: end ? Math.min(msOf(end), to) : to }
    })
    .filter((span) => span.from < span.to)
}

/** For how much of some time the readings of a component's probes found it up, and how much of that it was strained; percent. */
export interface Strain {
  readonly up: number
  readonly slow: number
}

/** Of every component that was probed between two instants, by all its probes together. */
export async function strainOf(db: Kysely<Tables>, from: string, to: string): Promise<ReadonlyMap<string, Strain>> {
  const { rows } = await sql<{ component: string } & Strain>`select p.component,
      round(100.0 * count(*) filter (where r.outcome < 2) / count(*), 2)::float8 as up,
      round(100.0 * count(*) filter (where r.outcome = 1) / count(*), 2)::float8 as slow
    from probe p join probe_result r on r.probe = p.id and r.at >= ${from} and r.at < ${to} and r.outcome < 3
    where p.state <> 'retired' group by p.component`.execute(db.withoutPlugins())
  return new Map(rows.map(({ component, up, slow }) => [component, { up, slow }]))
}

/** A look at the dependencies as they are now: all that some components stand on, themselves among it. */
export async function allBelow(db: Kysely<Tables>): Promise<(components: readonly string[]) => string[]> {
  const rows = await db.selectFrom('component').select(['id', 'name', 'state', 'dependsOn']).execute()
  const graph = graphOf(rows)
  return (components) => [...new Set(components.flatMap((id) => [id, ...upstream(graph, id).keys()]))]
}

/** All components and what they depend on, by id. */
export const componentGraph = (db: Kysely<Tables>): Promise<Graph<GraphNode>> => loadGraph(db)

/** Writes which version a component has now, in the name of what put it there; its own log line follows. */
export async function installVersion(tx: Tx, id: string, installedVersion: string | null): Promise<void> {
  await tx.update(component, id, { installedVersion })
}

/** A runbook's edition in force: of the code of whichever edition is named. */
export async function editionInForce(
  db: Kysely<Tables>,
  named: string,
): Promise<{ id: string | null; title: string; titleEn: string | null }> {
  const book = await db
    .selectFrom('runbook as named')
    .leftJoin('runbook as now', (on) => on.onRef('now.code', '=', 'named.code').on('now.state', '=', 'effective'))
    .select(['named.title', 'named.titleEn', 'now.id'])
    .where('named.id', '=', named)
    .executeTakeFirstOrThrow()
  return book
}

/** The steps of a runbook's edition in force, as they would be carried out now; null where none is in force. */
export async function stepsInForce(db: Kysely<Tables>, named: string) {
  const { id } = await editionInForce(db, named)
  if (id === null) return null
  const book = await db.selectFrom('runbook').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { number: book.number, edition: book.edition, steps: (await stepsOf(db, book)).steps }
}

/** Begins a run of an edition in force, under the transaction's actor; refused where one of it is in progress. */
export const beginRun = (tx: Tx, runbook: string): Promise<RowOf<typeof run>> => tx.create(run, { runbook })

/** Ends a run that is in progress and says why; one that is over stays as it is. */
export async function abortRun(tx: Tx, id: string, abortReason: string): Promise<void> {
  const { state } = await tx.lock(run, id)
  if (state === 'in-progress') await tx.act(run, id, 'abort', { abortReason })
}

/** What is being worked on, and until when that is expected to last. */
export interface Worked {
  readonly title: string
  readonly components: readonly string[]
  readonly endsAt: string
  readonly owner: string
  readonly reason: string
}

/** Opens a maintenance window that begins now; answers its id. */
export async function beginMaintenance(tx: Tx, { title, components, ...more }: Worked): Promise<string> {
  const { id } = await tx.create(maintenanceWindow, {
    ...{ ...more, title: title.slice(0, 120), components: [...components], startsAt: tx.now },
  })
  await tx.act(maintenanceWindow, id, 'begin')
  return id
}

/** The work is over: what the window held back and is bad still alarms. One that time has closed stays as it is. */
export async function endMaintenance(tx: Tx, id: string): Promise<void> {
  const { state } = await tx.lock(maintenanceWindow, id)
  if (state === 'under-way') await tx.act(maintenanceWindow, id, 'end')
}

/** A post that steps of a runbook want, and who stands ready for it. */
export interface PostReady {
  readonly post: string
  /** It checks what another does. */
  readonly checks: boolean
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** Who is on duty for each post of a runbook's steps at an instant; where no roster says, whoever holds the post. */
export async function crewOf(db: Kysely<Tables>, runbook: string, at: string): Promise<PostReady[]> {
  const book = await db.selectFrom('runbook').selectAll().where('id', '=', runbook).executeTakeFirstOrThrow()
  const { steps } = await stepsOf(db, book)
  const checkers = new Set(steps.flatMap(({ checkerPost }) => checkerPost ?? []))
  const codes = [...new Set(steps.flatMap(({ makerPost, checkerPost }) => [makerPost, checkerPost ?? []].flat()))]
  if (codes.length === 0) return []
  const posts = await db.selectFrom('post').select(['id', 'code', 'name']).where('code', 'in', codes).execute()
  const ready: PostReady[] = []
  for (const { id, code, name } of posts) {
    const people = await peopleOf(db, id, await onDutyFor(db, id, at))
    ready.push({ post: name, checks: checkers.has(code), people })
  }
  return ready
}

/** These persons, or all who hold a post. */
const peopleOf = (db: Kysely<Tables>, post: string, onDuty: readonly string[] | null) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('state', '=', 'active')
    .where(onDuty ? sql<boolean>`id = any(${[...onDuty]}::uuid[])` : sql<boolean>`posts @> array[${post}::uuid]`)
    .orderBy('name')
    .execute()
