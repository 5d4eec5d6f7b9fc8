import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import { addLink } from '../../../../platform/sides/link.ts'
import { letWatch, watchersOf } from '../../../../platform/sides/watch.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayMs } from '../../../../record/time.ts'
import { useMacro } from '../../macro/server/use.ts'
import { declareMajor } from '../../major-incident/server/declare.ts'
import { matrixInForce } from '../../priority-rule/server/priority-rule.behaviour.ts'
import { incident } from '../incident.record.ts'
import { priorityOf } from '../incident.rules.ts'
import { reopenDays } from '../incident.settings.ts'
import { resolveParts } from './family.ts'
import { soleServices } from './reach.ts'
import { split } from './split.ts'

type Row = RowOf<typeof incident>

export const incidentBehaviour = behave(incident, {
  derive,
  guards: {
    update: noRing,
    reopen: inTime,
    merge: mayMerge,
  },
  effects: { merge: follow, resolve: tellDuplicates },
  actions: {
    split,
    'resolve-parts': resolveParts,
    'use-macro': useMacro,
    'declare-major': declareMajor,
  },
})

/** Priority by the matrix in force, the service by the map, and whoever wrote it down as the one who met it. */
async function derive(tx: Tx, steps: readonly Step<typeof incident>[]): Promise<Partial<Row>[]> {
  const moved = (step: Step<typeof incident>, ...names: (keyof Row)[]) =>
    names.some((name) => step.before?.[name] !== step.after[name])
  const asks = (step: Step<typeof incident>) => moved(step, 'impact', 'urgency', 'affectsTrading')
  const seeks = (step: Step<typeof incident>) =>
    moved(step, 'component') && !moved({ ...step, before: step.before ?? empty }, 'service')
  const matrix = steps.some(asks) ? await matrixInForce(tx.db) : null
  const services = await soleServices(tx.db, [
    ...new Set(steps.filter(seeks).flatMap(({ after }) => after.component ?? [])),
  ])
  const met = steps.map(({ before, after }) => (before ? after.reportedBy : (after.reportedBy ?? after.createdBy)))
  const asked = steps.map((step, n) => (moved(step, 'reportedBy') || !step.before ? met[n] : null))
  const customers = await departmentsOf(
    tx,
    asked.flatMap((id) => id ?? []),
  )
  return steps.map((step, n) => {
    const { before, after } = step
    const reporter = asked[n]
    return {
      ...(matrix && asks(step) && { priority: priorityOf(matrix, after) }),
      ...(seeks(step) && after.component && { service: services.get(after.component) ?? after.service }),
      ...(!before && { reportedBy: met[n] ?? null }),
      ...(reporter && { customer: customers.get(reporter) ?? null }),
    }
  })
}

/** To which department each of these people belongs now. */
async function departmentsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('person').select(['id', 'department']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, department }) => [id, department]))
}

const empty = { service: null } as unknown as Row

/** No incident is a part of itself, directly or through others. */
async function noRing(tx: Tx, { id, parent }: Row): Promise<Fault[]> {
  for (let at = parent, steps = 0; at && steps < 20; steps++) {
    if (at === id)
      return [fault('parent', 'cycle', '一条故障不能是它自己的一部分。', 'An incident cannot be a part of itself.')]
    const above = await tx.db.selectFrom('incident').select('parent').where('id', '=', at).executeTakeFirst()
    at = above?.parent ?? null
  }
  return []
}

async function inTime(tx: Tx, { resolvedAt }: Row): Promise<Fault[]> {
  const days = tx.settings.get(reopenDays)
  if (!resolvedAt || Date.parse(tx.now) - Date.parse(resolvedAt) <= days * dayMs) return []
  return [
    fault(
      '',
      'too-late',
      `解决已超过 ${days} 天,不能重新打开。请新建一条并与它关联。`,
      `It was resolved more than ${days} days ago. Report a new one and link it to this.`,
    ),
  ]
}

async function mayMerge(tx: Tx, { id, duplicateOf }: Row): Promise<Fault[]> {
  if (duplicateOf === id)
    return [fault('duplicateOf', 'itself', '不能合并到它自己。', 'It cannot be merged into itself.')]
  const kept = await tx.db
    .selectFrom('incident')
    .select(['number', 'state'])
    .where('id', '=', duplicateOf)
    .executeTakeFirst()
  if (kept?.state !== 'closed') return []
  return [
    fault(
      'duplicateOf',
      'closed',
      `${kept.number} 已关闭,请合并到仍在处理的一条。`,
      `${kept.number} is closed; merge into one that is still worked on.`,
    ),
  ]
}

/** What hangs on the merged one is found from the kept one by a link; who watched it watches the kept one too. */
async function follow(tx: Tx, { id, duplicateOf }: Row): Promise<void> {
  if (!duplicateOf) return
  const linked = await tx.db
    .selectFrom('link')
    .select('id')
    .where('kind', '=', 'duplicates')
    .where('fromId', '=', id)
    .where('toId', '=', duplicateOf)
    .executeTakeFirst()
  if (!linked) await addLink(tx, 'duplicates', { record: incident, id }, { record: incident, id: duplicateOf })
  const watchers = await watchersOf(tx.db, incident, id)
  await letWatch(tx, incident, duplicateOf, new Map(watchers.map(({ person, why }) => [person, why])))
}

/** Whoever reported what was merged into it hears of it on their own, since they need not be able to read the kept one. */
async function tellDuplicates(tx: Tx, { id }: Row): Promise<void> {
  const { rows } = await sql<{ id: string }>`with recursive merged as (
      select id from incident where duplicate_of = ${id}
      union select i.id from incident i join merged m on i.duplicate_of = m.id
    ) select id from merged order by id`.execute(tx.db)
  for (const one of rows) await tx.as('desk').journal(incident, one.id, 'resolved-with', {})
}
