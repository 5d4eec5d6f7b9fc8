import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { AccountEntry } from '../../account-list/entry.rules.ts'
import type { Candidate } from '../match.rules.ts'

type Named = Pick<AccountEntry, 'login' | 'employeeNo' | 'mail'>

/** Who may be meant by any of these, asked for once; by entry. */
export async function candidatesFor(tx: Tx, entries: readonly Named[]): Promise<(entry: Named) => Candidate[]> {
  const lower = (texts: readonly (string | null)[]) => [
    ...new Set(texts.flatMap((text) => (text === null ? [] : text.toLowerCase()))),
  ]
  const logins = lower(entries.map(({ login }) => login))
  const numbers = lower([...entries.map(({ employeeNo }) => employeeNo), ...logins])
  const mails = lower(entries.map(({ mail }) => mail))
  const { rows } = await sql<Candidate>`select p.id, p.state = 'active' as here, p.employee_no as "employeeNo", p.email,
      array(select lower(login) from account where person = p.id) as logins
    from person p where lower(p.employee_no) = any(${numbers}) or lower(p.email) = any(${mails})
      or p.id in (select person from account where lower(login) = any(${logins}))`.execute(tx.db)
  const by = new Map<string, Candidate[]>()
  const put = (key: string | null, one: Candidate) => {
    const name = key?.toLowerCase()
    if (name) by.set(name, [...(by.get(name) ?? []), one])
  }
  for (const one of rows) for (const key of [one.employeeNo, one.email, ...one.logins]) put(key, one)
  return ({ login, employeeNo, mail }) => [
    ...new Set([employeeNo, login, mail].flatMap((key) => by.get((key ?? '').toLowerCase()) ?? [])),
  ]
}
