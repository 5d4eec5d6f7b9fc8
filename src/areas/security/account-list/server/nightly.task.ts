import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { readDirectory } from '../../../../platform/auth/ldap.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { type AccountEntry, entrySchema, loginKey } from '../entry.rules.ts'
import { systemsReadBy, takeList } from './take.ts'

/** Every night: the accounts of the product itself, and those of systems whose accounts are the directory's. */
export const takeAccounts: Task = async (engine) => {
  await takeOwnAccounts(engine)
  await takeDirectoryAccounts(engine)
}

/** Twenty past two in Shanghai. */
export const takeAccountsCrontab = '20 18 * * * take-accounts'

/** The product is a system like any other: who signs in to it, in which roles, and how well proved. */
export async function takeOwnAccounts(engine: Engine): Promise<void> {
  await engine.inTx(asSystem('account-lists'), async (tx) => {
    const systems = await systemsReadBy(tx.db, 'own')
    if (systems.length === 0) return
    const entries = inOrder(await ownAccounts(tx))
    for (const system of systems)
      await takeList(tx, system, { takenAt: tx.now, complete: true, source: 'own', entries })
  })
}

async function ownAccounts(tx: Tx): Promise<AccountEntry[]> {
  const { rows } = await sql<Omit<AccountEntry, 'privileged' | 'shared'>>`select a.login, p.name,
      p.employee_no as "employeeNo", p.email as mail, a.disabled_at is not null as disabled,
      array(select code from role where id = any(p.roles) and state = 'active') as rights,
      a.totp_secret is not null or exists (select from passkey k where k.account = a.id) as "secondFactor",
      greatest((select max(seen_at) from session s where s.account = a.id),
        (select max(last_used_at) from api_token t where t.account = a.id)) as "lastUsedAt"
    from account a join person p on p.id = a.person`.execute(tx.db)
  return rows.map((row) => entrySchema.parse(row))
}

/** The directory is asked once; a system of which it cannot be asked as a whole keeps the list it has. */
export async function takeDirectoryAccounts(engine: Engine): Promise<void> {
  const { ldap } = engine.signIn
  const systems = ldap ? await systemsReadBy(engine.db, 'directory') : []
  if (!ldap || systems.length === 0) return
  const takenAt = engine.clock.now()
  try {
    const entries = inOrder(
      (await readDirectory(ldap)).map(({ login, name, employeeNo, mail, groups }) =>
        entrySchema.parse({ login, name, employeeNo, mail, rights: groups }),
      ),
    )
    for (const system of systems)
      await engine.inTx(asSystem('account-lists'), (tx) =>
        takeList(tx, system, { takenAt, complete: true, source: 'directory', entries }),
      )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    engine.log.warn({ reason: error.message, faults: error.faults }, 'the accounts of the directory were not taken')
  }
}

const inOrder = (entries: readonly AccountEntry[]): AccountEntry[] =>
  [...entries].sort((a, b) => (loginKey(a.login) < loginKey(b.login) ? -1 : 1))
