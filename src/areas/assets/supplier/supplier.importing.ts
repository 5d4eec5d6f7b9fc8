import { sql } from 'kysely'
import type { Importing } from '../../../platform/transfer/import/importing.ts'
import { nameCore } from './supplier.rules.ts'

/** Suppliers as sheets name them: with or without their legal form. */
export const supplierImporting: Importing = {
  find: async (db, texts) => {
    const core = sql<string>`supplier_core(name)`
    const rows = await db
      .selectFrom('supplier')
      .select(['id', core.as('core')])
      .where(core, 'in', texts.map(nameCore))
      .execute()
    return new Map(
      texts.flatMap((text) => {
        const found = rows.find((row) => row.core === nameCore(text))
        return found ? [[text, found.id]] : []
      }),
    )
  },
  propose: (text) => [
    { text, values: { name: text, kind: /软件|科技|信息|software/i.test(text) ? 'software' : 'reseller' } },
  ],
}
