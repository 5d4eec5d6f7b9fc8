import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { accessGrant } from '../../access-grant/access-grant.record.ts'
import { liveStates } from '../../access-grant/access-grant.rules.ts'
import { keptAs } from '../../access-grant/server/facts.ts'
import { conflictsOf, type Separation } from '../conflict.rules.ts'

/**
 * Holds what people have against a rule that is new, other or withdrawn. Of two grants in conflict the later carries it: that is
 * the one that should not have been given, unless the other was agreed to with it.
 */
export const settleSeparation: Task = async (engine, { id }: { id: string }) => {
  const { rows } = await sql<{ person: string }>`
    select distinct g.person from access_grant g, duty_separation d
    where d.id = ${id} and g.state = any(${[...liveStates]})
      and (g.access_right = any(d.first || d.second) or g.separations @> array[d.id]) order by 1`.execute(engine.db)
  for (const { person } of rows)
    await engine.inTx(asSystem('access'), async (tx) => {
      const held = await tx.db
        .selectFrom('accessGrant')
        .select(['id', 'number', 'title', 'accessRight', 'separations', 'conflictsWith'])
        .where('person', '=', person)
        .where('state', 'in', [...liveStates])
        .orderBy((of) => of.fn.coalesce('grantedAt', 'approvedAt', 'createdAt'))
        .orderBy('id')
        .execute()
      const rules: Separation[] = await tx.db
        .selectFrom('dutySeparation')
        .select(['id', 'number', 'title', 'titleEn', 'first', 'second'])
        .where('state', '=', 'active')
        .execute()
      for (const [n, one] of held.entries()) {
        const others = held.filter(
          (other, i) => one.conflictsWith.includes(other.id) || (i < n && !other.conflictsWith.includes(one.id)),
        )
        const kept = keptAs(conflictsOf(one.accessRight, others, rules))
        const same =
          JSON.stringify(kept) === JSON.stringify({ separations: one.separations, conflictsWith: one.conflictsWith })
        if (!same) await tx.update(accessGrant, one.id, kept)
      }
    })
}
