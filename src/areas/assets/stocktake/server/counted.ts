import './line.table.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { location } from '../../location/location.record.ts'
import { countedStates, unseenKinds } from '../scope.rules.ts'

/** Places of which all that can be seen was on the frozen list have been counted with this stocktake; what came later does not matter. */
export async function keepCounted(tx: Tx, id: string, number: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct l.id from stocktake_line s join location l on l.id = s.location
    where s.stocktake = ${id} and not exists (
      select from asset a join asset_category c on c.id = a.category
      where a.location = l.id and a.state = any(${[...countedStates]}::text[]) and c.kind <> all(${[...unseenKinds]}::text[])
        and a.created_at < (select started_at from stocktake where id = ${id})
        and not exists (select from stocktake_line o where o.stocktake = ${id} and o.asset = a.id)
        and not exists (select from stocktake_difference d where d.stocktake = ${id} and d.asset = a.id))
    order by l.id`.execute(tx.db)
  const system = tx.as(number)
  for (const place of rows) await system.update(location, place.id, { countedAt: tx.now })
}
