import { accessReview } from '../../areas/security/access-review/access-review.record.ts'
import { accessReviewItem } from '../../areas/security/access-review-item/access-review-item.record.ts'
import { accessSystem } from '../../areas/security/access-system/access-system.record.ts'
import { type AccountEntry, entrySchema, loginKey } from '../../areas/security/account-list/entry.rules.ts'
import { takeOwnAccounts } from '../../areas/security/account-list/server/nightly.task.ts'
import { takeList } from '../../areas/security/account-list/server/take.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import type { Login } from './people.ts'
import type { Stage } from './stage.ts'

/** How many of the firm's systems export their accounts here. */
const systemsRead = 3
/** What each list shows that nobody granted: nobody's account, one of somebody who should have none, a right too many. */
const orphan = { login: 'test01', name: '测试账号', lastUsedAt: '2026-05-12T02:00:00.000Z' }
const ghost = { login: 'sunjy', name: '孙嘉怡', employeeNo: '2001' }
const service = { login: 'svc-batch', name: '批处理', shared: true, secondFactor: false }

/**
 * What the systems themselves show of a quarter's access: three lists with an account that is nobody's, a ghost and rights beyond
 * what was granted; a review of the first, of which one revoke is still to be seen; and the product's own accounts.
 */
export function accountActs(stage: Stage, quarter: readonly string[]): Act[] {
  const at = (ago: number, time: string) => shanghai(tradingDay(quarter, ago), time)
  const first = async () => (await systemsOf(stage))[0]
  return [
    { at: at(9, '10:05'), do: async () => bringAll(stage, await systemsOf(stage)) },
    { at: at(9, '14:40'), do: async () => openReview(stage, await first()) },
    { at: at(8, '10:30'), do: () => decide(stage) },
    { at: at(8, '15:40'), do: () => closeReview(stage) },
    { at: at(5, '10:05'), do: async () => bring(stage, await first(), 'after') },
    { at: at(4, '20:20'), do: () => readOurselves(stage) },
    { at: at(1, '20:20'), do: () => takeOwnAccounts(stage.engine) },
  ]
}

interface System {
  readonly id: string
  readonly name: string
  readonly owner: string
}

const systemsOf = ({ engine }: Stage): Promise<System[]> =>
  engine.db
    .selectFrom('accessSystem')
    .select(['id', 'name', 'owner'])
    .where('state', '=', 'in-use')
    .where('code', '<>', 'touchstone')
    .orderBy('number')
    .limit(systemsRead)
    .execute()

async function bringAll(stage: Stage, systems: readonly System[]): Promise<void> {
  for (const one of systems) await bring(stage, one, 'before')
}

/** The accounts as the system exports them: who was granted what is there, and some that nobody granted. */
async function bring(stage: Stage, system: System | undefined, when: 'before' | 'after'): Promise<void> {
  if (!system) return
  const { db } = stage.engine
  const rows = await db
    .selectFrom('accessGrant as g')
    .innerJoin('accessRight as r', 'r.id', 'g.accessRight')
    .innerJoin('person as p', 'p.id', 'g.person')
    .innerJoin('account as a', 'a.person', 'p.id')
    .select(['a.login', 'p.name', 'p.employeeNo', 'r.code'])
    .where('g.system', '=', system.id)
    .where('g.state', 'in', ['granted', 'revoking'])
    .orderBy('a.login')
    .orderBy('r.code')
    .execute()
  const rights = await db
    .selectFrom('accessRight')
    .select('code')
    .where('system', '=', system.id)
    .orderBy('number')
    .execute()
  const codes = rights.map(({ code }) => code)
  const listed = new Map<string, { login: string; name: string; employeeNo: string; rights: string[] }>()
  for (const { login, name, employeeNo, code } of rows) {
    const known = listed.get(login) ?? { login, name, employeeNo, rights: [] }
    listed.set(login, { ...known, rights: [...known.rights, code] })
  }
  const [one] = [...listed.values()]
  if (one) one.rights.push(...codes.filter((code) => !one.rights.includes(code)).slice(0, 1))
  const odd = [
    { ...orphan, rights: codes.slice(0, 1) },
    { ...service, rights: codes.slice(0, 1) },
    // What the review took away is gone by then; the test account is still there.
    ...(when === 'before' ? [{ ...ghost, rights: codes.slice(0, 1) }] : []),
  ]
  const secondFactor = { secondFactor: true }
  const entries: AccountEntry[] = [...[...listed.values()].map((entry) => ({ ...secondFactor, ...entry })), ...odd]
    .map((entry) => entrySchema.parse(entry))
    .sort((a, b) => (loginKey(a.login) < loginKey(b.login) ? -1 : 1))
  await stage.as('engineer', (tx) =>
    takeList(tx, system.id, { takenAt: tx.now, complete: true, source: 'csv', entries }),
  )
}

async function openReview(stage: Stage, system: System | undefined): Promise<void> {
  if (!system) return
  const title = `${system.name}权限复核`
  await stage.as('manager', async (tx) => {
    const { id } = await tx.create(accessReview, { title, system: system.id, owner: stage.people.manager, days: 10 })
    await tx.act(accessReview, id, 'open')
  })
}

/** Everyone their own items, with a look at each; nobody's account and the ghost go. */
async function decide(stage: Stage): Promise<void> {
  await handOn(stage)
  const open = await stage.engine.db
    .selectFrom('accessReviewItem')
    .select(['id', 'reviewer', 'standing', 'title'])
    .where('state', '=', 'open')
    .orderBy('title')
    .orderBy('number')
    .execute()
  for (const { id, reviewer, standing, title } of open) {
    const login = loginOf(stage, reviewer)
    if (!login) continue
    await stage.as(login, (tx) => tx.act(accessReviewItem, id, 'look'))
    stage.clock.set(Date.parse(stage.clock.now()) + 45_000)
    const goes = title.startsWith(orphan.login) || title.startsWith(ghost.login)
    await stage.as(login, (tx) =>
      goes
        ? tx.act(accessReviewItem, id, 'revoke', { reason: '岗位不需要,也没有授权。' })
        : tx.act(accessReviewItem, id, 'keep', standing === 'matched' ? {} : { reason: '工作仍需要,补办授权。' }),
    )
  }
}

/** What nobody is left for goes to somebody in another department. */
async function handOn(stage: Stage): Promise<void> {
  const left = await stage.engine.db
    .selectFrom('accessReviewItem')
    .select(['id', 'person', 'approvers'])
    .where('state', '=', 'open')
    .where('reviewer', 'is', null)
    .orderBy('number')
    .execute()
  for (const { id, person, approvers } of left) {
    const other = (['auditor', 'director'] as const).find(
      (login) => stage.people[login] !== person && !approvers.includes(stage.people[login]),
    )
    if (other)
      await stage.as('admin', (tx) => tx.act(accessReviewItem, id, 'hand-on', { reviewer: stage.people[other] }))
  }
}

async function closeReview(stage: Stage): Promise<void> {
  const { db } = stage.engine
  const running = await db.selectFrom('accessReview').select('id').where('state', '=', 'running').execute()
  for (const { id } of running) {
    const left = await db
      .selectFrom('accessReviewItem')
      .select('id')
      .where('review', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (!left) await stage.as('manager', (tx) => tx.act(accessReview, id, 'close'))
  }
}

/** The product is one of the systems: from here on its accounts are read every night. */
async function readOurselves(stage: Stage): Promise<void> {
  const own = await stage.engine.db
    .selectFrom('accessSystem')
    .select('id')
    .where('code', '=', 'touchstone')
    .executeTakeFirst()
  if (own) await stage.as('manager', (tx) => tx.update(accessSystem, own.id, { accountsFrom: 'own' }))
  await takeOwnAccounts(stage.engine)
}

const loginOf = ({ people }: Stage, id: string | null): Login | undefined =>
  (Object.entries(people) as [Login, string][]).find(([, one]) => one === id)?.[0]
