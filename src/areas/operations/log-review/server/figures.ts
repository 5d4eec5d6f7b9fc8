import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { growing, type Reviewed, recursAt } from '../figures.rules.ts'
import { type Period, periodBefore } from '../period.rules.ts'

type Db = Kysely<Tables>
type Kind = Reviewed['kinds'][number]['kind']

/** No more than so many of each are shown: nobody goes through more. */
const most = 50

/** What the log of a period says, beside the period before it. The period is over: no line comes to it any more. */
export async function reviewedOf(db: Db, period: Period, zone: string): Promise<Reviewed> {
  const before = periodBefore(period)
  const counted = counting(db, period, before)
  const [lines, kinds, components, hours, recurring, seal] = [
    await linesOf(db, period, before),
    await counted<{ kind: Kind }>({ what: sql`l.kind`, by: sql`l.kind` }),
    await counted<Component>({ what: componentOf, by: sql`c.id, c.name`, where: worse }),
    await counted<{ hour: number }>({ what: sql`${hourIn(zone)} as hour`, by: sql`1`, where: worse }),
    await counted<Component & { kind: Kind; days: number }>({
      what: sql`l.kind, ${componentOf}, (count(distinct l.trading_day) filter (where l.trading_day >= ${period.from}))::int as days`,
      by: sql`l.kind, c.id, c.name`,
      where: sql`${worse} and l.kind <> 'note'`,
      least: recursAt,
    }),
    await newestSeal(db),
  ]
  const named = <T extends Component>({ componentId, componentName, ...one }: T) => ({
    ...one,
    component: { id: componentId, name: componentName },
  })
  return {
    before,
    lines,
    seal,
    kinds: growing(kinds),
    components: growing(components.filter(({ componentId }) => componentId !== null).map(named)).slice(0, most),
    hours: growing(hours),
    recurring: growing(recurring.filter(({ componentId }) => componentId !== null).map(named)).slice(0, most),
  }
}

interface Component {
  readonly componentId: string
  readonly componentName: string
}

const componentOf = sql`c.id as component_id, c.name as component_name`
export const worse = sql`l.severity <> 'info'`
/** The hour that the firm's clock showed. */
export const hourIn = (zone: string) => sql`extract(hour from l.created_at at time zone ${zone})::int`

interface Counted {
  readonly what: RawBuilder<unknown>
  readonly by: RawBuilder<unknown>
  readonly where?: RawBuilder<unknown>
  /** Times in the period, at least. */
  readonly least?: number
}

/** Counts the lines of the period and of the one before by something of them; in one order, as what is shown is signed. */
const counting =
  (db: Db, { from, to }: Period, before: Period) =>
  async <T>({ what, by, where = sql`true`, least = 0 }: Counted) => {
    const { rows } = await sql<T & { count: number; before: number }>`
      select ${what}, (count(*) filter (where l.trading_day >= ${from}))::int as count,
        (count(*) filter (where l.trading_day < ${from}))::int as before
      from log_entry l left join component c on c.id = l.component
      where l.trading_day between ${before.from} and ${to} and ${where}
      group by ${by} having count(*) filter (where l.trading_day >= ${from}) >= ${least} order by ${by}`.execute(db)
    return rows
  }

async function linesOf(db: Db, { from, to }: Period, before: Period): Promise<Reviewed['lines']> {
  const { rows } = await sql<Reviewed['lines']>`
    select count(*)::int as count,
      (select count(*)::int from log_entry where trading_day between ${before.from} and ${before.to}) as before,
      (array_agg(number order by id))[1] as first, (array_agg(number order by id desc))[1] as last,
      encode(sha256(coalesce(string_agg(journal_head, ''::bytea order by id), ''::bytea)), 'hex') as digest
    from log_entry where trading_day between ${from} and ${to}`.execute(db)
  return rows[0] as Reviewed['lines']
}

async function newestSeal(db: Db): Promise<Reviewed['seal']> {
  const row = await db
    .selectFrom('journalSeal')
    .select(['id', 'at', 'digest'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, at: row.at, digest: row.digest.toString('hex') } : null
}

/** Of all that is shown: what a signature is for. */
export const digestOfReviewed = (period: Period, reviewed: Reviewed): string =>
  digestOf(canonical([period.from, period.to, reviewed])).toString('hex')

/** Do the lines, and what is shown of them, stand as they did when it was drawn up? */
export async function standsAsShown(db: Db, period: Period, reviewed: Reviewed, digest: string): Promise<boolean> {
  const lines = await linesOf(db, period, reviewed.before)
  return lines.digest === reviewed.lines.digest && digestOfReviewed(period, reviewed) === digest
}
