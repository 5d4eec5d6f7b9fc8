import './line.table.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Kind } from '../../stocktake-difference/decision.rules.ts'
import type { stocktakeDifference } from '../../stocktake-difference/stocktake-difference.record.ts'

type Db = Kysely<Tables>
export type Difference = RowOf<typeof stocktakeDifference>

/** The differences that stand, in the order of their kinds and tags. */
export const differencesOf = (db: Db, id: string): Promise<Difference[]> =>
  db
    .selectFrom('stocktakeDifference')
    .selectAll()
    .where('stocktake', '=', id)
    .where('state', '<>', 'withdrawn')
    .orderBy('kind')
    .orderBy('tag')
    .execute() as Promise<Difference[]>

/** One expected asset with what came of it; without a kind it was found as registered. */
export interface ReportLine {
  readonly tag: string
  readonly name: string
  readonly place: string | null
  readonly holder: string | null
  readonly kind: Kind | null
  readonly foundPlace: string | null
  readonly foundHolder: string | null
  readonly counter: string | null
  readonly countedAt: string | null
}

const handful = 2_000

/** The frozen list with the count that stands of each, in the order of tags. */
export async function* linesOf(db: Db, id: string): AsyncGenerator<ReportLine[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<ReportLine>`select l.tag, l.name, p.name as place, h.name as holder, d.kind,
        fp.name as "foundPlace", fh.name as "foundHolder", w.name as counter, c.counted_at as "countedAt"
      from (select * from stocktake_line where stocktake = ${id} and tag > ${after} order by tag limit ${handful}) l
      left join location p on p.id = l.location
      left join person h on h.id = l.custodian
      left join stocktake_difference d on d.stocktake = l.stocktake and d.asset = l.asset and d.state <> 'withdrawn'
      left join lateral (select * from stocktake_count where stocktake = l.stocktake and asset = l.asset
        order by counted_at desc, id desc limit 1) c on true
      left join location fp on fp.id = c.place
      left join person fh on fh.id = c.holder
      left join person w on w.id = c.counter
      order by l.tag`.execute(db.withoutPlugins())
    if (rows.length > 0) yield rows
    if (rows.length < handful) return
    after = rows.at(-1)?.tag ?? ''
  }
}
