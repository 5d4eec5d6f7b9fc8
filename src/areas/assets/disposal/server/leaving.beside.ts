import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { holds } from '../../../../record/rule.ts'
import { worthOf } from '../../asset/server/worth.ts'
import { moneyReaders } from '../../keepers.rules.ts'
import { disposal } from '../disposal.record.ts'
import { missingMedia } from '../disposal.rules.ts'

const leaving = z.object({
  id: z.uuid(),
  number: z.string(),
  tag: z.string(),
  name: z.string(),
  state: z.string(),
  serial: z.string().nullable(),
  category: z.string(),
  classification: z.string(),
  storage: z.boolean(),
  /** Yuan; null where it is not known, or not for this reader. */
  cost: z.number().nullable(),
  bookValue: z.number().nullable(),
})

/** What leaves by a disposal, and what of its data still has to be destroyed. */
export const leavingBeside = beside({
  name: 'leaving',
  of: ({ name }) => name === disposal.name,
  summary:
    'The assets of a disposal with what they are worth, and which media must be destroyed or witnessed before they go',
  output: z.object({ assets: z.array(leaving), missing: z.array(z.tuple([z.string(), z.string()])) }),
  async run({ db, person }, _record, row) {
    const ids = row['assets'] as string[]
    if (ids.length === 0) return { assets: [], missing: [] }
    const mayCount = holds(moneyReaders, person, {})
    const on = (row['valuedOn'] as string | null) ?? person.today
    const [assets, media, worth] = await Promise.all([
      db
        .selectFrom('asset as a')
        .innerJoin('assetCategory as c', 'c.id', 'a.category')
        .select(['a.id', 'a.number', 'a.tag', 'a.name', 'a.state', 'a.serial', 'a.classification', 'a.cost'])
        .select(['c.name as category', 'c.nameEn as categoryEn', 'c.storage'])
        .where('a.id', 'in', ids)
        .orderBy('a.tag')
        .execute(),
      db
        .selectFrom('destruction')
        .select(['asset', 'serial', 'state'])
        .where('disposal', '=', row.id)
        .orderBy('id')
        .execute(),
      mayCount ? worthOf(db, ids, on) : null,
    ])
    const isOver = ['carried-out', 'rejected', 'withdrawn'].includes(row.state)
    return {
      assets: assets.map(({ categoryEn, category, cost, ...one }) => ({
        ...one,
        category: (person.lang === 'en' && categoryEn) || category,
        cost: mayCount ? cost : null,
        bookValue: worth?.get(one.id) ?? null,
      })),
      missing: isOver ? [] : missingMedia(assets, media).map(({ text: [zh, en] }): [string, string] => [zh, en]),
    }
  },
})
