import { type Kysely, sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { mostLinks } from '../../../../record/field.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import type { incident } from '../../incident/incident.record.ts'
import { reopenReviews } from '../../review/server/again.ts'
import '../../server/tables.ts'
import { problem } from '../problem.record.ts'
import { recurrenceDays, recurrenceTimes } from '../problem.settings.ts'
import { signatureOf } from '../signature.rules.ts'

/** Incidents of one component that tell of the same thing. */
interface Cluster {
  readonly component: string
  readonly signature: string
}

/** Whoever opens an incident waits for nothing: whether it is one of many is looked up after the commit. */
export const hearRecurrence: Follow = async (tx, { record, verb, after }) => {
  if (record.name !== 'incident' || verb !== 'create') return
  const { component, title } = after as unknown as RowOf<typeof incident>
  const signature = signatureOf(title).slice(0, 200)
  if (component === null || signature === '') return
  await tx.job('find-recurrence', { component, signature }, { key: `recurrence:${component}:${signature}` })
}

/** Logs the problem of a cluster that has grown large enough, once; what comes later joins it. May be done again at any time. */
export const findRecurrence: Task = (engine, cluster: Cluster) =>
  engine.inTx(asSystem('recurrence'), async (tx) => {
    // Two copies may look at one cluster at once: the second waits, and then finds the problem.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`recurrence:${cluster.component}:${cluster.signature}`}, 0))`.execute(
      tx.db,
    )
    await reopenReviews(tx, cluster.component, cluster.signature)
    const known = await problemOf(tx, cluster)
    const isOpen = known !== undefined && known.state !== 'solved' && known.state !== 'closed'
    const found = await incidentsOf(tx.db, cluster, sinceOf(tx, known && !isOpen ? known.ended : null))
    if (isOpen) return join(tx, known, found)
    if (found.length >= tx.settings.get(recurrenceTimes)) await log(tx, cluster, found)
  })

type Found = Pick<RowOf<typeof incident>, 'id' | 'title' | 'team' | 'affectsTrading' | 'createdAt'>

/** Counted from so many days ago, or from when the last problem of this kind ended. */
function sinceOf({ settings, now }: Tx, ended: string | null): string {
  const from = instantAt(msOf(now) - settings.get(recurrenceDays) * dayMs)
  return ended !== null && ended > from ? ended : from
}

const problemOf = (tx: Tx, { component, signature }: Cluster) =>
  tx.db
    .selectFrom('problem')
    .select(['id', 'state', 'incidents', (one) => one.fn.coalesce('solvedAt', 'updatedAt').as('ended')])
    .where('signature', '=', signature)
    .where('component', '=', component)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** The newest, as many as a problem may name. */
async function incidentsOf(db: Kysely<Tables>, { component, signature }: Cluster, since: string): Promise<Found[]> {
  const rows = await db
    .selectFrom('incident')
    .select(['id', 'title', 'team', 'affectsTrading', 'createdAt'])
    .where('component', '=', component)
    .where('createdAt', '>', since)
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute()
  return rows.filter(({ title }) => signatureOf(title).slice(0, 200) === signature).slice(0, mostLinks)
}

async function join(tx: Tx, known: { id: string; incidents: readonly string[] }, found: readonly Found[]) {
  const incidents = [...new Set([...known.incidents, ...found.map(({ id }) => id)])].slice(0, mostLinks)
  if (incidents.length > known.incidents.length) await tx.update(problem, known.id, { incidents })
}

async function log(tx: Tx, { component, signature }: Cluster, found: readonly Found[]): Promise<void> {
  const newest = found[0] as Found
  const { ownerTeam } = await tx.db
    .selectFrom('component')
    .select('ownerTeam')
    .where('id', '=', component)
    .executeTakeFirstOrThrow()
  const team = newest.team ?? ownerTeam
  const made = await tx.create(problem, {
    title: newest.title,
    component,
    signature,
    incidents: found.map(({ id }) => id),
    team,
    priority: found.some(({ affectsTrading }) => affectsTrading) ? 'high' : 'medium',
  })
  if (team !== null) await tellGiven(tx, problem, made, [{ is: 'team', id: team }])
}
