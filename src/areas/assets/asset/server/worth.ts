import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { yuanOf } from '../../money.rules.ts'
import { bookValueAt, termsOf } from '../depreciation.rules.ts'

/** What some assets are worth in the books on a date, in yuan; null where cost or date is not known. */
export async function worthOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  date: string,
): Promise<ReadonlyMap<string, number | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('asset as a')
    .innerJoin('assetCategory as c', 'c.id', 'a.category')
    .select(['a.id', 'a.cost', 'a.depreciation', 'a.usefulMonths', 'a.inServiceOn', 'a.purchasedOn'])
    .select(['c.depreciation as usual', 'c.usefulMonths as usualMonths', 'c.residual'])
    .where('a.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, usual, usualMonths, residual, ...own }) => {
      const terms = termsOf(own, { depreciation: usual, usefulMonths: usualMonths, residual })
      return [id, terms && yuanOf(bookValueAt(terms, date))]
    }),
  )
}
