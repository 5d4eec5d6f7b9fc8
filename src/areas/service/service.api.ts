import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { Tx } from '../../platform/tx.ts'
import type { RowOf } from '../../record/record.ts'
import { incident } from './incident/incident.record.ts'
import { problem } from './problem/problem.record.ts'
import './server/tables.ts'

export { reportDueAt, reportMarksOf } from './major-incident/major.rules.ts'
export { dutiesOf } from './major-incident/server/duties.ts'

/** What another area knows when something it watches becomes an incident. */
export interface IncidentReport {
  readonly title: string
  readonly description: string
  readonly component: string | null
  readonly affectsTrading: boolean
}

/** Opens an incident under the transaction's actor; what may affect trading starts as urgent. */
export const openIncident = (tx: Tx, report: IncidentReport): Promise<RowOf<typeof incident>> =>
  tx.create(incident, {
    ...report,
    channel: 'alarm',
    impact: report.affectsTrading ? 'high' : 'medium',
    urgency: report.affectsTrading ? 'high' : 'medium',
  })

/** The open incident of a component, newest first, for an alarm to join; null when there is none. */
export async function openIncidentOf(tx: Tx, component: string): Promise<string | null> {
  const found = await tx.db
    .selectFrom('incident')
    .select('id')
    .where('component', '=', component)
    .where('state', 'not in', ['resolved', 'closed'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found?.id ?? null
}

/** How many incidents each component has had since an instant; those merged into another are not counted twice. */
export async function incidentsSince(db: Kysely<Tables>, since: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('incident')
    .select(['component', ({ fn }) => fn.countAll<number>().as('count')])
    .where('component', 'is not', null)
    .where('duplicateOf', 'is', null)
    .where('createdAt', '>=', since)
    .groupBy('component')
    .execute()
  return new Map(rows.map(({ component, count }) => [component as string, Number(count)]))
}

/** The services that are offered, with the components on which each stands. */
export const servicesOffered = (
  db: Kysely<Tables>,
): Promise<{ id: string; number: string; name: string; components: string[] }[]> =>
  db
    .selectFrom('service')
    .select(['id', 'number', 'name', 'components'])
    .where('state', '=', 'offered')
    .orderBy('name')
    .execute()

/** A problem that a change is to remove is being fixed; one that is past that, or has no cause yet, stays as it is. */
export async function beginFix(tx: Tx, id: string, fix: string): Promise<void> {
  const { state } = await tx.lock(problem, id)
  if (state === 'analysed' || state === 'known-error')
    await tx.act(problem, id, 'begin-fix', { fix: fix.slice(0, 200) })
}

/** The change of this number is off: the problem is a known error again, with what helps meanwhile. */
export async function giveUpFix(tx: Tx, id: string, change: string, why: string): Promise<void> {
  const { state, workaround, fix } = await tx.lock(problem, id)
  if (state === 'fix-in-change' && fix?.startsWith(change))
    await tx.act(problem, id, 'fail-fix', { workaround: workaround ?? why })
}

/** The change is through. Where nobody wrote down the cause, what it was done for is the cause. */
export async function completeFix(tx: Tx, id: string, change: string, why: string): Promise<void> {
  const { state, rootCause, fix } = await tx.lock(problem, id)
  if (state === 'fix-in-change' && fix?.startsWith(change))
    await tx.act(problem, id, 'solve', { rootCause: rootCause ?? why })
}
