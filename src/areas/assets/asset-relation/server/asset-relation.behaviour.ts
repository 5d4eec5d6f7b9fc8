import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { assetRelation } from '../asset-relation.record.ts'
import { ringsAmong, standingKinds, type Tie } from '../ring.rules.ts'

type Steps = readonly Step<typeof assetRelation>[]

export const assetRelationBehaviour = behave(assetRelation, {
  async check(tx, steps) {
    const begun = new Set(
      steps.filter(({ before, after }) => after.state === 'standing' && before?.state !== 'standing'),
    )
    if (begun.size === 0) return []
    const known = await sameAs(tx, [...begun])
    const ringed = await ringsWith(tx, [...begun])
    const seen = new Set<string>()
    return steps.map((step): Fault[] => {
      if (!begun.has(step)) return []
      const { from, kind, to } = step.after
      if (from === to) return [fault('to', 'itself', '不能与自己建立关系。', 'It cannot relate to itself.')]
      const key = keyOf(step.after)
      if (known.has(key) || seen.has(key))
        return [fault('to', 'duplicate', '已有同样的关系。', 'There is such a relation already.')]
      seen.add(key)
      if (!isStanding(kind) || !ringed.has(from) || !ringed.has(to)) return []
      return [
        fault('to', 'ring', '这样会绕回自己:对方已在它之上。', 'It would stand on itself: the other stands on it.'),
      ]
    })
  },
})

const isStanding = (kind: string): boolean => (standingKinds as readonly string[]).includes(kind)

/** A connection is the same from both ends. */
const keyOf = ({ from, kind, to }: { from: string; kind: string; to: string }): string =>
  [kind, ...(kind === 'connects-to' ? [from, to].sort() : [from, to])].join(' ')

async function sameAs(tx: Tx, steps: Steps): Promise<ReadonlySet<string>> {
  const ends = [...new Set(steps.flatMap(({ after }) => [after.from, after.to]))]
  const { rows } = await sql<Tie & { kind: string }>`select "from", kind, "to" from asset_relation
    where "from" = any(${ends}::uuid[]) and "to" = any(${ends}::uuid[]) and state = 'standing'`.execute(tx.db)
  return new Set(rows.map(keyOf))
}

/** What would stand on itself once these are there too. One at a time: two who each add half of a ring would both find none. */
async function ringsWith(tx: Tx, steps: Steps): Promise<ReadonlySet<string>> {
  const added: Tie[] = steps.map(({ after }) => after).filter(({ kind, from, to }) => isStanding(kind) && from !== to)
  if (added.length === 0) return new Set()
  await sql`select pg_advisory_xact_lock(hashtextextended('asset-relation', 0))`.execute(tx.db)
  const { rows } = await sql<Tie>`with recursive below as (
      select "from", "to" from asset_relation
      where "from" = any(${added.map(({ to }) => to)}::uuid[]) and state = 'standing' and kind = any(${[...standingKinds]}::text[])
      union
      select r."from", r."to" from asset_relation r join below on r."from" = below."to"
      where r.state = 'standing' and r.kind = any(${[...standingKinds]}::text[])
    ) select "from", "to" from below`.execute(tx.db)
  return ringsAmong([...rows, ...added.map(({ from, to }) => ({ from, to }))])
}
