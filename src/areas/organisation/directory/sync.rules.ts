/** Somebody as the directory has them now: `id` is the directory's own, `groups` are theirs as one way to write a name. */
export interface Entry {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly mail: string | null
  readonly employeeNo: string | null
  readonly groups: readonly string[]
}

/** Somebody who was linked to an entry before. */
export interface Known {
  readonly subject: string
  readonly account: string
  readonly login: string
  readonly disabled: boolean
  readonly person: Person
}

export interface Person {
  readonly id: string
  readonly active: boolean
  readonly name: string
  readonly email: string | null
  readonly roles: readonly string[]
  readonly team: string | null
}

/** What membership of a group means. */
export interface Meaning {
  readonly dn: string
  readonly role: string | null
  readonly team: string | null
}

export interface Values {
  readonly name: string
  readonly email: string | null
  readonly roles: readonly string[]
  readonly team: string | null
}

export interface Plan {
  /** New persons, with an account each. */
  readonly create: readonly { entry: Entry; employeeNo: string; values: Values }[]
  /** Persons who were here before, known by the employee number that the entry has too. */
  readonly link: readonly { entry: Entry; person: string; values: Values }[]
  readonly change: readonly { person: string; values: Values }[]
  readonly rename: readonly { account: string; person: string; from: string; to: string }[]
  /** Accounts of persons who are here and in the directory again. */
  readonly enable: readonly { account: string; person: string; login: string }[]
  /** Persons who are here and no longer in the directory. */
  readonly gone: readonly string[]
  /** What wants a hand. */
  readonly clashes: readonly { login: string; why: 'employee-no-taken' | 'left' }[]
  /** More would go than the share allows: nothing of this plan is done. */
  readonly stopped: boolean
}

export interface Situation {
  readonly entries: readonly Entry[]
  readonly known: readonly Known[]
  readonly meanings: readonly Meaning[]
  /** Everybody's employee number, whoever they are. */
  readonly numbers: ReadonlyMap<string, Person>
  readonly matchNumbers: boolean
  /** Of those known and here, the share that may go at once (0 to 1); one may always. */
  readonly mostGone: number
  /** How many the administrator has said may go. */
  readonly confirmed: number | undefined
}

/** What a look into the directory asks to be done. Pure: the same situation has the same plan. */
export function planSync({ entries, known, meanings, ...rest }: Situation): Plan {
  const bySubject = new Map(known.map((one) => [one.subject, one]))
  const there = new Set(entries.map(({ id }) => id))
  const managed = new Set(meanings.flatMap(({ role }) => role ?? []))
  const teams = new Set(meanings.flatMap(({ team }) => team ?? []))
  const plan = {
    create: [] as Plan['create'][number][],
    link: [] as Plan['link'][number][],
    change: [] as Plan['change'][number][],
    rename: [] as Plan['rename'][number][],
    enable: [] as Plan['enable'][number][],
    clashes: [] as Plan['clashes'][number][],
  }
  for (const entry of entries) {
    const mine = meanings.filter(({ dn }) => entry.groups.includes(dn))
    const valuesFrom = (before: Pick<Person, 'roles' | 'team'>): Values => ({
      name: entry.name.slice(0, 80),
      email: entry.mail,
      roles: rolesFrom(before.roles, managed, mine),
      team: mine.find(({ team }) => team !== null)?.team ?? (teams.has(before.team ?? '') ? null : before.team),
    })
    const here = bySubject.get(entry.id)
    if (here) {
      const { account, login, person } = here
      if (!person.active) {
        plan.clashes.push({ login: entry.login, why: 'left' })
        continue
      }
      const values = valuesFrom(person)
      if (differ(person, values)) plan.change.push({ person: person.id, values })
      if (login !== entry.login) plan.rename.push({ account, person: person.id, from: login, to: entry.login })
      if (here.disabled) plan.enable.push({ account, person: person.id, login })
      continue
    }
    // Whoever is in no group that means something is nobody of ours.
    if (mine.length === 0) continue
    const employeeNo = entry.employeeNo ?? entry.login
    const holder = rest.numbers.get(employeeNo)
    if (!holder) plan.create.push({ entry, employeeNo, values: valuesFrom({ roles: [], team: null }) })
    else if (rest.matchNumbers && entry.employeeNo !== null && holder.active)
      plan.link.push({ entry, person: holder.id, values: valuesFrom(holder) })
    else plan.clashes.push({ login: entry.login, why: 'employee-no-taken' })
  }
  const here = known.filter(({ person }) => person.active)
  const gone = [...new Set(here.filter(({ subject }) => !there.has(subject)).map(({ person }) => person.id))]
  const most = Math.max(1, Math.floor(here.length * rest.mostGone))
  // A directory in which nobody is left has lost its people, not we ours.
  const stopped = rest.confirmed !== gone.length && (gone.length > most || (gone.length > 0 && entries.length === 0))
  return { ...plan, gone, stopped }
}

const rolesFrom = (before: readonly string[], managed: ReadonlySet<string>, mine: readonly Meaning[]): string[] => [
  ...new Set([...before.filter((role) => !managed.has(role)), ...mine.flatMap(({ role }) => role ?? [])]),
]

const differ = (person: Person, values: Values): boolean =>
  person.name !== values.name ||
  person.email !== values.email ||
  person.team !== values.team ||
  [...person.roles].sort().join() !== [...values.roles].sort().join()
