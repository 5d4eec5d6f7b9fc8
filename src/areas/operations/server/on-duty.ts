import './tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../platform/tables.ts'

/** Somebody at a position at an instant: by their signature, or by the roster alone. */
export interface Standing {
  readonly position: string
  readonly person: string
  readonly name: string
  /** The shift they signed for; without it they are only planned. */
  readonly shift: string | null
  readonly number: string | null
  readonly state: 'due' | 'on-duty' | 'handing-over' | 'over' | 'missed' | null
  readonly from: string
  readonly until: string
  readonly late: boolean
}

/**
 * Who is at which position at an instant: whoever has signed and was not yet relieved; where a planned duty has nobody's signature,
 * whoever is planned and not on leave.
 */
export async function standingAt(db: Kysely<Tables>, at: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select s.position, s.person, p.name, s.id as shift, s.number, s.state, s.began_at as from, s.ends_at as until,
        s.late_at is not null as late
      from shift s join person p on p.id = s.person
      where s.began_at <= ${at} and (s.over_at is null or s.over_at > ${at})
    union all
    select d.position, d.person, p.name, s.id, s.number, s.state, d.starts_at, d.ends_at, s.late_at is not null
      from duty d join person p on p.id = d.person left join shift s on s.duty = d.id
      where d.state = 'published' and d.starts_at <= ${at} and d.ends_at > ${at}
        and (s.began_at is null or s.began_at > ${at})
        and not exists (select from shift o where o.position = d.position and o.person = d.person
          and o.began_at <= ${at} and (o.over_at is null or o.over_at > ${at}))
        and not exists (select from leave l where l.person = d.person and l.state = 'approved'
          and l.starts_at <= ${at} and l.ends_at > ${at})
    order by 1, 7, 2`.execute(db)
  return rows
}

/**
 * The persons on duty for a post at an instant: those who signed for a position of the post, or, where nobody has, those planned
 * for it; null where no position wants the post, and so no roster says. `db` may be a transaction's.
 */
export async function onDutyFor(db: Kysely<Tables>, post: string, at: string): Promise<string[] | null> {
  const positions = await db
    .selectFrom('dutyPosition')
    .select('id')
    .where('state', '=', 'in-use')
    .where(sql<boolean>`posts @> array[${post}::uuid]`)
    .execute()
  if (positions.length === 0) return null
  const standing = await standingAt(db, at)
  const here = standing.filter(({ position }) => positions.some(({ id }) => id === position))
  const signed = here.filter(({ state }) => state !== null && state !== 'due' && state !== 'missed')
  return [...new Set((signed.length > 0 ? signed : here).map(({ person }) => person))]
}
