import { AndFilter, Client, type Entry, EqualityFilter, FilterParser, InvalidCredentialsError } from 'ldapts'
import { Refusal } from '../../record/problem.ts'
import type { LdapSettings } from './settings.ts'

/** Somebody in the firm's directory. `id` is the directory's own and outlives every rename. */
export interface DirectoryEntry {
  readonly id: string
  readonly dn: string
  readonly login: string
  readonly name: string
  readonly mail: string | null
  readonly employeeNo: string | null
  /** The groups they are in, also by way of other groups, as `sameDn` writes them. */
  readonly groups: readonly string[]
}

const timeoutMs = 5_000
const groupFilter = '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=group))'

/**
 * The entry whose password this is, found by login or by the directory's id; null when there is none or it does not fit.
 * Refuses `unavailable` when the directory cannot be asked.
 */
export async function checkInDirectory(
  settings: LdapSettings,
  by: { readonly login: string } | { readonly id: string },
  password: string,
): Promise<DirectoryEntry | null> {
  // RFC 4513, 5.1.2: a bind with a name and no password succeeds as nobody in particular.
  if (password === '') return null
  const entry = await asking(settings, async (client) => {
    const { id, login } = settings.attributes
    const wanted =
      'login' in by
        ? new EqualityFilter({ attribute: login, value: by.login })
        : new EqualityFilter({ attribute: id, value: id === 'objectGUID' ? bytesOfGuid(by.id) : by.id })
    const { searchEntries } = await client.search(settings.base, {
      scope: 'sub',
      // Values are put in as values and never as text, so nothing typed can change what is asked.
      filter: new AndFilter({ filters: [FilterParser.parseString(settings.userFilter), wanted] }),
      ...wantedOf(settings),
      sizeLimit: 2,
    })
    return searchEntries.length === 1 ? entryOf(settings, searchEntries[0] as Entry, []) : null
  })
  if (!entry) return null
  const fits = await connected(settings, async (client) => {
    try {
      await client.bind(entry.dn, password)
      return true
    } catch (error) {
      if (error instanceof InvalidCredentialsError) return false
      throw error
    }
  })
  return fits ? entry : null
}

/** Everybody the directory has, with their groups; throws when it cannot be read as a whole. */
export const readDirectory = (settings: LdapSettings): Promise<DirectoryEntry[]> =>
  asking(settings, async (client) => {
    const people = await client.search(settings.base, {
      scope: 'sub',
      filter: settings.userFilter,
      ...wantedOf(settings),
      paged: { pageSize: 500 },
    })
    const groups = await client.search(settings.base, {
      scope: 'sub',
      filter: groupFilter,
      attributes: ['member', 'uniqueMember', 'memberOf'],
      paged: { pageSize: 500 },
    })
    const parents = parentsOf([...people.searchEntries, ...groups.searchEntries])
    return people.searchEntries.map((entry) => entryOf(settings, entry, allAbove(sameDn(entry.dn), parents)))
  })

/** One way to write a distinguished name, so that two that are the same look the same. */
export const sameDn = (dn: string): string =>
  dn
    .trim()
    .toLowerCase()
    .replace(/\s*([,=+])\s*/g, '$1')

/** Bound as the product's own reader. */
const asking = <T>(settings: LdapSettings, work: (client: Client) => Promise<T>): Promise<T> =>
  connected(settings, async (client) => {
    await client.bind(settings.bindDn, settings.password)
    return work(client)
  })

async function connected<T>(settings: LdapSettings, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ url: settings.url, timeout: timeoutMs, connectTimeout: timeoutMs })
  try {
    if (settings.startTls) await client.startTLS()
    return await work(client)
  } catch (error) {
    const refusal = new Refusal('unavailable', ['目录服务暂不可用。', 'The directory cannot be asked now.'])
    refusal.cause = error
    throw refusal
  } finally {
    await client.unbind()
  }
}

function wantedOf({ attributes: { id, login, name, mail, employeeNo } }: LdapSettings) {
  return {
    attributes: [id, login, name, mail, employeeNo, 'memberOf'],
    explicitBufferAttributes: id === 'objectGUID' ? [id] : [],
  }
}

function entryOf({ attributes }: LdapSettings, entry: Entry, groups: readonly string[]): DirectoryEntry {
  const id = [entry[attributes.id]].flat()[0]
  const login = textOf(entry, attributes.login)
  if (id === undefined || login === null) throw new Error(`${entry.dn} has no ${attributes.id} or ${attributes.login}`)
  return {
    dn: entry.dn,
    id: Buffer.isBuffer(id) ? guidOf(id) : id,
    login: login.toLowerCase(),
    name: textOf(entry, attributes.name) ?? login,
    mail: textOf(entry, attributes.mail),
    employeeNo: textOf(entry, attributes.employeeNo),
    groups,
  }
}

const textOf = (entry: Entry, name: string): string | null => {
  const value = [entry[name]].flat()[0]?.toString().trim()
  return value ? value : null
}

/** The groups directly above each name: by the group's own list of members, and by what a member says of itself. */
function parentsOf(entries: readonly Entry[]): Map<string, Set<string>> {
  const parents = new Map<string, Set<string>>()
  const put = (member: string, group: string) =>
    parents.set(sameDn(member), (parents.get(sameDn(member)) ?? new Set()).add(sameDn(group)))
  for (const entry of entries) {
    for (const member of namesIn(entry, 'member', 'uniqueMember')) put(member, entry.dn)
    for (const group of namesIn(entry, 'memberOf')) put(entry.dn, group)
  }
  return parents
}

const namesIn = (entry: Entry, ...attributes: string[]): string[] =>
  attributes.flatMap((name) => [entry[name] ?? []].flat()).map(String)

function allAbove(dn: string, parents: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>()
  const queue = [dn]
  for (const one of queue) {
    for (const above of parents.get(one) ?? []) {
      if (found.has(above)) continue
      found.add(above)
      queue.push(above)
    }
  }
  return [...found]
}

/** A GUID as Microsoft writes it: the first three groups are little-endian (MS-DTYP 2.3.4). */
export function guidOf(bytes: Buffer): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  const hex = order.map((i) => (bytes[i] ?? 0).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function bytesOfGuid(guid: string): Buffer {
  const plain = Buffer.from(guid.replaceAll('-', ''), 'hex')
  return Buffer.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map((i) => plain[i] ?? 0))
}
