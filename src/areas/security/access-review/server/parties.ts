import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { type Assigned, type ReviewBy, reviewerFor } from '../reviewer.rules.ts'

/** Whom an item concerns, and who must not look at it. */
export interface About {
  readonly system: string
  readonly person?: string | null
  readonly approvers?: readonly string[]
  readonly barred?: readonly string[]
}

/** Who reviews each of these: owners, heads and managers are looked up once for all. */
export async function partiesFor(tx: Tx, items: readonly About[], by: ReviewBy): Promise<(about: About) => Assigned> {
  const systems = [...new Set(items.map(({ system }) => system))]
  const people = [...new Set(items.flatMap(({ person }) => person ?? []))]
  const { rows: owners } = await sql<{ id: string; who: string }>`select s.id, p.id as who from access_system s
    join person p on p.id = s.owner and p.state = 'active' where s.id = any(${systems}::uuid[])`.execute(tx.db)
  const { rows: heads } = await sql<{ id: string; who: string }>`select p.id, h.id as who from person p
    join department d on d.id = p.department join person h on h.id = d.head and h.state = 'active'
    where p.id = any(${people}::uuid[])`.execute(tx.db)
  const { rows: managers } = await sql<{ id: string }>`select id from person where state = 'active'
    and roles && array(select id from role where code = 'manager' and state = 'active') order by employee_no limit 20`.execute(
    tx.db,
  )
  const owner = new Map(owners.map(({ id, who }) => [id, who]))
  const head = new Map(heads.map(({ id, who }) => [id, who]))
  return ({ system, person = null, approvers = [], barred = [] }) =>
    reviewerFor(
      {
        ...{ subject: person, approvers, barred, managers: managers.map(({ id }) => id) },
        ...{ owner: owner.get(system) ?? null, head: (person && head.get(person)) ?? null },
      },
      by,
    )
}
