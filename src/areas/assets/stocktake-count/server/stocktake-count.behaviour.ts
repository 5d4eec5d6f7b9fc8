import '../../stocktake/server/line.table.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { nowhere } from '../../stocktake/server/line.table.ts'
import { readCode } from '../code.rules.ts'
import { stocktakeCount } from '../stocktake-count.record.ts'

type Row = RowOf<typeof stocktakeCount>

/** Counts are taken as long as there is somebody whom they tell something; those after the end of counting came late. */
export const taking: readonly string[] = ['counting', 'settling', 'in-approval', 'done']

/** Who counted is whoever says so; which asset it is, and what was counted of it before, the register and the list say. */
const derive = (tx: Tx, steps: readonly Step<typeof stocktakeCount>[]): Promise<Partial<Row>[]> =>
  Promise.all(
    steps.map(async ({ after }) => {
      const code = readCode(after.tag)
      const found = await tx.db
        .selectFrom('asset')
        .select(['id', 'tag'])
        .where(code.is === 'number' ? 'number' : 'tag', '=', code.text)
        .executeTakeFirst()
      const asset = found?.id ?? null
      const tag = found?.tag ?? code.text
      const before = await tx.db
        .selectFrom('stocktakeCount')
        .select('id')
        .where('stocktake', '=', after.stocktake)
        .where((at) => (asset ? at('asset', '=', asset) : at.and([at('asset', 'is', null), at('tag', '=', tag)])))
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return { tag, asset, follows: before?.id ?? null, counter: personId(tx.actor) ?? after.counter }
    }),
  )

/** Held against its end: whoever ends the counting waits for the counts that are being taken, and none comes between. */
async function mayCount(tx: Tx, { stocktake, counter }: Row): Promise<Fault[]> {
  if (tx.actor.kind === 'system') return []
  const of = await tx.db
    .selectFrom('stocktake')
    .select(['state', 'counters'])
    .where('id', '=', stocktake)
    .forShare()
    .executeTakeFirst()
  if (!of?.counters.includes(counter))
    return [fault('stocktake', 'not-a-counter', '您不是这次盘点的清点人。', 'You are not one of its counters.')]
  if (taking.includes(of.state)) return []
  return of.state === 'planned'
    ? [fault('stocktake', 'not-begun', '盘点尚未开始。', 'The stocktake has not begun.')]
    : [fault('stocktake', 'over', '盘点已取消。', 'The stocktake was cancelled.')]
}

/** Marks the line and goes on with the tallies, while counting lasts: what came late is looked at when it is taken up again. */
async function tallied(tx: Tx, { stocktake, asset, counter, countedAt }: Row): Promise<void> {
  const of = await tx.db.selectFrom('stocktake').select('state').where('id', '=', stocktake).executeTakeFirst()
  if (of?.state !== 'counting') return
  await sql`with first as (
      update stocktake_line set counted = true where stocktake = ${stocktake} and asset = ${asset} and not counted
      returning coalesce(location, ${nowhere}) as place
    )
    update stocktake_tally set counted = counted + 1
    where stocktake = ${stocktake} and "of" = 'place' and key = (select place from first)`.execute(tx.db)
  await sql`insert into stocktake_tally (stocktake, "of", key, expected, counted, first_at, last_at)
    values (${stocktake}, 'counter', ${counter}, 0, 1, ${countedAt}, ${countedAt})
    on conflict (stocktake, "of", key) do update set counted = stocktake_tally.counted + 1,
      first_at = least(stocktake_tally.first_at, excluded.first_at),
      last_at = greatest(stocktake_tally.last_at, excluded.last_at)`.execute(tx.db)
}

export const stocktakeCountBehaviour = behave(stocktakeCount, {
  derive,
  guards: { create: mayCount },
  effects: { create: tallied },
})
