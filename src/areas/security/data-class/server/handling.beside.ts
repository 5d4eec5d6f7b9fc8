import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { dateIn } from '../../../../record/zone.ts'
import { dataClass, levels } from '../data-class.record.ts'

/** How what is on an asset is to be handled, by its level today, and when its level was last looked at. */
export const assetHandling = beside({
  name: 'handling',
  of: (record) => record.name === 'asset',
  summary: 'How data of its level is kept, sent, printed and destroyed, and when its level was last reviewed',
  output: z.object({
    level: z.enum(levels),
    rules: z
      .object({
        number: z.string(),
        name: z.string(),
        nameEn: z.string().nullable(),
        store: z.string(),
        send: z.string(),
        print: z.string(),
        destroy: z.string(),
        who: z.string(),
      })
      .nullable(),
    reviewedAt: z.string().nullable(),
  }),
  async run({ db, engine, now }, _record, row) {
    const level = row['classification'] as (typeof levels)[number]
    const rules = await db
      .selectFrom('dataClass')
      .select(['number', 'name', 'nameEn', 'store', 'send', 'print', 'destroy', 'who'])
      .where('level', '=', level)
      .where('state', '=', dataClass.transitions.approve.to)
      .where('effectiveOn', '<=', dateIn(engine.zone, now))
      .orderBy('effectiveOn', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const last = await db
      .selectFrom('classReview')
      .select('agreedAt')
      .where('asset', '=', row.id)
      .where('state', '=', 'agreed')
      .orderBy('agreedAt', 'desc')
      .executeTakeFirst()
    return { level, rules: rules ?? null, reviewedAt: last?.agreedAt ?? null }
  },
})
