import '../../server/tables.ts'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { command, query, type Reading } from '../../../../platform/area.ts'
import { snake } from '../../../../platform/db/columns.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { Refusal } from '../../../../record/problem.ts'
import { asset } from '../../asset/asset.record.ts'
import { moneyReaders } from '../../keepers.rules.ts'
import { judge, type Verdict, verdicts } from '../resource.rules.ts'
import { figuresShape, judgedShape, orders, type Resource, resourceShape } from '../shape.rules.ts'
import { limitsOf } from './figures.ts'
import { gather, timesOf } from './gather.ts'

const filters = {
  verdict: z.enum(verdicts).optional(),
  category: z.uuid().optional(),
  model: z.uuid().optional(),
  department: z.uuid().optional(),
  location: z.uuid().optional(),
}
type Filters = z.output<z.ZodObject<typeof filters>>

const mostRows = 200

/** What to renew, retire or move, and why. */
export const resources = query({
  path: '/api/resources',
  allow: moneyReaders,
  summary: 'Assets with their use, failures, repairs, age and cost, and what should become of each, with the reasons',
  input: z.strictObject({
    ...filters,
    order: z.enum(orders).default('score'),
    limit: z.coerce.number().int().min(1).max(mostRows).default(100),
    /** Where the page before ended. */
    after: z.string().max(200).optional(),
  }),
  output: z.object({
    items: z.array(resourceShape),
    next: z.string().nullable(),
    /** Of all that the other filters leave, by verdict. */
    counts: z.record(z.enum(verdicts), z.int()),
    /** When they were counted; null: not yet. */
    at: z.iso.datetime().nullable(),
    refs: refsSchema,
  }),
  async run(at, { order, limit, after, ...given }) {
    const column = sql.ref(`f.${snake(order)}`)
    const { rows } = await sql<Resource & { at: string; place: number }>`
      select a.id as asset, a.tag, a.number, a.name, a.category, a.model, a.location, a.department,
        f.verdict, f.score, f.reasons, f.figures, ${column}::float8 as place
      from resource_figure f join asset a on a.id = f.asset
      where ${narrowed(given, true)} and ${begun(column, after)}
      order by ${column} desc, f.asset limit ${limit + 1}`.execute(at.db.withoutPlugins())
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items,
      next: rows.length > limit && last ? `${last.place}_${last.asset}` : null,
      counts: await countsOf(at, given),
      at: await countedAt(at),
      refs: await namesOf(at, items),
    }
  },
})

const narrowed = ({ verdict, ...others }: Filters, withVerdict: boolean): RawBuilder<unknown> => {
  const parts = Object.entries(others).flatMap(([name, id]) => (id ? [sql`${sql.ref(`a.${name}`)} = ${id}`] : []))
  if (withVerdict && verdict) parts.push(sql`f.verdict = ${verdict}`)
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

function begun(column: RawBuilder<unknown>, after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`
  const [, place, id] = /^(-?[\d.e+]+)_([0-9a-f-]{36})$/.exec(after) ?? []
  if (!place || !id) throw new Refusal('bad-cursor', ['翻页位置无效。', 'This is no place in the list.'])
  return sql`(${column} < ${Number(place)} or (${column} = ${Number(place)} and f.asset > ${id}))`
}

async function countsOf({ db }: Reading, given: Filters): Promise<Record<Verdict, number>> {
  const isNarrowed = Object.entries(given).some(([name, value]) => name !== 'verdict' && value)
  // All of them are counted by an index alone.
  const { rows } = await sql<{ verdict: Verdict; count: number }>`select f.verdict, count(*)::int as count
    from resource_figure f ${isNarrowed ? sql`join asset a on a.id = f.asset` : sql``}
    where ${narrowed(given, false)} group by 1`.execute(db.withoutPlugins())
  const found = new Map(rows.map(({ verdict, count }) => [verdict, count]))
  return Object.fromEntries(verdicts.map((one) => [one, found.get(one) ?? 0])) as Record<Verdict, number>
}

async function countedAt({ db }: Reading): Promise<string | null> {
  const found = await db
    .selectFrom('resourceFigure')
    .select(({ fn }) => fn.min('at').as('at'))
    .executeTakeFirst()
  return found?.at ?? null
}

function namesOf({ engine, person }: Reading, items: readonly Resource[]) {
  const ids = (name: 'category' | 'model' | 'location' | 'department') =>
    new Set(items.flatMap((one) => one[name] ?? []))
  return lookUp(
    engine,
    person,
    new Map([
      ['asset-category', ids('category')],
      ['asset-model', ids('model')],
      ['location', ids('location')],
      ['department', ids('department')],
    ]),
  )
}

/** The same of one asset, as it is now. */
export const standingOfAsset = query({
  path: '/api/assets/:asset/standing',
  allow: moneyReaders,
  summary: 'Use, failures, repairs, age and cost of one asset now, and what should become of it, with the reasons',
  input: z.strictObject({ asset: z.uuid() }),
  output: z.object({ figures: figuresShape.nullable(), judged: judgedShape.nullable() }),
  async run({ db, person, engine }, { asset: id }) {
    await readItem(db, asset, person, id)
    const times = await timesOf(engine)
    const [found] = await gather(db, times, { ids: [id] })
    if (!found) return { figures: null, judged: null }
    const { id: _id, ...figures } = found
    const judged = judge(found, limitsOf(engine.settings), times.today)
    return {
      figures,
      judged: {
        ...judged,
        reasons: judged.reasons.map((one) => ({ ...one, words: [...one.words] as [string, string] })),
      },
    }
  },
})

/** Counts all of them anew; soon, and not twice at once. */
export const countNow = command({
  path: '/api/resources/count',
  allow: moneyReaders,
  summary: 'Counts the figures of all assets anew, soon',
  input: z.strictObject({}),
  output: z.object({ queued: z.literal(true) }),
  async run(tx) {
    await tx.job('count-resources', {}, { key: 'count-resources' })
    return { queued: true as const }
  },
})
