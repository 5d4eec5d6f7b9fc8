import { sql, type Transaction } from 'kysely'
import { type Actor, asSystem } from '../../record/actor.ts'
import { canDo, leaves, missing, notAllowedText } from '../../record/lifecycle.ts'
import { type Fault, fault, Refusal } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, fieldsOfRecord, tableOf } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'
import type { Tables } from '../tables.ts'
import { canonical } from './canonical.ts'
import type { Doing } from './rows.ts'

/** May the actor do this to the row as it stands? Refuses `not-allowed` and `wrong-state`. */
export function mayOrRefuse(engine: Engine, record: AnyRecord, doing: Doing, before: AnyRow, actor: Actor): void {
  if (doing.transition) {
    if (!holds(doing.transition.allow, actor, before)) throw notAllowed()
    if (!leaves(doing.transition, before.state)) throw wrongState(engine, record, doing.verb, before)
  } else if (record.appendOnly || !holds(record.access.update, actor, before)) throw notAllowed()
}

/** Required fields that are empty in the row as it would be. */
export function unfilled(record: AnyRecord, doing: Doing, before: AnyRow | null, after: AnyRow): Fault[] {
  if (doing.transition) return missing(doing.transition, after)
  return fieldsOfRecord(record)
    .filter(([name, field]) => !field.optional && (after[name] === null || after[name] === undefined))
    .filter(([name]) => !before || before[name] !== after[name])
    .map(([name]) => fault(name, 'required', '此项必填。', 'This must be filled in.'))
}

/** A row as it stands (null: it does not yet) and as it would be. */
export interface Step {
  readonly before: AnyRow | null
  readonly after: AnyRow
}

/** Of what these rows would newly link to, the ids of what is there and may be read: one query for each kind of record. */
export async function readableTargets(
  engine: Engine,
  trx: Transaction<Tables>,
  actor: Actor,
  record: AnyRecord,
  steps: readonly Step[],
): Promise<ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const step of steps) {
    for (const { to, ids } of newLinks(record, step)) {
      const known = wanted.get(to) ?? new Set()
      for (const id of ids) known.add(id)
      wanted.set(to, known)
    }
  }
  const readable = new Set<string>()
  for (const [to, ids] of wanted) {
    const target = engine.registry.get(to).record
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(target))}
      where id = any(${[...ids]}::uuid[]) and ${condition(target, target.access.read, actor)}`.execute(trx)
    for (const { id } of rows) readable.add(id)
  }
  return readable
}

/** Links that lead nowhere, or to a record that this actor may not read: which of the two is not told. */
export const unknownTargets = (record: AnyRecord, step: Step, readable: ReadonlySet<string>): Fault[] =>
  newLinks(record, step)
    .filter(({ ids }) => ids.some((id) => !readable.has(id)))
    .map(({ name }) => fault(name, 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.'))

function newLinks(record: AnyRecord, { before, after }: Step): { name: string; to: string; ids: string[] }[] {
  return fieldsOfRecord(record).flatMap(([name, field]) => {
    if (!field.to || canonical(before?.[name]) === canonical(after[name])) return []
    const ids = [after[name]].flat().filter((id): id is string => typeof id === 'string')
    return ids.length === 0 ? [] : [{ name, to: field.to, ids }]
  })
}

export const notAllowed = (): Refusal => new Refusal('not-allowed', notAllowedText)

export const stale = (row: AnyRow, seen: number): Refusal =>
  new Refusal(
    'stale',
    [
      `您看到的是第 ${seen} 版,记录已是第 ${row.version} 版。请重新载入后再改。`,
      `You saw version ${seen}; the record is now at ${row.version}. Reload it and try again.`,
    ],
    [],
    { version: row.version },
  )

export const refusalFor = (faults: readonly Fault[]): Refusal => {
  const [first] = faults as [Fault, ...Fault[]]
  return new Refusal(first.code === 'same-person' ? 'same-person' : 'guarded', first.text, faults)
}

function wrongState(engine: Engine, record: AnyRecord, verb: string, row: AnyRow): Refusal {
  const { states, verbs } = engine.registry.get(record.name).words
  const [state, act] = [states[row.state] ?? [row.state, row.state], verbs[verb] ?? [verb, verb]]
  const possible = Object.keys(canDo(record, row, { actor: asSystem('hint'), now: row.updatedAt }))
  return new Refusal(
    'wrong-state',
    [
      `记录现处于「${state[0]}」,不能执行「${act[0]}」。`,
      `The record is in the state “${state[1]}”; “${act[1]}” is not possible from there.`,
    ],
    [],
    { state: row.state, possible },
  )
}
