import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'ldapts'
import { type LdapSettings, ldapKinds } from '../platform/auth/settings.ts'
import { isHere } from './outside.ts'
import { freePort } from './port.ts'

const program = '/usr/sbin/slapd'
const base = 'dc=firm,dc=example'
const root = { dn: `cn=admin,${base}`, password: 'the directory itself' }

/** Is OpenLDAP's server here? */
export const hasSlapd = isHere(program, 'the directory', 'slapd')

/** A real directory, as a process of its own in a folder of its own. */
export interface Slapd {
  readonly settings: LdapSettings
  /** Adds an entry below the base: `uid=li,ou=people`. */
  add(name: string, attributes: Record<string, string | string[]>): Promise<void>
  addPerson(uid: string, more?: Record<string, string>): Promise<void>
  /** Sets who is in a group of `ou=groups`; makes it where it is not there yet. */
  setGroup(name: string, members: readonly string[]): Promise<void>
  rename(name: string, to: string): Promise<void>
  remove(name: string): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

export async function startSlapd(): Promise<Slapd> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-slapd-'))
  await mkdir(join(home, 'data'))
  await writeFile(join(home, 'slapd.conf'), configuration(home))
  const port = await freePort()
  const url = `ldap://127.0.0.1:${port}`
  // With a level of debugging, even none, it stays in the foreground: ours to end.
  const child = spawn(program, ['-f', join(home, 'slapd.conf'), '-h', url, '-d', '0'], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answering(url, () => child.exitCode)

  const asRoot = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ url })
    await client.bind(root.dn, root.password)
    return work(client).finally(() => client.unbind())
  }
  const add: Slapd['add'] = (name, attributes) => asRoot((client) => client.add(`${name},${base}`, attributes))
  await asRoot((client) => client.add(base, { objectClass: ['dcObject', 'organization'], dc: 'firm', o: 'Firm' }))
  for (const ou of ['people', 'groups']) await add(`ou=${ou}`, { objectClass: 'organizationalUnit', ou })

  const remove: Slapd['remove'] = (name) => asRoot((client) => client.del(`${name},${base}`))
  return {
    settings: {
      url,
      base,
      startTls: false,
      bindDn: root.dn,
      password: root.password,
      userFilter: '(objectClass=inetOrgPerson)',
      attributes: ldapKinds.openldap,
      match: 'none',
      mostGone: 0.2,
    },
    add,
    remove,
    addPerson: (uid, more = {}) =>
      add(`uid=${uid},ou=people`, {
        objectClass: 'inetOrgPerson',
        uid,
        cn: uid,
        sn: uid,
        userPassword: `password of ${uid}`,
        ...more,
      }),
    async setGroup(name, members) {
      const member = members.map((one) => `${one},${base}`)
      await remove(`cn=${name},ou=groups`).catch((error: Error) => {
        if (error.name !== 'NoSuchObjectError') throw error
      })
      await add(`cn=${name},ou=groups`, { objectClass: 'groupOfNames', cn: name, member })
    },
    rename: (name, to) => asRoot((client) => client.modifyDN(`${name},${base}`, to)),
    async kill() {
      child.kill('SIGKILL')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

const configuration = (home: string) => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${home}/slapd.pid
database mdb
maxsize 16777216
suffix "${base}"
rootdn "${root.dn}"
rootpw "${root.password}"
directory ${home}/data
`

async function answering(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (exitCode() !== null) throw new Error(`slapd ended with ${exitCode()}`)
    const client = new Client({ url, connectTimeout: 500 })
    const answered = await client.bind('', '').then(
      () => true,
      () => false,
    )
    await client.unbind()
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('slapd did not answer')
}
