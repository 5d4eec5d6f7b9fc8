import { ldapKinds, type MatchRule, type SignInSettings } from '../platform/auth/settings.ts'
import { isLoopback } from './loopback.ts'

type Env = Readonly<Record<string, string | undefined>>

/** How people may come in beside our own passwords, from the environment; adds a sentence to `faults` for whatever is wrong. */
export function readSignIn(env: Env, faults: string[]): SignInSettings {
  const address = env['TOUCHSTONE_URL'] ? url(env, 'TOUCHSTONE_URL', ['http:', 'https:'], faults)?.origin : undefined
  return { address, oidc: readOidc(env, faults), ldap: readLdap(env, faults) }
}

function readOidc(env: Env, faults: string[]): SignInSettings['oidc'] {
  if (!env['TOUCHSTONE_OIDC_ISSUER']) return undefined
  url(env, 'TOUCHSTONE_OIDC_ISSUER', ['https:', 'http:'], faults)
  return {
    issuer: env['TOUCHSTONE_OIDC_ISSUER'],
    clientId: wanted(env, 'TOUCHSTONE_OIDC_CLIENT_ID', faults),
    clientSecret: wanted(env, 'TOUCHSTONE_OIDC_CLIENT_SECRET', faults),
    name: env['TOUCHSTONE_OIDC_NAME'] || 'SSO',
    match: oneOf(env, 'TOUCHSTONE_OIDC_MATCH', ['none', 'employee-no', 'mail'], faults) as MatchRule,
    employeeClaim: env['TOUCHSTONE_OIDC_EMPLOYEE_CLAIM'] || 'employee_number',
  }
}

function readLdap(env: Env, faults: string[]): SignInSettings['ldap'] {
  if (!env['TOUCHSTONE_LDAP_URL']) return undefined
  const startTls = env['TOUCHSTONE_LDAP_STARTTLS'] === '1'
  // STARTTLS makes plain ldap:// safe; what goes to this machine itself needs no veil.
  url(env, 'TOUCHSTONE_LDAP_URL', ['ldaps:', 'ldap:'], faults, startTls)
  const kind = oneOf(env, 'TOUCHSTONE_LDAP_KIND', ['openldap', 'ad'], faults) as keyof typeof ldapKinds
  const mostGone = Number(env['TOUCHSTONE_LDAP_MOST_GONE'] || 20)
  if (!(mostGone >= 0 && mostGone <= 100)) faults.push('TOUCHSTONE_LDAP_MOST_GONE must be a percentage')
  return {
    url: env['TOUCHSTONE_LDAP_URL'],
    startTls,
    bindDn: wanted(env, 'TOUCHSTONE_LDAP_BIND_DN', faults),
    password: wanted(env, 'TOUCHSTONE_LDAP_PASSWORD', faults),
    base: wanted(env, 'TOUCHSTONE_LDAP_BASE', faults),
    userFilter: env['TOUCHSTONE_LDAP_USER_FILTER'] || userFilters[kind],
    attributes: ldapKinds[kind] ?? ldapKinds.openldap,
    match: oneOf(env, 'TOUCHSTONE_LDAP_MATCH', ['none', 'employee-no'], faults) as 'none' | 'employee-no',
    mostGone: mostGone / 100,
  }
}

/** In Active Directory, bit 2 of userAccountControl is a disabled account, and computers are users too. */
const userFilters = {
  openldap: '(objectClass=inetOrgPerson)',
  ad: '(&(objectCategory=person)(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))',
}

function wanted(env: Env, name: string, faults: string[]): string {
  const given = env[name]
  if (!given) faults.push(`${name} must be given too`)
  return given ?? ''
}

function oneOf(env: Env, name: string, choices: readonly [string, ...string[]], faults: string[]): string {
  const given = env[name] || choices[0]
  if (!choices.includes(given)) faults.push(`${name} must be ${choices.join(' or ')}, not "${given}"`)
  return given
}

/** An address whose last protocol is without encryption, and so good for this machine only unless `veiled`. */
function url(env: Env, name: string, protocols: readonly string[], faults: string[], veiled = false): URL | undefined {
  const given = env[name] ?? ''
  const read = URL.canParse(given) ? new URL(given) : undefined
  if (!read || !protocols.includes(read.protocol)) {
    faults.push(`${name} must be an address (${protocols.join(', ')}), not "${given}"`)
    return undefined
  }
  const plain = name !== 'TOUCHSTONE_URL' && (read.protocol === 'http:' || read.protocol === 'ldap:')
  if (plain && !veiled && !isLoopback(read.hostname)) faults.push(`${name} must be encrypted beyond this machine`)
  return read
}
