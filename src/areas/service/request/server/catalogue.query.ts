import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import '../../server/tables.ts'
import { openTo } from './may-order.ts'

const offered = z.object({
  id: z.uuid(),
  number: z.string(),
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  summary: z.string(),
  summaryEn: z.string().nullable(),
  service: z.uuid(),
  serviceName: z.string(),
  cost: z.number().nullable(),
  fulfilMinutes: z.number().nullable(),
  /** How often this person has ordered it, in any edition. */
  ordered: z.int(),
})

/** `GET /api/catalogue`: what the reader may order now, by service and name. */
export const catalogue = query({
  path: '/api/catalogue',
  allow: everyone,
  summary: 'What the reader may order: published offerings open to their department',
  input: z.object({}),
  output: z.object({ items: z.array(offered) }),
  async run({ db, person }) {
    const items = await db
      .selectFrom('offering as o')
      .innerJoin('service as s', 's.id', 'o.service')
      .select(['o.id', 'o.number', 'o.code', 'o.title', 'o.titleEn', 'o.summary', 'o.summaryEn', 'o.service'])
      .select(['o.cost', 'o.fulfilMinutes', 's.name as serviceName'])
      .select(
        sql<number>`(select count(*)::int from request r join offering of on of.id = r.offering
          where of.code = o.code and r.created_by = ${person.id})`.as('ordered'),
      )
      .where('o.state', '=', 'published')
      .where('s.state', '<>', 'retired')
      .where(openTo(person.id))
      .orderBy('s.name')
      .orderBy('o.title')
      .limit(500)
      .execute()
    return { items }
  },
})
