import './line.table.ts'
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { canonical } from '../../../../platform/write/canonical.ts'
import type { Figures } from '../figures.rules.ts'
import { nowhere } from './line.table.ts'

type Db = Kysely<Tables>

/** What a stocktake came to, from its frozen list, its tallies and its differences: but for surplus, those of what it expected. */
export async function figuresOf(db: Db, id: string): Promise<Figures> {
  const tallies = await db.selectFrom('stocktakeTally').selectAll().where('stocktake', '=', id).orderBy('key').execute()
  const places = tallies.filter((one) => one.of === 'place')
  const counted = await db
    .selectFrom('stocktakeDifference')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n'), fn.count<number>('asset').as('known')])
    .where('stocktake', '=', id)
    .where('state', '<>', 'withdrawn')
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('kind', '=', 'surplus'),
        exists(
          selectFrom('stocktakeLine')
            .select('stocktakeLine.asset')
            .where('stocktakeLine.stocktake', '=', id)
            .whereRef('stocktakeLine.asset', '=', 'stocktakeDifference.asset'),
        ),
      ]),
    )
    .groupBy('kind')
    .execute()
  const of = (kind: string) => Number(counted.find((one) => one.kind === kind)?.n ?? 0)
  const expected = places.reduce((sum, one) => sum + one.expected, 0)
  const [wrongPlace, wrongHolder, missing, twice] = ['wrong-place', 'wrong-holder', 'missing', 'twice'].map(of) as [
    number,
    number,
    number,
    number,
  ]
  return {
    ...{ expected, wrongPlace, wrongHolder, missing, twice, surplus: of('surplus') },
    found: expected - wrongPlace - wrongHolder - missing - twice,
    unknown: of('surplus') - Number(counted.find(({ kind }) => kind === 'surplus')?.known ?? 0),
    places: places.map(({ key, ...one }) => ({
      id: key === nowhere ? null : key,
      expected: one.expected,
      counted: one.counted,
    })),
    counters: tallies.flatMap(({ of, key, counted, firstAt, lastAt }) =>
      of === 'counter' && firstAt && lastAt ? [{ id: key, counts: counted, first: firstAt, last: lastAt }] : [],
    ),
  }
}

/**
 * SHA-256 of what the report tells: the digest of the frozen list, the figures, and in their order each count and each difference with
 * what became of it. Whoever works it out again from the same records comes to the same.
 */
export async function reportDigest(db: Db, id: string, frozen: string, figures: Figures): Promise<string> {
  const { rows } = await sql<{ counts: string; differences: string }>`select
      (select encode(sha256(convert_to(coalesce(string_agg((id, tag, asset, place, holder, counter, counted_at at time zone 'UTC')::text,
        E'\n' order by id), ''), 'UTF8')), 'hex') from stocktake_count c
        where c.stocktake = s.id and c.created_at <= s.finished_at) as counts,
      (select encode(sha256(convert_to(coalesce(string_agg((number, state, kind, tag, decision, reason, found_place, found_holder)::text,
        E'\n' order by id), ''), 'UTF8')), 'hex') from stocktake_difference d
        where d.stocktake = s.id and d.state <> 'withdrawn') as differences
    from stocktake s where s.id = ${id}`.execute(db)
  return createHash('sha256')
    .update([frozen, canonical(figures), rows[0]?.counts, rows[0]?.differences].join('\n'))
    .digest('hex')
}
