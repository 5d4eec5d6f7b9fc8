/** How people may come in beside the product's own passwords, as the environment says: see `src/app/sign-in.config.ts`. */
export interface SignInSettings {
  /** What browsers write to reach us, `https://touchstone.example`; without it, whatever a request was sent to. */
  readonly address?: string | undefined
  readonly oidc?: OidcSettings | undefined
  readonly ldap?: LdapSettings | undefined
}

/** By what a person is known when they come for the first time; without a rule nobody is linked by themselves. */
export type MatchRule = 'none' | 'employee-no' | 'mail'

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What its button says. */
  readonly name: string
  readonly match: MatchRule
  /** The claim that holds the employee number. */
  readonly employeeClaim: string
}

export interface LdapSettings {
  readonly url: string
  readonly startTls: boolean
  readonly bindDn: string
  readonly password: string
  readonly base: string
  /** Which entries are people of the firm, as an LDAP filter. */
  readonly userFilter: string
  readonly attributes: LdapAttributes
  readonly match: Exclude<MatchRule, 'mail'>
  /** The share of known people (0 to 1) beyond which a synchronisation disables nobody and asks. */
  readonly mostGone: number
}

/** Where an entry keeps what: see `ldapKinds`. */
export interface LdapAttributes {
  /** The directory's own immutable id. */
  readonly id: 'entryUUID' | 'objectGUID'
  readonly login: string
  readonly name: string
  readonly mail: string
  readonly employeeNo: string
}

/** RFC 4530 and inetOrgPerson as OpenLDAP has them; Active Directory's own names. */
export const ldapKinds: Readonly<Record<'openldap' | 'ad', LdapAttributes>> = {
  openldap: { id: 'entryUUID', login: 'uid', name: 'cn', mail: 'mail', employeeNo: 'employeeNumber' },
  ad: { id: 'objectGUID', login: 'sAMAccountName', name: 'displayName', mail: 'mail', employeeNo: 'employeeID' },
}
