import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { recurrenceDays } from '../../problem/problem.settings.ts'
import { signatureOf } from '../../problem/signature.rules.ts'
import { review } from '../review.record.ts'

/** Reviews that were agreed within the days of recurrence, of whatever tells of the same as this incident: they are open again. */
export async function reopenReviews(tx: Tx, component: string, signature: string): Promise<void> {
  const since = instantAt(msOf(tx.now) - tx.settings.get(recurrenceDays) * dayMs)
  const { rows } = await sql<{ id: string; reviewed: string; again: string; number: string }>`
    select v.id, o.title as reviewed, n.title as again, n.number
    from review v left join major_incident m on m.id = v.major
      join incident o on o.id = coalesce(v.incident, m.incident) and o.component = ${component}
      join lateral (select number, title, id from incident i where i.component = ${component} and i.id <> o.id
        and i.created_at > v.agreed_at and i.duplicate_of is null order by i.id desc limit 1) n on true
    where v.state = 'agreed' and v.agreed_at > ${since} order by v.id`.execute(tx.db)
  const same = (title: string) => signatureOf(title).slice(0, 200) === signature
  for (const { id, reviewed, again, number } of rows)
    if (same(reviewed) && same(again)) await tx.act(review, id, 'reopen', { reopenReason: `${number} ${again}` })
}
