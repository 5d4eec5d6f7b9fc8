import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import { tellDue, tellGiven } from '../../../messaging/messaging.api.ts'
import { dueFor, firstReminder } from '../../../rulebook/rulebook.api.ts'
import { undertakingText } from '../../undertaking-text/undertaking-text.record.ts'
import { undertaking } from '../undertaking.record.ts'

type Text = RowOf<typeof undertakingText>

const pageSize = 200
const task = 'gather-undertakings'
/** So long before what was signed is over, the next one is asked for. */
const daysAhead = 30

/** Has it looked at anew, once this is committed, who is to sign what. However many changes come at once, once is enough. */
export const gatherSoon = (tx: Tx): Promise<void> => tx.job(task, {}, { key: task })

/** By which changes somebody comes to be meant or is meant no more. */
const moves: Readonly<Record<string, readonly string[]>> = {
  person: ['state', 'department'],
  department: ['technology'],
}

export const hearJoiners: Follow = async (tx, { record, before, changes }) => {
  const names = moves[record.name]
  if (names && (before === null || names.some((name) => name in changes))) await gatherSoon(tx)
}

/** Asks whoever is to sign a text in force and has not, or will soon be signed no more; tells leavers what lasts. Page by page. */
export const gatherUndertakings: Task = async (engine) => {
  const inPages = async (page: (tx: Tx) => Promise<number>) => {
    while ((await engine.inTx(asSystem('security'), page)) === pageSize);
  }
  const texts = await engine.db
    .selectFrom('undertakingText')
    .select('id')
    .where('state', '=', 'published')
    .orderBy('id')
    .execute()
  await inPages(lapseUnasked)
  for (const { id } of texts)
    await inPages(async (tx) => {
      // Locked, so that two copies never ask the same person twice.
      const text = await tx.lock(undertakingText, id)
      return text.state === 'published' ? askMissing(tx, text) : 0
    })
  await inPages(tellLeavers)
}

/** Whether a person `p` of a department `d` is meant by the text `t`. */
const isMeant = sql`p.state = 'active' and (t.audience = 'all' or coalesce(d.technology, false))`

async function askMissing(tx: Tx, text: Text): Promise<number> {
  const soon = dayAway(tx.today, daysAhead)
  const { rows } = await sql<{ person: string; until: string | null }>`
    select p.id as person, (select max(u.valid_until)::text from undertaking u
        where u.person = p.id and u.code = t.code and u.state = 'signed' and u.digest = t.digest) as until
    from undertaking_text t cross join person p left join department d on d.id = p.department
    where t.id = ${text.id} and ${isMeant} and not exists (select from undertaking u
      where u.person = p.id and u.code = t.code and u.digest = t.digest
        and (u.state = 'asked' or u.state = 'signed' and u.valid_until > ${soon}::date))
    order by p.id limit ${pageSize}`.execute(tx.db)
  const { id, code, title, titleEn, digest } = text
  const made = await createAll(
    tx,
    undertaking,
    rows.map(({ person, until }) => {
      const dueOn = dueFor({ dueOn: until, days: text.days }, tx.today)
      const when = { dueOn, remindOn: firstReminder(dueOn, tx.today) }
      return { text: id, code, title, titleEn, digest: digest as string, person, ...when }
    }),
  )
  for (const one of made) await tellGiven(tx, undertaking, one, [{ is: 'person', id: one.person }])
  return rows.length
}

/** What was asked of those who are meant no more, or by a text that is in force no more. */
async function lapseUnasked(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select u.id from undertaking u join person p on p.id = u.person left join department d on d.id = p.department
    where u.state = 'asked' and not exists (select from undertaking_text t
      where t.code = u.code and t.digest = u.digest and t.state = 'published' and ${isMeant})
    order by u.id limit ${pageSize}`.execute(tx.db)
  for (const { id } of rows) await tx.act(undertaking, id, 'lapse')
  return rows.length
}

/** They, and management with them, are told once what somebody who has left is bound by still. */
async function tellLeavers(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string; person: string }>`
    select u.id, u.person from undertaking u join person p on p.id = u.person
    where u.state = 'signed' and u.told_on is null and p.state = 'left' order by u.id limit ${pageSize}`.execute(tx.db)
  for (const { id, person } of rows) {
    const row = await tx.act(undertaking, id, 'still-bound', { toldOn: tx.today })
    await tellDue(tx, undertaking, row, 'still-bound', [
      { is: 'person', id: person },
      { is: 'role', code: 'manager' },
    ])
  }
  return rows.length
}
