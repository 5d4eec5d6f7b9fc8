import type { z } from 'zod'
import { clockStates } from '../../record/clock.ts'
import type { CustomField, CustomValues } from '../../record/custom.ts'
import type { Field, Kind } from '../../record/field.ts'
import { ownWords } from '../../record/own.words.ts'
import { clocksOf } from '../../record/record.ts'
import type { Entry } from '../../record/registry.ts'
import type { Lang, Words } from '../../record/words.ts'
import type { Refs } from '../client/types.ts'
import { clockWords } from '../clocks/words.ts'
import { words } from '../words.ts'
import { showInstant } from './time.ts'

/** What a screen needs of a field to show it; every record's own columns count as fields too. */
export interface Shown {
  readonly name: string
  readonly kind: Kind | 'state'
  readonly label: Words
  readonly to?: string
  readonly choices?: Readonly<Record<string, Words>>
  /** A text that names a kind of record. */
  readonly names?: 'record'
  /** Of a value with a shape of its own. */
  readonly schema?: z.ZodType
  readonly filter: boolean
  readonly sort: boolean
}

const own: Readonly<Record<string, Omit<Shown, 'name' | 'label'>>> = {
  number: { kind: 'text', filter: false, sort: true },
  state: { kind: 'state', filter: true, sort: false },
  version: { kind: 'number', filter: false, sort: false },
  createdAt: { kind: 'instant', filter: false, sort: true },
  createdBy: { kind: 'link', to: 'person', filter: true, sort: false },
  dueAt: { kind: 'instant', filter: true, sort: true },
  updatedAt: { kind: 'instant', filter: false, sort: false },
  updatedBy: { kind: 'link', to: 'person', filter: false, sort: false },
}

/** The field of a record by name, its own ones and `number`, `state`, `createdAt` …; undefined for any other name. */
export function shownOf({ record, words: own_ }: Entry, name: string): Shown | undefined {
  const field = record.fields[name] as Field | undefined
  if (field) {
    return {
      name,
      kind: field.kind,
      label: own_.fields[name] ?? ownWords[name as keyof typeof ownWords] ?? [name, name],
      filter: field.filter,
      sort: field.sort,
      ...(field.to ? { to: field.to } : {}),
      ...(field.names ? { names: field.names } : {}),
      ...(field.kind === 'json' ? { schema: field.schema } : {}),
      ...(field.kind === 'choice'
        ? { choices: (own_.choices as Record<string, Record<string, Words>>)[name] ?? {} }
        : {}),
    }
  }
  const base = own[name]
  if (!base || (name === 'dueAt' && !record.clocks)) return undefined
  const label = words[name as keyof typeof words] as Words
  return { name, label, ...base, ...(base.kind === 'state' ? { choices: own_.states as Record<string, Words> } : {}) }
}

/** A field that the firm added; a long text is read and not filtered by. */
export const shownOfCustom = ({ key, kind, words: label, choices }: CustomField): Shown => ({
  name: `custom.${key}`,
  kind,
  label,
  filter: kind !== 'prose',
  sort: false,
  ...(kind === 'choice' && {
    choices: Object.fromEntries(choices.map((one): [string, Words] => [one.value, one.words])),
  }),
})

/** How each of its clocks stands, for lists to be filtered by. */
export const shownOfClocks = ({ record, words: own }: Entry): Shown[] =>
  clocksOf(record).map(([name]) => {
    const [zh, en] = own.clocks?.[name] ?? [name, name]
    return {
      name: `clock.${name}`,
      kind: 'choice',
      label: [`${zh}时限`, `${en} clock`],
      choices: Object.fromEntries(clockStates.map((state): [string, Words] => [state, clockWords[state]])),
      filter: true,
      sort: false,
    }
  })

/** A row's value of a field, one that the firm added too. */
export const valueIn = (row: Readonly<Record<string, unknown>>, name: string): unknown =>
  name.startsWith('custom.') ? (row['custom'] as CustomValues | undefined)?.[name.slice('custom.'.length)] : row[name]

/** A value as one line of text, as the journal and confirmations say it. */
export function textOf(shown: Shown | undefined, value: unknown, lang: Lang, refs: Refs): string {
  const say = (pair: Words) => pair[lang === 'zh' ? 0 : 1]
  if (value === null || value === undefined || value === '') return say(words.empty)
  const link = (id: unknown) => refs[String(id)]?.label ?? say(words.hidden)
  const pointed = (id: string) => (refs[id] ? `${refs[id].number} ${refs[id].label}` : say(words.hidden))
  switch (shown?.kind) {
    case 'choice':
    case 'state':
      return say(shown.choices?.[String(value)] ?? [String(value), String(value)])
    case 'flag':
      return say(value ? words.yes : words.no)
    case 'instant':
      return showInstant(String(value), true)
    case 'link':
      return link(value)
    case 'links':
      return Array.isArray(value) && value.length > 0 ? value.map(link).join(', ') : say(words.empty)
    case 'json':
      return JSON.stringify(value)
    case 'number':
      return showNumber(value as number)
    default:
      return isPointer(value) ? pointed(value.id) : typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

/** What the journal says of a link between two records: which one it leads to. */
const isPointer = (value: unknown): value is { readonly record: string; readonly id: string } =>
  typeof value === 'object' && value !== null && 'record' in value && 'id' in value

/** `12,345.6`: the same figures in both languages. */
export const showNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })
