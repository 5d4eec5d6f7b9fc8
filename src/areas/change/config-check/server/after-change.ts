import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { askForCheck, type Checklist } from './ask.ts'

/** Asks for a check of all that these components have a checklist for: what is known of them may be so no longer. */
export async function checkAfterChange(tx: Tx, change: string, components: readonly string[]): Promise<void> {
  for (const { checklist, components: of } of await checklistsOf(tx.db, components))
    for (const component of of) await askForCheck(tx, checklist, component, { why: 'change', change })
}

export interface AfterChange {
  /** Of the checklist and the component. */
  readonly title: string
  readonly component: string
  readonly number: string | null
  readonly is: 'stands' | 'drifts' | 'unclear' | 'waits'
}

/** How each component stands by each of its checklists since an instant. */
export async function checksAfter(
  db: Kysely<Tables>,
  components: readonly string[],
  since: string | null,
): Promise<AfterChange[]> {
  const { rows } = await sql<AfterChange>`select l.title || ' · ' || c.name as title, c.id as component, k.number,
      case when k.id is null or k.checked_at < ${since} or exists (select from config_check w
          where w.checklist = l.id and w.component = c.id and w.state = 'waiting') then 'waits'
        when k.state = 'baseline' then 'stands'
        when k.drifted > 0 then 'drifts' when k.unread > 0 then 'unclear' else 'stands' end as "is"
    from config_checklist l cross join unnest(l.components) named join component c on c.id = named
      left join config_check k on k.checklist = l.id and k.component = c.id and k.newest
    where l.state = 'in-force' and l.components && ${[...components]}::uuid[] and c.id = any(${[...components]}::uuid[])
    order by l.id, c.code`.execute(db)
  return rows
}

/** What keeps a change from being closed: what could not be read is said and holds nothing up. */
export const openAfterChange = async (db: Kysely<Tables>, components: readonly string[], since: string | null) =>
  (await checksAfter(db, components, since)).filter(({ is }) => is === 'waits' || is === 'drifts')

/** Checklists in force of any of these components, each with those of them that it is for. */
export async function checklistsOf(db: Kysely<Tables>, components: readonly string[]) {
  if (components.length === 0) return []
  const rows = await db
    .selectFrom('configChecklist')
    .selectAll()
    .where('state', '=', 'in-force')
    .where(sql<boolean>`components && ${[...components]}::uuid[]`)
    .orderBy('id')
    .execute()
  return rows.map((checklist) => ({
    checklist: checklist as Checklist,
    components: checklist.components.filter((one) => components.includes(one)),
  }))
}
