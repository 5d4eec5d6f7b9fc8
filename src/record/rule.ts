import type { Actor, PersonActor } from './actor.ts'

/**
 * Who may: one small tree, read two ways. `holds` answers for one row; the engine turns what `narrow` leaves into SQL
 * for a list. Both start from the same tree, so a list and an item cannot disagree.
 */
export type Rule =
  | { readonly is: 'everyone' }
  | { readonly is: 'nobody' }
  | { readonly is: 'role'; readonly roles: readonly string[] }
  | { readonly is: 'self'; readonly field: string }
  | { readonly is: 'team'; readonly field: string }
  | { readonly is: 'department'; readonly field: string }
  | { readonly is: 'post'; readonly field: string }
  | { readonly is: 'state'; readonly states: readonly string[] }
  | { readonly is: 'chosen'; readonly field: string; readonly choices: readonly string[] }
  | { readonly is: 'begun' | 'lasting'; readonly field: string }
  | ({ readonly is: 'granted' } & Grantable)
  | { readonly is: 'any'; readonly of: readonly Rule[] }
  | { readonly is: 'all'; readonly of: readonly Rule[] }
  | { readonly is: 'not'; readonly of: Rule }

/** One act on one record, with the fields by which a row belongs to a person, a team, a department. */
export interface Grantable {
  readonly record: string
  readonly act: string
  readonly own: readonly string[]
  readonly team: readonly string[]
  readonly department: readonly string[]
}

/** Any person who is signed in. */
export const everyone: Rule = { is: 'everyone' }
/** No person at all: the system's own work. */
export const nobody: Rule = { is: 'nobody' }
/** Holds at least one of these roles. */
export const role = (...roles: string[]): Rule => ({ is: 'role', roles })
/** Is the person in this field (`id` for a person's own record). */
export const self = (field: string): Rule => ({ is: 'self', field })
/** Belongs to the team in this field. */
export const team = (field: string): Rule => ({ is: 'team', field })
/** Belongs to the department in this field. */
export const department = (field: string): Rule => ({ is: 'department', field })
/** Holds the post in this field. */
export const post = (field: string): Rule => ({ is: 'post', field })
/** The record is in one of these states. */
export const inState = (...states: string[]): Rule => ({ is: 'state', states })
/** The field holds one of these choices. */
export const chosen = (field: string, ...choices: string[]): Rule => ({ is: 'chosen', field, choices })
/** The date in the field has come; an empty one always has. */
export const begun = (field: string): Rule => ({ is: 'begun', field })
/** The date in the field is not past; an empty one never is. */
export const lasting = (field: string): Rule => ({ is: 'lasting', field })
/** The declared rule, or what the person's roles grant as data; what is nobody's stays so. */
export const grantable = (rule: Rule, to: Grantable): Rule =>
  rule.is === 'nobody' || rule.is === 'everyone' ? rule : any(rule, { is: 'granted', ...to })
export const any = (...of: Rule[]): Rule => ({ is: 'any', of })
export const all = (...of: Rule[]): Rule => ({ is: 'all', of })
export const not = (of: Rule): Rule => ({ is: 'not', of })

/** What of a row must be compared once the person is known: fields against sets of ids or choices, dates against today. */
export type RowRule =
  | { readonly is: 'field'; readonly field: string; readonly among: readonly string[] }
  | { readonly is: 'begun' | 'lasting'; readonly field: string; readonly today: string }
  | { readonly is: 'any' | 'all'; readonly of: readonly RowRule[] }
  | { readonly is: 'not'; readonly of: RowRule }

/** Settles everything that depends on the person alone; `true` and `false` need no look at the row. */
export function narrow(rule: Rule, person: PersonActor): RowRule | boolean {
  switch (rule.is) {
    case 'everyone':
      return true
    case 'nobody':
      return false
    case 'role':
      return rule.roles.some((wanted) => person.roles.includes(wanted))
    case 'self':
      return among(rule.field, [person.id])
    case 'team':
      return among(rule.field, person.team ? [person.team] : [])
    case 'department':
      return among(rule.field, person.department ? [person.department] : [])
    case 'post':
      return among(rule.field, person.posts)
    case 'state':
      return among('state', rule.states)
    case 'chosen':
      return among(rule.field, rule.choices)
    case 'begun':
    case 'lasting':
      return { ...rule, today: person.today }
    case 'granted':
      return granted(rule, person)
    case 'not': {
      const inner = narrow(rule.of, person)
      return typeof inner === 'boolean' ? !inner : { is: 'not', of: inner }
    }
    case 'any':
    case 'all': {
      const settles = rule.is === 'any'
      const parts: RowRule[] = []
      for (const part of rule.of) {
        const narrowed = narrow(part, person)
        if (narrowed === settles) return settles
        if (typeof narrowed !== 'boolean') parts.push(narrowed)
      }
      return parts.length === 0 ? !settles : { is: rule.is, of: parts }
    }
  }
}

function granted(to: Grantable, person: PersonActor): RowRule | boolean {
  const parts: RowRule[] = []
  for (const { record, acts, scope } of person.grants) {
    if (record !== to.record || !acts.includes(to.act)) continue
    if (scope === 'all') return true
    const ids = { own: [person.id], team: person.team ? [person.team] : [], department: person.departments }[scope]
    for (const field of to[scope]) {
      const part = among(field, ids)
      if (typeof part !== 'boolean') parts.push(part)
    }
  }
  return parts.length > 0 && { is: 'any', of: parts }
}

/** Does the rule hold for this actor and row? The system's own work passes; a list field matches when it shares an id. */
export function holds(rule: Rule, actor: Actor, row: Readonly<Record<string, unknown>>): boolean {
  if (actor.kind === 'system') return true
  const narrowed = narrow(rule, actor)
  return typeof narrowed === 'boolean' ? narrowed : matches(narrowed, row)
}

function matches(rule: RowRule, row: Readonly<Record<string, unknown>>): boolean {
  switch (rule.is) {
    case 'field': {
      const value = row[rule.field]
      return Array.isArray(value)
        ? value.some((one) => rule.among.includes(one as string))
        : typeof value === 'string' && rule.among.includes(value)
    }
    case 'begun':
    case 'lasting': {
      const date = row[rule.field] ?? rule.today
      return typeof date === 'string' && (rule.is === 'begun' ? date <= rule.today : date >= rule.today)
    }
    case 'not':
      return !matches(rule.of, row)
    case 'any':
      return rule.of.some((part) => matches(part, row))
    case 'all':
      return rule.of.every((part) => matches(part, row))
  }
}

const among = (field: string, ids: readonly string[]): RowRule | boolean =>
  ids.length === 0 ? false : { is: 'field', field, among: ids }

/** The row's fields a rule looks at: the registry checks that they exist. */
export const fieldsOf = (rule: Rule): string[] =>
  leavesOf(rule).flatMap((leaf) => ('field' in leaf ? [leaf.field] : []))

/** The states a rule names. */
export const statesOf = (rule: Rule): string[] =>
  leavesOf(rule).flatMap((leaf) => (leaf.is === 'state' ? leaf.states : []))

/** The leaves of the tree: what no `any`, `all` or `not` is. */
export function leavesOf(rule: Rule): Rule[] {
  if (rule.is === 'any' || rule.is === 'all') return rule.of.flatMap(leavesOf)
  return rule.is === 'not' ? leavesOf(rule.of) : [rule]
}
