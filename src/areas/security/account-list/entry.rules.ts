import { z } from 'zod'
import { fold } from '../../../record/fold.ts'
import { type Fault, fault } from '../../../record/problem.ts'

/** As many accounts as one list may hold, and rights as one account may. */
export const mostAccounts = 20_000
const mostRights = 300

const line = (max: number) => z.string().trim().min(1).max(max)
const unsaid = <S extends z.ZodType>(schema: S) => schema.nullish().transform((given) => given ?? null)

/** One account as a system tells of it; what the system does not say is null and proves nothing. */
export const entrySchema = z.strictObject({
  login: line(120).overwrite(fold),
  name: unsaid(line(120)),
  employeeNo: unsaid(line(40).overwrite(fold)),
  mail: unsaid(line(200)),
  /** Codes of rights, as the system names them. */
  rights: z
    .array(line(120).overwrite(fold))
    .max(mostRights)
    .default([])
    .transform((codes) => [...new Set(codes)].sort()),
  privileged: unsaid(z.boolean()),
  shared: unsaid(z.boolean()),
  secondFactor: unsaid(z.boolean()),
  disabled: unsaid(z.boolean()),
  lastUsedAt: unsaid(z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())),
})

export type AccountEntry = z.output<typeof entrySchema>

/** What a program hands in: `complete` says that whatever is not in it is not there. */
export const listSchema = z.strictObject({
  takenAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()),
  complete: z.boolean(),
  accounts: z.array(entrySchema).min(1).max(mostAccounts),
})

/** An entry and where it stood: a row of a sheet, or its place in what was sent. */
export interface Placed {
  readonly at: string
  readonly entry: AccountEntry
}

/** Logins are one account whatever their case. */
export const loginKey = (login: string): string => login.toLowerCase()

/**
 * One entry for each login, in the order of logins. A system may write one line for each right: they are one account where all
 * else that they say agrees; where it does not, nobody can tell which line is true.
 */
export function merged(placed: readonly Placed[]): { entries: AccountEntry[]; faults: Fault[] } {
  const byLogin = new Map<string, Placed>()
  const faults: Fault[] = []
  for (const { at, entry } of placed) {
    const key = loginKey(entry.login)
    const known = byLogin.get(key)
    if (!known) {
      byLogin.set(key, { at, entry })
      continue
    }
    if (said(known.entry) !== said(entry)) {
      faults.push(
        fault(
          at,
          'contradicts',
          `账号 ${entry.login} 与 ${known.at} 处所写不一致。`,
          `Account ${entry.login} is told otherwise at ${known.at}.`,
        ),
      )
      continue
    }
    const rights = [...new Set([...known.entry.rights, ...entry.rights])].sort()
    if (rights.length > mostRights)
      faults.push(
        fault(at, 'too-many-rights', `账号 ${entry.login} 的权限过多。`, `Account ${entry.login} has too many rights.`),
      )
    byLogin.set(key, { at: known.at, entry: { ...known.entry, rights } })
  }
  const entries = [...byLogin].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { entry }]) => entry)
  return { entries, faults }
}

const said = ({ login, rights: _, ...rest }: AccountEntry): string =>
  JSON.stringify([
    loginKey(login),
    Object.entries(rest)
      .sort()
      .map(([, value]) => value),
  ])

/** Of those that are there, more than this share gone at once is rather a list that was cut short. */
const mostGone = 0.3
const fewest = 5

/** Why a complete list is doubted: more accounts would be gone than ever leave at once. `confirmed` says how many may. */
export const doubts = (there: number, gone: number, confirmed: number | undefined): Fault[] =>
  gone <= Math.max(fewest, Math.floor(there * mostGone)) || confirmed === gone
    ? []
    : [
        fault(
          'complete',
          'too-many-gone',
          `按完整清单,${there} 个账号中将有 ${gone} 个消失。请核对清单;确属如此,请确认数量 ${gone}。`,
          `As a complete list it would remove ${gone} of ${there} accounts. Check it; if it is so, confirm ${gone}.`,
        ),
      ]
