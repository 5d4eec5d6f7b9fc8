import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { personId } from '../../../../record/actor.ts'
import { fault, invalid, Refusal } from '../../../../record/problem.ts'
import type { RowOf, ValuesOf } from '../../../../record/record.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { settleRevokes } from '../../access-review-item/server/settle.ts'
import { accessSystem } from '../../access-system/access-system.record.ts'
import { matchOf } from '../../system-account/match.rules.ts'
import { candidatesFor } from '../../system-account/server/candidates.ts'
import { systemAccount } from '../../system-account/system-account.record.ts'
import { accountList } from '../account-list.record.ts'
import { type AccountEntry, doubts, loginKey } from '../entry.rules.ts'
import '../../server/tables.ts'

type List = RowOf<typeof accountList>
type Account = RowOf<typeof systemAccount>

export interface Given {
  readonly takenAt: string
  readonly complete: boolean
  readonly source: List['source']
  /** One for each login. */
  readonly entries: readonly AccountEntry[]
  /** How many may be gone where more would be than ever leave at once. */
  readonly confirmed?: number | undefined
}

export interface Taken {
  readonly list: List
  /** It says nothing that was not known. */
  readonly same: boolean
}

/**
 * Takes the accounts of a system as they were read: all of them or, where anything is doubted, none. What was read before and says
 * the same changes nothing but when it was last seen so.
 */
export async function takeList(tx: Tx, systemId: string, given: Given): Promise<Taken> {
  // Locked, so that of two lists of a system one comes after the other.
  const system = await tx.lock(accessSystem, systemId)
  const { takenAt, complete, source, entries } = given
  const digest = digestOf(canonical({ complete, entries })).toString('hex')
  const last = await lastList(tx.db, systemId)
  const lastAt = last && (last.sameAt ?? last.takenAt)
  if (last && lastAt && takenAt <= lastAt) {
    if (last.digest === digest) return { list: last, same: true }
    throw invalid([older(lastAt)])
  }
  if (msOf(takenAt) > msOf(tx.now) + 5 * minuteMs) throw invalid([tooEarly])
  if (system.state !== 'in-use') throw new Refusal('wrong-state', ['该系统已停用。', 'The system is retired.'])
  const keeper = tx.as('account-lists')
  if (last?.digest === digest) {
    const list = await keeper.update(accountList, last.id, { sameAt: takenAt })
    await settleRevokes(keeper, list)
    return { list, same: true }
  }
  const known = await accountsOf(tx, systemId)
  const there = new Set(entries.map(({ login }) => loginKey(login)))
  const present = [...known.values()].filter(({ state }) => state === 'present')
  const gone = complete ? present.filter(({ login }) => !there.has(loginKey(login))) : []
  const doubted = doubts(present.length, gone.length, given.confirmed)
  if (doubted.length > 0) throw invalid(doubted)

  const plan = await planFor(keeper, known, entries)
  const title = `${system.name} ${dateIn(tx.zone, takenAt)}`
  const list = await tx.as('account-lists').create(accountList, {
    ...{ title, system: systemId, takenAt, complete, source, digest, accounts: entries.length },
    broughtBy: personId(tx.actor),
    ...{ came: plan.fresh.length + plan.back.length, changed: plan.changed.length, went: gone.length },
  })
  await createAll(
    keeper,
    systemAccount,
    plan.fresh.map((values) => ({ ...values, system: systemId, cameWith: list.id })),
  )
  const done = await keeper.putMany(systemAccount, plan.changed)
  for (const one of done) if (one instanceof Refusal) throw one
  for (const { id, values } of plan.back) {
    await keeper.act(systemAccount, id, 'reappear', { cameWith: list.id })
    await keeper.update(systemAccount, id, values)
  }
  for (const { id } of gone) await keeper.act(systemAccount, id, 'vanish', { goneWith: list.id })
  await settleRevokes(keeper, list)
  return { list, same: false }
}

export async function lastList(db: Kysely<Tables>, system: string): Promise<List | null> {
  const found = await db
    .selectFrom('accountList')
    .selectAll()
    .where('system', '=', system)
    .orderBy('takenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (found as List | undefined) ?? null
}

async function accountsOf(tx: Tx, system: string): Promise<Map<string, Account>> {
  const rows = await tx.db.selectFrom('systemAccount').selectAll().where('system', '=', system).execute()
  return new Map(rows.map((row) => [loginKey(row.login), row as unknown as Account]))
}

interface Plan {
  readonly fresh: ValuesOf<typeof systemAccount>[]
  readonly changed: { id: string; values: ValuesOf<typeof systemAccount> }[]
  readonly back: { id: string; values: ValuesOf<typeof systemAccount> }[]
}

async function planFor(tx: Tx, known: ReadonlyMap<string, Account>, entries: readonly AccountEntry[]): Promise<Plan> {
  const candidates = await candidatesFor(tx, entries)
  const plan: Plan = { fresh: [], changed: [], back: [] }
  for (const entry of entries) {
    const account = known.get(loginKey(entry.login))
    const values = valuesOf(entry, account)
    // Whom somebody named by hand stays named.
    if (account?.matchedBy !== 'hand') {
      const match = matchOf(entry, candidates(entry))
      Object.assign(values, match ?? { person: null, matchedBy: null })
    }
    if (!account) plan.fresh.push(values)
    else if (account.state === 'gone') plan.back.push({ id: account.id, values })
    else if (differs(account, values)) plan.changed.push({ id: account.id, values })
  }
  return plan
}

const valuesOf = (entry: AccountEntry, account: Account | undefined): ValuesOf<typeof systemAccount> => ({
  ...{ login: account?.login ?? entry.login, name: entry.name, employeeNo: entry.employeeNo, mail: entry.mail },
  ...{ rights: entry.rights, saidPrivileged: entry.privileged, secondFactor: entry.secondFactor },
  ...{ shared: entry.shared ?? account?.shared ?? false, disabled: entry.disabled ?? false },
  // Some systems forget when an account was used; we do not.
  lastUsedAt: entry.lastUsedAt ?? account?.lastUsedAt ?? null,
})

const differs = (account: Account, values: object): boolean =>
  Object.entries(values).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(account[name as keyof Account] ?? null),
  )

const older = (lastAt: string) =>
  fault(
    'takenAt',
    'older',
    `已有 ${instantAt(msOf(lastAt))} 取得的清单,不能再用更早的。`,
    `There is a list of ${instantAt(msOf(lastAt))} already; an older one is not taken.`,
  )
const tooEarly = fault('takenAt', 'in-the-future', '取得时间在将来。', 'It was taken in the future.')

/** The systems in use whose accounts are read so. */
export const systemsReadBy = async (db: Kysely<Tables>, source: List['source']): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select id from access_system
    where accounts_from = ${source} and state = 'in-use' order by id`.execute(db)
  return rows.map(({ id }) => id)
}
