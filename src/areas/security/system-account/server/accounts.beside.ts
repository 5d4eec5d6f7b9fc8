import { sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { narrow } from '../../../../record/rule.ts'
import { accessSystem } from '../../access-system/access-system.record.ts'
import { lastList } from '../../account-list/server/take.ts'
import { systemAccount } from '../system-account.record.ts'
import '../../server/tables.ts'

const mostShown = 50

/** The accounts of a system by how they stand, its newest list, and what was granted and is not there. */
export const accountsOfSystem = beside({
  name: 'accounts',
  of: (record) => record.name === accessSystem.name,
  summary: 'The accounts of a system by standing, its newest list, and grants of which no account shows anything',
  output: z.object({
    /** False: whoever asks may not see the accounts of others, and is told nothing of them. */
    shown: z.boolean(),
    standing: z.object({ matched: z.int(), orphan: z.int(), ghost: z.int(), 'too-much': z.int() }),
    privileged: z.int(),
    shared: z.int(),
    list: z.object({ number: z.string(), at: z.string(), complete: z.boolean(), accounts: z.int() }).nullable(),
    notThere: z.array(z.object({ number: z.string(), person: z.string(), right: z.string() })),
    notThereCount: z.int(),
    waiting: z.int(),
  }),
  async run({ db, person }, _record, { id }) {
    // Of those who may read all; one's own account stands in the list of accounts.
    const shown = narrow(systemAccount.access.read, person) === true
    const none = { matched: 0, orphan: 0, ghost: 0, 'too-much': 0 }
    if (!shown)
      return {
        ...{ shown, standing: none, privileged: 0, shared: 0, list: null, notThere: [], notThereCount: 0, waiting: 0 },
      }
    const { rows } = await sql<{ standing: keyof typeof none; n: number; privileged: number; shared: number }>`
      select standing, count(*)::int as n, count(*) filter (where privileged)::int as privileged,
        count(*) filter (where shared)::int as shared
      from system_account where system = ${id} and state = 'present' group by standing`.execute(db)
    const list = await lastList(db, id)
    const { rows: missing } = list
      ? await sql<{ number: string; person: string; right: string; all: number }>`
        select g.number, p.name as person, r.name as right, (count(*) over ())::int as all
        from access_grant g join access_right r on r.id = g.access_right join person p on p.id = g.person
        where g.system = ${id} and g.state = 'granted' and g.granted_at < ${list.sameAt ?? list.takenAt}
          and not exists (select from system_account a where a.system = g.system and a.person = g.person
            and a.state = 'present' and a.rights ? r.code)
        order by g.number limit ${mostShown}`.execute(db)
      : { rows: [] }
    const waiting = await db
      .selectFrom('accessReviewItem')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('system', '=', id)
      .where('state', '=', 'revoking')
      .executeTakeFirstOrThrow()
    return {
      shown,
      standing: { ...none, ...Object.fromEntries(rows.map(({ standing, n }) => [standing, n])) },
      privileged: rows.reduce((sum, one) => sum + one.privileged, 0),
      shared: rows.reduce((sum, one) => sum + one.shared, 0),
      list: list && {
        number: list.number,
        at: list.sameAt ?? list.takenAt,
        complete: list.complete,
        accounts: list.accounts,
      },
      notThere: missing.map(({ number, person: who, right }) => ({ number, person: who, right })),
      notThereCount: missing[0]?.all ?? 0,
      waiting: Number(waiting.n),
    }
  },
})
