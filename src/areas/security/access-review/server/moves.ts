import { sql } from 'kysely'
import type { Follow, Written } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { dayAway } from '../../../../record/time.ts'
import type { Unknown } from '../../../../record/working-time.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { tradingHours } from '../../../operations/operations.api.ts'
import { accessGrant } from '../../access-grant/access-grant.record.ts'
import { heldStates } from '../../access-grant/access-grant.rules.ts'
import { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import { accessReview } from '../access-review.record.ts'
import { partiesFor } from './parties.ts'
import '../../server/tables.ts'

type Person = {
  readonly id: string
  readonly name: string
  readonly posts: readonly string[]
  readonly department: string | null
}

/** Somebody leaves, moves or joins: their access follows, in the same transaction and under a name that says why. */
export const hearMovers: Follow = async (tx, { record, before, after, changes }: Written) => {
  if (record.name !== 'person') return
  const one = after as unknown as Person & { readonly state: string }
  if (before?.state === 'active' && one.state === 'left') return leavers(tx.as('leavers'), one)
  if (one.state !== 'active') return
  const had = before?.state === 'active' ? (before as unknown as Person).posts : []
  const fresh = one.posts.filter((post) => !had.includes(post))
  if (fresh.length > 0) await propose(tx.as('joiners'), one, fresh)
  if (before?.state === 'active' && ('posts' in changes || 'department' in changes))
    await lookAgain(tx.as('movers'), one)
}

/** What they hold is asked back, what was asked for them is called off, and what they were to review goes to another. */
async function leavers(tx: Tx, { id, name }: Person): Promise<void> {
  const grants = await tx.db
    .selectFrom('accessGrant')
    .select(['id', 'state'])
    .where('person', '=', id)
    .where('state', 'in', ['requested', 'approved', 'granted'])
    .orderBy('id')
    .execute()
  for (const grant of grants) {
    if (grant.state !== 'granted') {
      await tx.act(accessGrant, grant.id, 'cancel', { cancelReason: `${name}已离职。` })
      continue
    }
    const revoking = await tx.act(accessGrant, grant.id, 'revoke', { revokeReason: `${name}已离职,24 小时内收回。` })
    if (revoking.owner) await tellGiven(tx, accessGrant, revoking, [{ is: 'person', id: revoking.owner }])
  }
  await handOn(tx, id)
}

async function handOn(tx: Tx, leaver: string): Promise<void> {
  const open = await tx.db
    .selectFrom('accessReviewItem as i')
    .innerJoin('accessReview as r', 'r.id', 'i.review')
    .leftJoin('accessReviewItem as first', 'first.id', 'i.secondOf')
    .select(['i.id', 'i.system', 'i.person', 'i.approvers', 'r.reviewBy', 'first.reviewer as firstReviewer'])
    .where('i.reviewer', '=', leaver)
    .where('i.state', '=', 'open')
    .orderBy('i.id')
    .execute()
  for (const by of new Set(open.map(({ reviewBy }) => reviewBy))) {
    const some = open.filter(({ reviewBy }) => reviewBy === by)
    const assign = await partiesFor(tx, some, by)
    for (const one of some) {
      const { reviewer } = assign({ ...one, barred: [leaver, ...(one.firstReviewer ? [one.firstReviewer] : [])] })
      if (reviewer) await tx.act(accessReviewItem, one.id, 'hand-on', { reviewer })
    }
  }
}

/** The least that a post needs is asked for as soon as somebody holds it; who may agree to it does so as ever. */
async function propose(tx: Tx, person: Person, posts: readonly string[]): Promise<void> {
  const { rows: rights } = await sql<{ id: string }>`select r.id from access_right r
    join access_system s on s.id = r.system and s.state = 'in-use'
    where r.state = 'offered' and r.posts && ${[...posts]}::uuid[] and not exists (select from access_grant g
      where g.access_right = r.id and g.person = ${person.id} and g.state in ('requested', 'approved', 'granted', 'revoking'))
    order by r.id`.execute(tx.db)
  for (const right of rights)
    await tx.create(accessGrant, {
      ...{ person: person.id, accessRight: right.id, kind: 'standing' },
      reason: '岗位所需的最小权限。 The least that the post needs.',
    })
}

/** What a mover has is looked at by the head of where they are now, within five working days (clause S-09). */
async function lookAgain(tx: Tx, person: Person): Promise<void> {
  if (!(await hasAccess(tx, person.id))) return
  const running = await tx.db
    .selectFrom('accessReview')
    .select('id')
    .where('person', '=', person.id)
    .where('state', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  if (running) return
  const owner = await headOrManager(tx, person)
  if (owner === null) return
  const review = await tx.create(accessReview, {
    ...{ title: `${person.name}调岗复核`, kind: 'mover', person: person.id, owner, reviewBy: 'head' },
    days: await workingDays(tx, 5),
  })
  await tx.act(accessReview, review.id, 'open')
}

async function hasAccess(tx: Tx, person: string): Promise<boolean> {
  const account = await tx.db
    .selectFrom('systemAccount')
    .select('id')
    .where('person', '=', person)
    .where('state', '=', 'present')
    .limit(1)
    .executeTakeFirst()
  if (account) return true
  const grant = await tx.db
    .selectFrom('accessGrant')
    .select('id')
    .where('person', '=', person)
    .where('state', 'in', heldStates)
    .limit(1)
    .executeTakeFirst()
  return grant !== undefined
}

async function headOrManager(tx: Tx, { id, department }: Person): Promise<string | null> {
  const head = await tx.db
    .selectFrom('department as d')
    .innerJoin('person as p', 'p.id', 'd.head')
    .select('p.id')
    .where('d.id', '=', department)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (head && head.id !== id) return head.id
  const { rows } = await sql<{ id: string }>`select id from person where state = 'active' and id <> ${id}
    and roles && array(select id from role where code = 'manager' and state = 'active') order by employee_no limit 1`.execute(
    tx.db,
  )
  return rows[0]?.id ?? null
}

/** So many working days from today, as days; where the calendar does not reach, weekdays count. */
async function workingDays(tx: Tx, wanted: number): Promise<number> {
  const hours = await tradingHours(tx.db)
  const works = (date: string): boolean => {
    const known: boolean | Unknown = hours?.isTradingDate(date) ?? 'unknown'
    return known === 'unknown' ? ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) : known
  }
  let [days, left] = [0, wanted]
  while (left > 0 && days < 60) if (works(dayAway(tx.today, ++days))) left--
  return days
}
