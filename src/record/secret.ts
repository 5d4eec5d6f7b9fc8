import type { Actor, PersonActor } from './actor.ts'
import { type Fault, fault } from './problem.ts'
import { type AnyRecord, type AnyRow, fieldsOfRecord } from './record.ts'
import { holds, narrow, type Rule } from './rule.ts'

type Secret = readonly [name: string, rule: Rule]
type Values = Readonly<Record<string, unknown>>

const cache = new WeakMap<AnyRecord, readonly Secret[]>()

/** The fields that not every reader of the row may see. */
export function secretsOf(record: AnyRecord): readonly Secret[] {
  let secrets = cache.get(record)
  if (!secrets) {
    secrets = fieldsOfRecord(record).flatMap(([name, { secret }]) => (secret ? [[name, secret] as const] : []))
    cache.set(record, secrets)
  }
  return secrets
}

/** The fields of this row that the actor may not see. */
export const hiddenIn = (record: AnyRecord, actor: Actor, row: Values): string[] =>
  secretsOf(record).flatMap(([name, rule]) => (holds(rule, actor, row) ? [] : [name]))

/** The row as the actor may see it: what is hidden is empty. */
export function concealed<T extends AnyRow>(record: AnyRecord, actor: Actor, row: T): T {
  const hidden = hiddenIn(record, actor, row)
  return hidden.length === 0 ? row : { ...row, ...Object.fromEntries(hidden.map((name) => [name, null])) }
}

/** Values by field without those that the actor may not see in this row: of a journal entry, of what was signed. */
export function without<T>(
  record: AnyRecord,
  actor: Actor,
  row: Values,
  values: Readonly<Record<string, T>>,
): Record<string, T> {
  const hidden = hiddenIn(record, actor, row)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)))
}

/** Lists may be filtered and sorted by a secret only by whom it is open to in every row: an order tells as much as a value. */
export const maySift = (record: AnyRecord, person: PersonActor, name: string): boolean =>
  secretsOf(record).every(([secret, rule]) => secret !== name || narrow(rule, person) === true)

/** What one may not see one may not write: a fault for each such value that differs from the row. */
export const blindWrites = (record: AnyRecord, actor: Actor, before: Values | null, after: Values): Fault[] =>
  secretsOf(record)
    .filter(([name]) => record.fields[name].by !== 'system')
    .filter(([name, rule]) => !holds(rule, actor, before ?? after) && after[name] !== (before?.[name] ?? null))
    .filter(([name]) => before !== null || after[name] !== (record.fields[name].default ?? null))
    .map(([name]) => fault(name, 'secret', '此项对您保密,不能填写。', 'This is kept from you and cannot be given.'))
