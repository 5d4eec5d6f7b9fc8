import { dayAway, monthsAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { beside, type Reading } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateIn } from '../../../../record/zone.ts'
import { holdersOf } from '../../allocation/allocation.rules.ts'
import type { licence } from '../licence.record.ts'
import { type Granted, type Held, positionOn, positionsBetween } from '../position.rules.ts'

const point = z.object({ date: z.iso.date(), entitled: z.number(), used: z.number() })

/** How a licence stands by its dates: today, and over the year behind and the year ahead as far as it is known. */
export const licencePosition = beside({
  name: 'position',
  of: ({ name }) => name === 'licence',
  summary: 'What one may use and what is used: today, and wherever it changes within a year of it.',
  output: z.object({
    today: point,
    points: z.array(point),
    /** Machines on which discovery sees it, and those of them that neither have it nor belong to whom it is given. */
    found: z.object({ installed: z.int(), uncovered: z.int(), assets: z.array(z.uuid()) }).nullable(),
    refs: refsSchema,
  }),
  async run(at, _record, row) {
    const { id, software, metric } = row as unknown as RowOf<typeof licence>
    const { today } = at.person
    const [granted, held, found] = await Promise.all([
      grantedOf(at, id),
      heldOf(at, id),
      software.length === 0 ? null : foundOf(at, id, software, holdersOf(metric).includes('person')),
    ])
    return {
      found,
      refs: await lookUp(at.engine, at.person, new Map([['asset', new Set(found?.assets)]])),
      today: positionOn(granted, held, today),
      points: positionsBetween(granted, held, monthsAway(today, -12), monthsAway(today, 12)),
    }
  },
})

/** What was withdrawn counted until the day before. */
async function grantedOf({ db, engine }: Reading, id: string): Promise<Granted[]> {
  const rows = await db
    .selectFrom('entitlement')
    .select(['quantity', 'validFrom', 'validTo', 'withdrawnAt'])
    .where('licence', '=', id)
    .execute()
  return rows.map(({ withdrawnAt, ...one }) => {
    if (withdrawnAt === null) return one
    const last = dayAway(dateIn(engine.zone, withdrawnAt), -1)
    return { ...one, validTo: one.validTo !== null && one.validTo < last ? one.validTo : last }
  })
}

/** Put together by day: thousands of seats have few days. */
async function heldOf({ db, engine }: Reading, id: string): Promise<Held[]> {
  const day = (column: string) => sql<string>`(${sql.ref(column)} at time zone ${engine.zone})::date`
  const { rows } = await sql<Held>`select ${day('created_at')} as "from", ${day('withdrawn_at')} as "to",
      sum(quantity) as quantity
    from allocation where licence = ${id} group by 1, 2`.execute(db)
  return rows
}

/** So many of those that are not covered are named. */
const mostNamed = 50

/** Who has it on a machine has it: where people hold the licence, a machine is covered by whoever has it in hand. */
async function foundOf({ db }: Reading, id: string, software: readonly string[], byPerson: boolean) {
  const { rows } = await sql<{ installed: number; uncovered: number; assets: string[] | null }>`
    with there as (
      select distinct asset from installation where software = any(${[...software]}::uuid[]) and state = 'present'
    ), open as (
      select a.id from there join asset a on a.id = there.asset
      where not exists (select from allocation h where h.licence = ${id} and h.state = 'held'
        and (h.asset = a.id or (${byPerson} and h.person = a.custodian)))
    )
    select (select count(*)::int from there) as installed, (select count(*)::int from open) as uncovered,
      (select array_agg(id) from (select id from open order by id limit ${mostNamed}) as first) as assets`.execute(db)
  const [found] = rows
  return { installed: found?.installed ?? 0, uncovered: found?.uncovered ?? 0, assets: found?.assets ?? [] }
}
