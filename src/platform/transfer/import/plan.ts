import type { Kysely } from 'kysely'
import type { PersonActor } from '../../../record/actor.ts'
import type { AnyRecord, AnyRow } from '../../../record/record.ts'
import { concealed } from '../../../record/secret.ts'
import type { Engine } from '../../engine.ts'
import { type Refs, refsOf } from '../../read/refs.ts'
import type { Tables } from '../../tables.ts'
import { type Column, columnsOfList, valueIn } from '../columns.ts'
import { shown, type Telling } from '../export/cells.ts'
import type { SheetRow } from '../sheet/sheet.ts'
import { type Wall, wallOf } from '../wall.ts'
import { existing, type Holder, type Holders, holderKey, holdersOf } from './existing.ts'
import { faultAt, schemaFaults } from './faults.ts'
import type { CellFault, Changes, Settings } from './import.ts'
import { type Links, linksFor, missingCode } from './links.ts'
import { isSame } from './same.ts'
import { noteUnknown, type UnknownNames } from './unknown.ts'
import { readCell, type Said, type Wrong } from './value.ts'

/** What a row of the file would do: make a record, change one, or nothing; or what is wrong with it. */
export interface Planned {
  readonly n: number
  readonly verdict: 'create' | 'change' | 'unchanged' | 'fault'
  readonly label: string
  /** The record it is about, where there is one. */
  readonly id?: string
  /** What is to be written: all that the row says of a new record, what differs of an old one. */
  readonly values: Readonly<Record<string, unknown>>
  readonly changes: Changes | null
  readonly faults: readonly CellFault[]
}

/** A column of the file with the field it fills. */
export interface Mapped {
  readonly at: number
  readonly heading: string
  readonly column: Column
}

/** What planning rests on: the same for all rows of one file. */
export interface Planner {
  readonly columns: readonly Column[]
  readonly engine: Engine
  readonly record: AnyRecord
  readonly person: PersonActor
  readonly mapped: readonly Mapped[]
  readonly match: Mapped | null
  readonly telling: Telling
  readonly links: Links
  /** The record that a row of this same file made before, where nothing else tells. */
  readonly earlier: ReadonlyMap<number, string>
  /** Fields in which two rarely say the same, and the rows of which somebody said that they are meant. */
  readonly alike: ReadonlySet<string>
  readonly keep: ReadonlySet<number>
  /** Names met on the way that nobody knows. */
  readonly unknown: UnknownNames
}

export function plannerFor(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  settings: Settings,
  earlier: ReadonlyMap<number, string>,
): Planner {
  const columns = columnsOfList(engine, record)
  const mapped = settings.columns.flatMap(({ column: at, heading, field }) => {
    const column = columns.find(({ name }) => name === field)
    return column ? [{ at, heading: heading || field || '', column }] : []
  })
  const match = mapped.find(({ column }) => column.name === settings.match) ?? null
  const telling: Telling = { lang: person.lang, spelling: 'words', wall: wallOf(engine.zone) }
  const links = linksFor(engine, person, settings.names)
  const alike = new Set(engine.behaviourOf(record).importing?.alike ?? [])
  const keep = new Set(settings.keep ?? [])
  return { engine, record, person, columns, mapped, match, telling, links, earlier, alike, keep, unknown: new Map() }
}

/** Plans some rows: what they say, which records they are about, and in what they differ from them. Writes nothing. */
export async function plan(planner: Planner, db: Kysely<Tables>, rows: readonly SheetRow[]): Promise<Planned[]> {
  const { engine, record, person, telling } = planner
  const drafts = rows.map((row) => draftOf(planner, row, telling.wall))
  await planner.links.load(db, namesIn(planner, drafts))
  for (const [i, draft] of drafts.entries()) resolveLinks(planner, draft, rows[i] as SheetRow)
  const there = await existing(planner, db, drafts)
  const refs = await refsOf(engine, record, person, [
    ...new Set([...there.values()].filter((row) => row !== undefined)),
  ])
  const holders = await holdersOf(planner, db, drafts)
  return drafts.map((draft) => settle(planner, draft, there.get(draft.n), refs, holders))
}

/** What a row says, before it is held against what is there. */
export interface Draft {
  readonly n: number
  /** By field: what its cell says. */
  readonly said: Map<string, Exclude<Said, null>>
  readonly values: Map<string, unknown>
  /** Texts of the cells of columns that no two records share, as written: to find records by. */
  readonly keys: Map<string, string>
  readonly faults: CellFault[]
}

function draftOf({ mapped }: Planner, { n, cells }: SheetRow, wall: Wall): Draft {
  const draft: Draft = { n, said: new Map(), values: new Map(), keys: new Map(), faults: [] }
  for (const one of mapped) {
    const cell = cells[one.at]
    const said = readCell(one.column, cell, wall)
    if (said === null) continue
    const { name, field } = one.column
    if ('wrong' in said) draft.faults.push(faultAt(one, n, said.wrong))
    else draft.said.set(name, said)
    if ('value' in said) draft.values.set(name, said.value)
    if (cell && 'value' in said && (field.unique || name === 'number')) draft.keys.set(name, cell.text.trim())
  }
  return draft
}

/** `张三、李四` are two names, unless somebody is called so. */
const parts = (text: string): string[] =>
  text
    .split(/[、,,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

function namesIn({ mapped }: Planner, drafts: readonly Draft[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { column } of mapped) {
    const { to } = column.field
    if (!to) continue
    const texts = wanted.get(to) ?? new Set()
    for (const { said } of drafts) {
      const one = said.get(column.name)
      if (!one || !('links' in one)) continue
      for (const text of one.links)
        for (const name of [text, ...(column.kind === 'links' ? parts(text) : [])]) texts.add(name)
    }
    wanted.set(to, texts)
  }
  return wanted
}

function resolveLinks({ mapped, links, unknown }: Planner, draft: Draft, row: SheetRow): void {
  for (const one of mapped) {
    const said = draft.said.get(one.column.name)
    if (!said || !('links' in said)) continue
    const to = one.column.field.to ?? ''
    const named = said.links.flatMap((text) =>
      'wrong' in links.get(to, text) && one.column.kind === 'links' ? parts(text) : [text],
    )
    const targets = named.map((text) => links.get(to, text))
    const wrong = targets.flatMap((target) => ('wrong' in target ? [target.wrong] : []))
    for (const [i, target] of targets.entries())
      if ('wrong' in target && target.wrong.code === missingCode)
        noteUnknown(unknown, to, links.form(to, named[i] ?? ''), mapped, row)
    draft.faults.push(...wrong.map((why) => faultAt(one, draft.n, why)))
    if (wrong.length > 0) continue
    const ids = targets.flatMap((target) => ('id' in target && target.id !== null ? [target.id] : []))
    if (ids.length > 0) draft.values.set(one.column.name, one.column.kind === 'links' ? [...new Set(ids)] : ids[0])
  }
}

function settle(planner: Planner, draft: Draft, stored: AnyRow | undefined, refs: Refs, holders: Holders): Planned {
  const { record, person, mapped, match } = planner
  const { n, values, faults } = draft
  const row = stored && concealed(record, person, stored)
  const label = String(
    values.get(record.label) ?? row?.[record.label] ?? draft.keys.get(match?.column.name ?? '') ?? '',
  )
  const number = mapped.find(({ column }) => column.name === 'number')
  if (!row && number && draft.keys.has('number')) {
    faults.push(faultAt(number, n, noSuchNumber))
  }
  const writes: Record<string, unknown> = {}
  const changes: Record<string, readonly [string, string]> = {}
  for (const one of mapped) {
    const { column } = one
    if (!column.importable || !values.has(column.name)) continue
    const given = values.get(column.name)
    // How it began is told once; what a file says of it later is how it is now, which verbs change.
    if (row && column.name === record.beginsAs) continue
    if (row && isSame(column, valueIn(row, column), given, (id) => id in refs)) continue
    if (row && column.field.by === 'once') {
      faults.push(faultAt(one, n, fixed))
      continue
    }
    const holder = holders.get(holderKey(column.name, given))
    if (holder && holder.id !== row?.id) {
      if (column.field.unique) faults.push(faultAt(one, n, taken(holder.number)))
      else if (!planner.keep.has(n)) faults.push(faultAt(one, n, alikeTo(holder)))
    }
    put(writes, column, withHidden(column, row, given, refs))
    if (row) changes[column.name] = [told(planner, column, row, refs), toldNew(planner, column, draft, given)]
  }
  if (faults.length === 0) faults.push(...schemaFaults(planner, n, writes, row !== undefined))
  const done = { n, label, values: writes, faults, ...(row && { id: row.id }) }
  if (faults.length > 0) return { ...done, verdict: 'fault', changes: null }
  if (!row) return { ...done, verdict: 'create', changes: null }
  return Object.keys(writes).length === 0
    ? { ...done, verdict: 'unchanged', changes: null }
    : { ...done, verdict: 'change', changes }
}

/** What one cannot see one does not take away. */
function withHidden(column: Column, row: AnyRow | undefined, given: unknown, refs: Refs): unknown {
  if (column.kind !== 'links' || !row) return given
  return [...(given as string[]), ...((valueIn(row, column) ?? []) as string[]).filter((id) => !(id in refs))]
}

function put(values: Record<string, unknown>, { name }: Column, value: unknown): void {
  if (!name.startsWith('custom.')) values[name] = value
  else values['custom'] = { ...((values['custom'] as object) ?? {}), [name.slice('custom.'.length)]: value }
}

function told({ telling }: Planner, column: Column, row: AnyRow, refs: Refs): string {
  const value = shown(telling, column, row, refs)
  return value === null ? '' : value.is === 'number' ? String(value.number) : value.text.slice(0, 200)
}

/** The new value as it will be shown; of links what the file says. */
function toldNew(planner: Planner, column: Column, { said }: Draft, given: unknown): string {
  const one = said.get(column.name)
  if (one && 'links' in one) return one.links.join('; ').slice(0, 200)
  const row = column.name.startsWith('custom.')
    ? { custom: { [column.name.slice('custom.'.length)]: given } }
    : { [column.name]: given }
  return told(planner, column, row as never, {})
}

const noSuchNumber: Wrong = {
  code: 'no-such-record',
  text: ['没有这个编号的记录。新记录请把编号留空。', 'No record has this number. Leave it empty for a new record.'],
}

const fixed: Wrong = {
  code: 'fixed',
  text: ['此项只在创建时填写,之后不能更改。', 'This is given once, at creation, and cannot be changed.'],
}

const alikeTo = ({ number, label }: Holder): Wrong => ({
  code: 'alike',
  text:
    number === null
      ? ['已有记录写着同样的内容,可能是同一件。', 'A record says the same already; it may be the same thing.']
      : [`${number} ${label} 也是这个值,可能是同一件。`, `${number} ${label} says the same; it may be the same thing.`],
})

const taken = (number: string | null): Wrong => ({
  code: 'duplicate',
  text:
    number === null
      ? ['该值已被占用,不能重复。', 'The value is taken; it must be unique.']
      : [`该值已被 ${number} 占用,不能重复。`, `The value is taken by ${number}; it must be unique.`],
})
