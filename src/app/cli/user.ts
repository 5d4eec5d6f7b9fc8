import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { person } from '../../areas/organisation/person/person.record.ts'
import { createAccount, disableAccounts } from '../../platform/auth/account.ts'
import { demandGoodPassword, hashPassword } from '../../platform/auth/password.ts'
import { diskStore } from '../../platform/files/store.ts'
import { asSystem } from '../../record/actor.ts'
import type { Config } from '../config.ts'
import { type OpenEngine, openEngine } from '../open.ts'
import { withDatabase } from './database.ts'

const usage = `touchstone user list
touchstone user add LOGIN --name NAME --employee NO [--role CODE …]
touchstone user password LOGIN
touchstone user disable LOGIN
A password is read from standard input, one line.`

type Word = (engine: OpenEngine['engine'], login: string, values: Values) => Promise<void>
type Values = { name?: string | undefined; employee?: string | undefined; role?: string[] | undefined }

/** `touchstone user …`: sign-ins from the machine itself, for when nobody can sign in; journalled as the command line's work. */
export async function runUser(config: Config, argv: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { name: { type: 'string' }, employee: { type: 'string' }, role: { type: 'string', multiple: true } },
  })
  const [word = '', login = ''] = positionals
  const chosen = Object.hasOwn(words, word) ? words[word] : undefined
  if (!chosen || (login === '' && word !== 'list')) {
    console.log(usage)
    return word === '' ? 0 : 1
  }
  await withDatabase(config, async (url) => {
    const { engine, close } = await openEngine({ url, files: diskStore(join(config.home, 'files')), poolSize: 2 })
    await chosen(engine, login, values).finally(close)
  })
  return 0
}

const words: Readonly<Record<string, Word>> = {
  async list(engine) {
    const rows = await engine.db
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person')
      .select(['account.login', 'person.name', 'person.number', 'account.disabledAt'])
      .orderBy('account.login')
      .execute()
    for (const { login, name, number, disabledAt } of rows)
      console.log([login, name, number, disabledAt ? '停用 disabled' : ''].join('\t').trimEnd())
  },
  async add(engine, login, { name, employee, role: codes = [] }) {
    if (!name || !employee) throw new Error('Say who it is: --name NAME --employee NO')
    const password = await readPassword()
    await engine.inTx(asSystem('command-line'), async (tx) => {
      const roles =
        codes.length > 0
          ? await tx.db.selectFrom('role').select(['id', 'code']).where('code', 'in', codes).execute()
          : []
      const unknown = codes.filter((code) => !roles.some((one) => one.code === code))
      if (unknown.length > 0) throw new Error(`There is no role ${unknown.join(', ')}.`)
      const made = await tx.create(person, { name, employeeNo: employee, roles: roles.map(({ id }) => id) })
      await createAccount(tx, { person: made.id, login, password })
    })
    console.log(`已创建 · Created ${login}`)
  },
  async password(engine, login) {
    const { id, person: owner } = await accountOf(engine, login)
    const given = await readPassword()
    demandGoodPassword(engine.settings, given)
    const passwordHash = await hashPassword(given)
    await engine.inTx(asSystem('command-line'), async (tx) => {
      await tx.db.updateTable('account').set({ passwordHash }).where('id', '=', id).execute()
      await tx.db.deleteFrom('session').where('account', '=', id).execute()
      await tx.journal(person, owner, 'set-password', { login: [login, login] })
      await tx.notify('sign-in', {})
    })
    console.log(`已重设密码,旧会话已结束 · Password set, sessions ended: ${login}`)
  },
  async disable(engine, login) {
    const { person: owner } = await accountOf(engine, login)
    await engine.inTx(asSystem('command-line'), async (tx) => {
      await disableAccounts(tx, owner)
      await tx.journal(person, owner, 'disable-accounts', { login: [login, null] })
    })
    console.log(`已停用此人的全部账号 · All accounts of this person are disabled: ${login}`)
  },
}

async function accountOf(engine: OpenEngine['engine'], login: string): Promise<{ id: string; person: string }> {
  const found = await engine.db
    .selectFrom('account')
    .select(['id', 'person'])
    .where('login', '=', login)
    .executeTakeFirst()
  if (!found) throw new Error(`There is no account ${login}.`)
  return found
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stdout.write('密码 · Password: ')
  for await (const chunk of process.stdin) {
    const [line = ''] = String(chunk).split(/\r?\n/)
    return line
  }
  throw new Error('No password was given.')
}
