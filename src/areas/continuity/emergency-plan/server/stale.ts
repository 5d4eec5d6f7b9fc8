import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dateIn } from '../../../../record/zone.ts'
import { emergencyPlan } from '../emergency-plan.record.ts'
import { staleOn, whatPlansRestOn } from '../plan.rules.ts'

/** A plan is stale as soon as a component in it is no longer as it was when the plan was agreed to. */
export const hearComponents: Follow = async (tx, { record, before, after, changes }) => {
  if (record.name !== 'component' || before === null) return
  const changed = whatPlansRestOn.filter((name) => name in changes)
  if (changed.length === 0) return
  const plans = await tx.db
    .selectFrom('emergencyPlan')
    .select('id')
    .where('state', '=', 'effective')
    .where(sql<boolean>`components @> array[${after.id}::uuid]`)
    .orderBy('id')
    .execute()
  const staleNote = `${after['name']}: ${changed.join(', ')}`
  for (const { id } of plans)
    await tx.as('continuity').act(emergencyPlan, id, 'go-stale', { staleBecause: 'changed', staleNote })
}

/** Every hour: plans whose time is over, and those that nobody has rehearsed in time. */
export const stalePlans: Task = async (engine) => {
  const today = dateIn(engine.zone, engine.clock.now())
  const due = await engine.db
    .selectFrom('emergencyPlan')
    .select('id')
    .where('state', '=', 'effective')
    .where((either) => either.or([either('validUntil', '<', today), either('drillDueOn', '<', today)]))
    .orderBy('id')
    .execute()
  for (const { id } of due)
    await engine.inTx(asSystem('continuity'), async (tx) => {
      const plan = await tx.lock(emergencyPlan, id)
      const staleBecause = plan.state === 'effective' ? staleOn(plan, tx.today) : null
      if (staleBecause) await tx.act(emergencyPlan, id, 'go-stale', { staleBecause })
    })
}

export const stalePlansCrontab = '3 * * * * stale-emergency-plans'
