import { fieldOfCustom } from '../../record/custom.ts'
import { type Field, f, type Kind } from '../../record/field.ts'
import { ownWords } from '../../record/own.words.ts'
import { type AnyRecord, type AnyRow, columnFields } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import type { Importing } from './import/importing.ts'

/** A column of a list as files carry it: a field, one of the firm's own fields (`custom.key`), or what every record has. */
export interface Column {
  readonly name: string
  readonly kind: Kind | 'state'
  readonly words: Words
  readonly field: Field
  /** The words of its values, where it has a few fixed ones. */
  readonly choices: Readonly<Record<string, Words>>
  /** A person may give it: at any time, or once at creation. */
  readonly importable: boolean
  /** What else people write above it. */
  readonly headings: readonly string[]
  /** By word: the choice that people mean, or why it is none. */
  readonly says: NonNullable<Importing['says']>[string]
}

/** Every column, in the order of a file: the number and the fields first, then what the system keeps. */
export function columnsOfList(engine: Engine, record: AnyRecord): Column[] {
  const { words } = engine.registry.get(record.name)
  const directory = engine.directory.record.name
  const { headings = {}, says = {} } = engine.behaviourOf(record).importing ?? {}
  const known = (name: string) => ({ headings: headings[name] ?? [], says: says[name] ?? {} })
  const own = (name: keyof typeof ownWords, kind: Kind | 'state', field: Field, choices = {}): Column => {
    return { name, kind, field, choices, words: ownWords[name], importable: false, ...known(name) }
  }
  const fields = columnFields(record)
    .filter(([name]) => name !== 'custom')
    .map(([name, field]): Column => {
      const choices = (words.choices as Record<string, Record<string, Words>>)[name] ?? {}
      const called = words.fields[name] ?? ownWords[name as keyof typeof ownWords] ?? [name, name]
      const importable = field.by !== 'system'
      return { name, field, choices, kind: field.kind, words: called, importable, ...known(name) }
    })
  const customs = engine.customFields(record).map((custom): Column => {
    const field = fieldOfCustom(custom)
    const choices = Object.fromEntries(custom.choices.map((choice) => [choice.value, choice.words]))
    const name = `custom.${custom.key}`
    return { name, field, choices, kind: field.kind, words: custom.words, importable: true, ...known(name) }
  })
  return [
    own('number', 'text', f.text()),
    ...fields,
    ...customs,
    own('state', 'state', f.text(), words.states),
    own('createdAt', 'instant', f.instant()),
    own('createdBy', 'link', f.link(directory, { optional: true })),
    own('updatedAt', 'instant', f.instant()),
    own('updatedBy', 'link', f.link(directory, { optional: true })),
    own('id', 'text', f.text()),
    own('version', 'number', f.number()),
  ]
}

/** What a file holds unless somebody chooses: all of it but what only machines read. */
export const usualColumns = (columns: readonly Column[]): Column[] =>
  columns.filter(({ name }) => name !== 'id' && name !== 'version')

/** The columns by which a row of a file can be known as a record: its number, or a text that no two have. */
export const keysOf = (columns: readonly Column[]): string[] =>
  columns
    .filter(({ name, field }) => name === 'number' || (field.unique && field.kind === 'text'))
    .map(({ name }) => name)

/** A row's value in a column. */
export const valueIn = (row: AnyRow, { name }: Pick<Column, 'name'>): unknown =>
  name.startsWith('custom.') ? row.custom?.[name.slice('custom.'.length)] : row[name]

/** The word of a choice or state, unless two of them share it. */
export function wordOf({ choices }: Column, value: string, lang: 0 | 1): string {
  const word = choices[value]?.[lang]
  const shared = Object.values(choices).filter((one) => one[lang] === word).length > 1
  return word === undefined || shared ? value : word
}
