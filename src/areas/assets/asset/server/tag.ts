import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { keeper } from '../../keepers.rules.ts'
import { tagAt, tagStart } from '../tag.rules.ts'

/**
 * The next tags of a category, `SRV-00042`: drawn for good once the transaction commits, so that nobody else is given one of
 * them, and none that an asset has by another way. Refuses `invalid` for a category that is not there.
 */
export async function nextTags(tx: Tx, category: string, count: number): Promise<string[]> {
  const found = await tx.db
    .selectFrom('assetCategory')
    .select(['code', 'tagPrefix'])
    .where('id', '=', category)
    .executeTakeFirst()
  if (!found)
    throw invalid([fault('category', 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.')])
  const prefix = found.tagPrefix ?? found.code
  const tags = tagsUpTo(prefix, await draw(tx, prefix, count), count)
  const taken = await tx.db.selectFrom('asset').select('tag').where('tag', 'in', tags).limit(1).executeTakeFirst()
  if (!taken) return tags
  // Somebody numbered by hand: go on after the highest that there is.
  return tagsUpTo(prefix, await draw(tx, prefix, count, await highest(tx, prefix)), count)
}

const tagsUpTo = (prefix: string, last: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => tagAt(prefix, last - count + 1 + i))

/** Counts on, and answers how far: whoever else draws from this prefix waits until this transaction is over. */
async function draw(tx: Tx, prefix: string, count: number, after = 0): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into asset_tag_counter (prefix, value) values (${tagStart(prefix)}, ${after + count})
    on conflict (prefix) do update set value = greatest(asset_tag_counter.value, ${after}) + ${count}
    returning value`.execute(tx.db)
  return rows[0]?.value ?? 0
}

async function highest(tx: Tx, prefix: string): Promise<number> {
  const start = tagStart(prefix)
  const { rows } = await sql<{ most: number }>`
    select coalesce(max(substr(tag, length(${start}) + 1)::int), 0) as most from asset
    where starts_with(tag, ${start}) and substr(tag, length(${start}) + 1) ~ '^[0-9]{1,9}$'`.execute(tx.db)
  return rows[0]?.most ?? 0
}

export const nextTag = command({
  path: '/api/assets/next-tag',
  allow: keeper,
  summary: 'Draws the next tag of a category, for one asset that is being registered; it is given to nobody else',
  input: z.strictObject({ category: z.uuid() }),
  output: z.object({ tag: z.string() }),
  async run(tx, { category }) {
    const [tag = ''] = await nextTags(tx, category, 1)
    return { tag }
  },
})
