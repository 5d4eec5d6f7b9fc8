import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../../../platform/area.ts'
import { snake } from '../../../../platform/db/columns.ts'
import { listed } from '../../../../platform/read/list-filter.ts'
import { type AnyRecord, tableOf } from '../../../../record/record.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import type { Came, Rating, Took } from '../shape.rules.ts'
import { type Address, type Age, type Aspect, addressOf, ageStretches, type Bar, type Kind } from '../trend.rules.ts'

/** What is to be counted, and for whom. */
export interface Asked {
  readonly at: Reading
  readonly kind: Kind & { readonly record: AnyRecord }
  readonly bars: readonly Bar[]
  readonly filters: Address
  readonly part: Aspect
}

type Part = string | null
/** Rows by bar, by part, and one of the whole: what the grouping sets of a statement leave. */
interface Grouped {
  readonly level: 'bar' | 'part' | 'whole'
  readonly bar: number | null
  readonly part: Part
}

const grouped = sql`case grouping(bar, part) when 1 then 'bar' when 2 then 'part' else 'whole' end as level, bar, part`
const sets = sql`group by grouping sets ((bar), (part), ())`

/** What came in while the bars last, and what its clocks, as each row keeps them, have come to. */
export async function cameIn(asked: Asked) {
  const { kind } = asked
  const judged = (clock: string) => sql`count(*) filter (where ${stateOf(clock)} in ('met', 'breached'))::int`
  const kept = (clock: string) => sql`count(*) filter (where ${stateOf(clock)} = 'met')::int`
  const { rows } = await sql<Grouped & Came>`
    select ${grouped}, count(*)::int as "in", count(*) filter (where reopened > 0)::int as reopened,
      ${judged(kind.response)} as "responseJudged", ${kept(kind.response)} as "responseKept",
      ${judged(kind.resolution)} as "resolutionJudged", ${kept(kind.resolution)} as "resolutionKept"
    from (
      select ${barOf(asked, 'createdAt')} as bar, ${partOf(asked)} as part, ${sql.ref(snake(kind.reopened))} as reopened,
        ${stateOf(kind.response)}, ${stateOf(kind.resolution)}
      from ${came(asked)}
    ) t ${sets}`.execute(asked.at.db.withoutPlugins())
  return byGroup(rows, nothingCame)
}

/** How long half of what came in took at most, by part and as a whole: bars do not say. */
export async function tookIn(asked: Asked) {
  const { kind } = asked
  const half = (clock: string) => sql`percentile_cont(0.5) within group (order by ${tookOf(clock)})`
  const { rows } = await sql<Grouped & Took>`
    select case grouping(part) when 0 then 'part' else 'whole' end as level, null as bar, part,
      ${half(kind.response)} as "responseTook", ${half(kind.resolution)} as "resolutionTook"
    from (
      select ${partOf(asked)} as part, ${tookOf(kind.response)}, ${tookOf(kind.resolution)} from ${came(asked)}
    ) t group by grouping sets ((part), ())`.execute(asked.at.db.withoutPlugins())
  return byGroup(rows, { responseTook: null, resolutionTook: null } as Took)
}

const stateOf = (clock: string) => sql.ref(`${snake(clock)}_state`)
const tookOf = (clock: string) => sql.ref(`${snake(clock)}_took`)
const came = (asked: Asked) => rowsOf(asked, addressOf(asked.kind, 'in', wholeOf(asked.bars), asked.filters))

const nothingCame: Came = {
  in: 0,
  reopened: 0,
  responseJudged: 0,
  responseKept: 0,
  resolutionJudged: 0,
  resolutionKept: 0,
}

/** What was settled while the bars last, whenever it came in. */
export async function settledIn(asked: Asked) {
  const { rows } = await sql<Grouped & { n: number }>`select ${grouped}, count(*)::int as n from (
      select ${barOf(asked, asked.kind.settledAt)} as bar, ${partOf(asked)} as part
      from ${rowsOf(asked, addressOf(asked.kind, 'out', wholeOf(asked.bars), asked.filters))}
    ) t ${sets}`.execute(asked.at.db.withoutPlugins())
  return counts(rows)
}

/** How those rated it who answered while the bars last, whenever it came in. */
export async function ratedIn(asked: Asked) {
  const { at, kind, bars } = asked
  const { from, to } = wholeOf(bars)
  const ticket = sql.ref(kind.record.name)
  const { rows } = await sql<Grouped & Rating>`
    select ${grouped}, count(*)::int as rated, avg(grade)::float8 as grade from (
      select width_bucket(answered_at, ${edgesOf(bars)}) - 1 as bar, t.part, grade
      from survey_answer a join (select id, ${partOf(asked)} as part from ${rowsOf(asked, asked.filters)}) t on t.id = a.${ticket}
      where a.state = 'answered' and grade is not null
        and answered_at >= ${instantAt(from)}::timestamptz and answered_at < ${instantAt(to)}::timestamptz
    ) rated ${sets}`.execute(at.db.withoutPlugins())
  return byGroup(rows, { rated: 0, grade: null } as Rating)
}

/** When the firm's first ticket of this kind came in, in milliseconds; null while there is none. */
export async function firstOf({ at, kind }: Pick<Asked, 'at' | 'kind'>): Promise<number | null> {
  const { rows } = await sql<{ first: string | null }>`select min(created_at) as first
    from ${sql.table(tableOf(kind.record))}`.execute(at.db.withoutPlugins())
  return rows[0]?.first ? msOf(rows[0].first) : null
}

/** What had come in before the first bar, and was not settled then. */
export async function backlogBefore(asked: Asked): Promise<number> {
  const before = addressOf(asked.kind, 'backlog', { from: null, to: wholeOf(asked.bars).from }, asked.filters)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${rowsOf(asked, before)}`.execute(
    asked.at.db.withoutPlugins(),
  )
  return rows[0]?.n ?? 0
}

/** What is open now, by age. */
export async function openNow(asked: Asked) {
  const stretches = ageStretches(msOf(asked.at.now))
  const edges = stretches.flatMap(({ from }) => from ?? []).reverse()
  const bar = sql`width_bucket(created_at, ${edges.map(instantAt)}::timestamptz[])`
  const open = addressOf(asked.kind, 'open', { from: null, to: null }, asked.filters)
  const { rows } = await sql<Grouped & { n: number }>`select ${grouped}, count(*)::int as n from (
      select ${bar} as bar, ${partOf(asked)} as part from ${rowsOf(asked, open)}
    ) t ${sets}`.execute(asked.at.db.withoutPlugins())
  const { bar: ofBar, ...found } = counts(rows)
  return {
    ...found,
    ages: stretches.map(
      ({ name, from, to }, n): { name: Age; from: string | null; to: string | null; open: number } => ({
        name,
        from: from === null ? null : instantAt(from),
        to: to === null ? null : instantAt(to),
        open: ofBar(edges.length - n),
      }),
    ),
  }
}

/** The rows of a list's address, for whoever reads. */
function rowsOf({ at, kind }: Asked, address: Address): RawBuilder<unknown> {
  const filters = Object.fromEntries(Object.entries(address).map(([key, text]) => [key, text.split(',')]))
  // No day is said from today here.
  const today = { date: at.person.today, tradingDay: null }
  const asked = { filters, zone: at.engine.zone, today }
  return sql`${sql.table(tableOf(kind.record))} where ${listed(kind.record, at.person, asked)}`
}

/** Which bar an instant falls into, counted from nought. */
const barOf = ({ bars }: Asked, field: string): RawBuilder<unknown> =>
  sql`width_bucket(${sql.ref(snake(field))}, ${edgesOf(bars)}) - 1`

const edgesOf = (bars: readonly Bar[]) => sql`${bars.map(({ from }) => instantAt(from))}::timestamptz[]`

const partOf = ({ part }: Asked): RawBuilder<unknown> => sql`${sql.ref(snake(part))}::text`

const wholeOf = (bars: readonly Bar[]): Bar => ({
  name: bars[0]?.name ?? '',
  from: bars[0]?.from ?? 0,
  to: bars.at(-1)?.to ?? 0,
})

const counts = (rows: readonly (Grouped & { n: number })[]) => {
  const found = byGroup(rows, { n: 0 })
  return {
    ...found,
    whole: found.whole.n,
    bar: (n: number) => found.bar(n).n,
    part: (value: Part) => found.part(value).n,
  }
}

/** The figures by bar and part, without what says which they are. */
function byGroup<T extends object>(rows: readonly (Grouped & T)[], none: T) {
  const figures = ({ level: _level, bar: _bar, part: _part, ...rest }: Grouped & T) => rest as unknown as T
  const of = (level: Grouped['level']) => rows.filter((row) => row.level === level)
  const bars = new Map(of('bar').map((row) => [row.bar, figures(row)]))
  const parts = new Map(of('part').map((row) => [row.part, figures(row)]))
  const [whole] = of('whole')
  return {
    whole: whole ? figures(whole) : none,
    parts: [...parts.keys()],
    bar: (n: number): T => bars.get(n) ?? none,
    part: (value: Part): T => parts.get(value) ?? none,
  }
}
