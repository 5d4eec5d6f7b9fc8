import { sql } from 'kysely'
import { linkIdentity } from '../../../../platform/auth/identity.ts'
import { type DirectoryEntry, readDirectory, sameDn } from '../../../../platform/auth/ldap.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { person } from '../../person/person.record.ts'
import { type Known, type Meaning, type Person, type Plan, planSync, type Values } from '../sync.rules.ts'
import '../../server/tables.ts'

/** What a look into the directory came to, as it is kept and shown. */
export interface Outcome {
  readonly outcome: 'done' | 'stopped' | 'failed'
  /** People in the directory. */
  readonly seen: number
  readonly created: number
  readonly changed: number
  /** Persons who left with it, or who would have. */
  readonly gone: number
  readonly clashes: Plan['clashes']
}

const provider = 'ldap'
const nothing = { seen: 0, created: 0, changed: 0, gone: 0, clashes: [] }

/**
 * Brings persons and their roles in line with the directory: new ones come, groups give and take roles, whoever is gone leaves.
 * A directory that cannot be read as a whole changes nothing. `by` is whoever asked by hand, and may have confirmed how many
 * go. Null where no directory is set up.
 */
export async function syncDirectory(
  engine: Engine,
  { by = null, confirmed }: { by?: string | null; confirmed?: number | undefined } = {},
): Promise<Outcome | null> {
  const { ldap } = engine.signIn
  if (!ldap) return null
  let entries: DirectoryEntry[]
  try {
    entries = await readDirectory(ldap)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    engine.log.warn({ reason: String(error.cause) }, 'the directory could not be read')
    return engine.inTx(asSystem('directory-sync'), (tx) => keep(tx, by, { outcome: 'failed', ...nothing }))
  }
  return engine.inTx(asSystem('directory-sync'), async (tx) => {
    // Two at once would create the same people twice.
    await sql`select pg_advisory_xact_lock(7301, 12)`.execute(tx.db)
    const plan = planSync({
      entries,
      known: await knownOf(tx),
      meanings: await meaningsOf(tx),
      numbers: await numbersOf(tx),
      matchNumbers: ldap.match === 'employee-no',
      mostGone: ldap.mostGone,
      confirmed,
    })
    const { gone, clashes } = plan
    if (plan.stopped) {
      return keep(tx, by, { outcome: 'stopped', ...nothing, seen: entries.length, gone: gone.length, clashes })
    }
    await carryOut(tx, plan)
    const created = plan.create.length
    const touched = [...plan.link, ...plan.change, ...plan.rename, ...plan.enable]
    const changed = new Set(touched.map((one) => one.person)).size
    return keep(tx, by, { outcome: 'done', seen: entries.length, created, changed, gone: gone.length, clashes })
  })
}

async function carryOut(tx: Tx, plan: Plan): Promise<void> {
  for (const { entry, employeeNo, values } of plan.create) {
    const made = await tx.create(person, { ...fieldsOf(values), employeeNo })
    await linkIdentity(tx, made.id, { provider, subject: entry.id }, entry.login)
  }
  for (const { entry, person: id, values } of plan.link) {
    await tx.update(person, id, fieldsOf(values))
    await linkIdentity(tx, id, { provider, subject: entry.id }, entry.login)
  }
  for (const { person: id, values } of plan.change) await tx.update(person, id, fieldsOf(values))
  for (const { account, person: id, from, to } of plan.rename) {
    const renamed = await tx.db
      .updateTable('account')
      .set({ login: to })
      .where('id', '=', account)
      .where('passwordHash', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('account as other').select('other.id').where('other.login', '=', to))),
      )
      .executeTakeFirst()
    if (renamed.numUpdatedRows > 0n) await tx.journal(person, id, 'rename-account', { login: [from, to] })
  }
  for (const { account, person: id, login } of plan.enable) {
    await tx.db.updateTable('account').set({ disabledAt: null }).where('id', '=', account).execute()
    await tx.journal(person, id, 'enable-account', { login: [null, login] })
  }
  for (const id of plan.gone) await tx.act(person, id, 'leave')
}

const fieldsOf = ({ name, email, roles, team }: Values) => ({ name, email, roles: [...roles], team })

async function knownOf(tx: Tx): Promise<Known[]> {
  const rows = await tx.db
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account')
    .innerJoin('person', 'person.id', 'account.person')
    .select(['identity.subject', 'account.id as account', 'account.login', 'account.disabledAt'])
    .select(['person.id', 'person.state', 'person.name', 'person.email', 'person.roles', 'person.team'])
    .where('identity.provider', '=', provider)
    .execute()
  return rows.map(({ subject, account, login, disabledAt, ...row }) => {
    return { subject, account, login, disabled: disabledAt !== null, person: personOf(row) }
  })
}

async function meaningsOf(tx: Tx): Promise<Meaning[]> {
  const rows = await tx.db
    .selectFrom('directoryGroup')
    .select(['dn', 'role', 'team'])
    .where('state', '=', 'active')
    .orderBy('number')
    .execute()
  return rows.map(({ dn, ...means }) => ({ dn: sameDn(dn), ...means }))
}

async function numbersOf(tx: Tx): Promise<Map<string, Person>> {
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'state', 'name', 'email', 'roles', 'team', 'employeeNo'])
    .execute()
  return new Map(rows.map(({ employeeNo, ...row }) => [employeeNo, personOf(row)]))
}

const personOf = ({ state, ...row }: Omit<Person, 'active'> & { state: string }): Person => ({
  ...row,
  active: state === 'active',
})

async function keep(tx: Tx, by: string | null, outcome: Outcome): Promise<Outcome> {
  await tx.db
    .insertInto('directorySync')
    .values({ id: tx.newId(), at: tx.now, by, ...outcome, clashes: JSON.stringify(outcome.clashes) })
    .execute()
  return outcome
}
