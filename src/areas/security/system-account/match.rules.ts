import type { AccountEntry } from '../account-list/entry.rules.ts'

/** By what an account was found to be somebody's. */
export const matchedBys = ['employee-no', 'login', 'mail', 'hand'] as const
export type MatchedBy = (typeof matchedBys)[number]

/** Somebody who may be meant, with the logins they have in the product. */
export interface Candidate {
  readonly id: string
  readonly here: boolean
  readonly employeeNo: string
  readonly email: string | null
  readonly logins: readonly string[]
}

const same = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase()

/**
 * Whose account it is: by employee number, then login (also where it is the employee number), then mail. Whoever has left counts
 * too, or their accounts would be nobody's; where several fit, those who are here come first, and of two that are left nobody is
 * guessed.
 */
export function matchOf(
  entry: Pick<AccountEntry, 'login' | 'employeeNo' | 'mail'>,
  people: readonly Candidate[],
): { person: string; matchedBy: MatchedBy } | null {
  const ways: readonly [MatchedBy, (one: Candidate) => boolean][] = [
    ['employee-no', (one) => same(one.employeeNo, entry.employeeNo)],
    ['login', (one) => one.logins.some((login) => same(login, entry.login)) || same(one.employeeNo, entry.login)],
    ['mail', (one) => same(one.email, entry.mail)],
  ]
  for (const [matchedBy, fits] of ways) {
    const found = people.filter(fits)
    const here = found.filter((one) => one.here)
    const [only, ...others] = here.length > 0 ? here : found
    if (only && others.length === 0) return { person: only.id, matchedBy }
  }
  return null
}
