import type { Actor } from './actor.ts'
import type { ClockSpec } from './clock.ts'
import { type CustomValues, customValues } from './custom.ts'
import { type Field, type Fields, f, type Value, type Writer } from './field.ts'
import type { Fault } from './problem.ts'
import { grantable, type Rule } from './rule.ts'
import type { Words } from './words.ts'

/** What every record has beside its own fields. Who and when are ids of persons (null: the system) and instants. */
export interface Base<State extends string = string> {
  readonly id: string
  /** `INC-202611-0042`: prefix, month, counter; never reused. */
  readonly number: string
  readonly state: State
  /** Grows by one with every change; a write that names an older one is refused as stale. */
  readonly version: number
  readonly createdAt: string
  readonly createdBy: string | null
  readonly updatedAt: string
  readonly updatedBy: string | null
  /** Values of the firm's own fields, by their keys; a record that is append only has none. */
  readonly custom?: CustomValues | undefined
}

type OwnRow<F extends Fields> = { readonly [K in keyof F]: Value<F[K]> }
type FullRow<F extends Fields, S extends string> = Base<S> & OwnRow<F>

/** Who writes, and when: what a stamp may use. */
export interface Moment {
  readonly actor: Actor
  readonly now: string
}

export interface Transition<Row = AnyRow, State extends string = string, Name extends string = string> {
  readonly from: State | readonly State[]
  readonly to: State
  readonly allow: Rule
  /** Fields that must be filled; they may be given along with the verb. */
  readonly requires?: readonly Name[]
  /** Fields that may be given along with the verb. */
  readonly accepts?: readonly Name[]
  /** What must hold, from the row alone; each fault is a sentence the person sees before trying. */
  guard?(row: Row, moment: Moment): readonly Fault[]
  /** Values that follow from the act: stamps of who and when. */
  set?(row: Row, moment: Moment): Partial<Row>
  /** The person proves presence again and signs the digest of the row as shown. */
  readonly sign?: boolean
}

export interface Spec<N extends string, F extends Fields, S extends string, T extends string> {
  /** Prefix of its numbers. */
  readonly number: string
  /** As in its address: `/api/incidents`. */
  readonly plural: string
  /** The field that names a record to a person. */
  readonly label: keyof F & string
  readonly fields: F
  /** The first is where it starts, unless `beginsAs` says. */
  readonly states: readonly S[]
  /** A choice given once, among its states: what stood before it was registered starts where it is. */
  readonly beginsAs?: keyof F & string
  readonly transitions: { readonly [K in T]: Transition<FullRow<F, S>, NoInfer<S>, keyof F & string> }
  readonly access: {
    readonly read: Rule
    readonly create: Rule
    readonly update: Rule
    /** Who, of those who read it, writes and sees private notes and files; whoever may change it, unless it says. */
    readonly notes?: Rule
    /** Who brings files to it and takes them off; unless it says, whoever reads it, and whoever brought them or may change it. */
    readonly files?: Rule
  }
  /**
   * What is timed: by name, when it begins, stands and ends. How long it may take is data (targets). Its rows then have
   * `dueAt`, the next instant at which a clock of theirs is due.
   */
  readonly clocks?: Readonly<Record<string, ClockSpec<NoInfer<S> | NoInfer<T>, NoInfer<S>>>>
  /** Values computed from the row on every write. */
  derive?(row: FullRow<F, S>): Partial<FullRow<F, S>>
  /** The database itself refuses to change or remove a row, and `verify` compares each with its journal entry. */
  readonly appendOnly?: boolean
  /** Phantom: the record's own name, for links. */
  readonly name?: N
}

export interface RecordType<
  N extends string = string,
  F extends Fields = Fields,
  S extends string = string,
  T extends string = string,
> extends Omit<Spec<N, F, S, T>, 'name'> {
  readonly name: N
}

/** Declares a record once; everything else is derived from what this returns. */
export const defineRecord = <
  const N extends string,
  const F extends Fields,
  const S extends string,
  const T extends string,
>(
  name: N,
  spec: Spec<N, F, S, T>,
): RecordType<N, F, S, T> => {
  const fields = spec.appendOnly ? spec.fields : { ...spec.fields, custom: customValues }
  const to = { name, fields: spec.fields }
  const { read, create, update } = spec.access
  return {
    ...spec,
    name,
    fields,
    access: {
      ...spec.access,
      read: openTo(to, 'read', read),
      create: openTo(to, 'create', create),
      update: openTo(to, 'update', update),
    },
    transitions: mapped(spec.transitions as Record<string, Transition>, (verb, transition) => ({
      ...transition,
      allow: openTo(to, verb, transition.allow),
    })) as never,
  }
}

/** The rule of an act, opened to whom a role grants it: see `grant.ts`. */
export function openTo(record: { readonly name: string; readonly fields: Fields }, act: string, rule: Rule): Rule {
  const to = (target: string) =>
    Object.entries(record.fields).flatMap(([name, field]) => (field.to === target ? [name] : []))
  return grantable(rule, {
    record: record.name,
    act,
    own: ['createdBy', ...to('person')],
    team: to('team'),
    department: to('department'),
  })
}

const mapped = <T>(all: Readonly<Record<string, T>>, to: (name: string, one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, to(name, one)]))

// biome-ignore lint/suspicious/noExplicitAny: a declaration of any shape; guards are contravariant in the row.
export type AnyRecord = RecordType<string, any, any, any>
export type AnyRow = Base & Readonly<Record<string, unknown>>

export type FieldsOf<R extends AnyRecord> = R['fields']
export type StateOf<R extends AnyRecord> = R['states'][number]
export type VerbOf<R extends AnyRecord> = keyof R['transitions'] & string
export type RowOf<R extends AnyRecord> = R extends RecordType<string, infer F, infer S, string> ? FullRow<F, S> : never

type Given<F extends Fields, By extends Writer> = {
  [K in keyof F]: F[K]['by'] extends By ? K : never
}[keyof F]

/** What a caller of the engine may give: any of its fields, by name. */
export type ValuesOf<R extends AnyRecord> = Partial<OwnRow<FieldsOf<R>>> & {
  readonly custom?: CustomValues | undefined
}

/** What a person may give when creating. */
export type InputOf<R extends AnyRecord> = Partial<Pick<OwnRow<FieldsOf<R>>, Given<FieldsOf<R>, 'person' | 'once'>>>

type WithChoices = { readonly choices: readonly string[] }
type ChoiceFields<F extends Fields> = { [K in keyof F]: F[K] extends WithChoices ? K : never }[keyof F]
type ChoiceOf<T> = T extends WithChoices ? T['choices'][number] : never

/** Every word of a record that a person sees; leaving one out fails the type check. */
export interface RecordWords<R extends AnyRecord = AnyRecord> {
  readonly name: Words
  readonly plural: Words
  /** One sentence for the empty list: what belongs here and what to do first. */
  readonly empty: Words
  readonly fields: { readonly [K in keyof FieldsOf<R> & string]: Words }
  readonly states: { readonly [K in StateOf<R>]: Words }
  readonly verbs: { readonly [K in VerbOf<R>]: Words }
  readonly choices: {
    readonly [K in ChoiceFields<FieldsOf<R>> & string]: Readonly<Record<ChoiceOf<FieldsOf<R>[K]>, Words>>
  }
  /** Of what its journal tells beside verbs: what was done by an action, or came by itself. */
  readonly acts?: Readonly<Record<string, Words>>
  /** Of each clock; the registry refuses a record without them. */
  readonly clocks?: Readonly<Record<string, Words>>
}

/** When a clock of the record is due: the engine's own, so it is no field and no change of it is journalled. */
export const dueAt: Field<string> = f.instant({ optional: true, by: 'system', filter: true, sort: true })

export const clocksOf = (record: AnyRecord): [string, ClockSpec][] => Object.entries(record.clocks ?? {})

/** A field by name, `dueAt` of a record with clocks among them. */
export const fieldOf = (record: AnyRecord, name: string): Field | undefined => {
  if (Object.hasOwn(record.fields, name)) return record.fields[name]
  return name === 'dueAt' && record.clocks ? dueAt : undefined
}

/** Ties words to their declaration so that a missing one does not compile. */
export const wordsFor = <R extends AnyRecord>(_record: R, words: RecordWords<R>): RecordWords<R> => words

/** Who sees what is private to those who work on a record. */
export const notesRule = (record: AnyRecord): Rule => record.access.notes ?? record.access.update

/** Where one with these values starts; without values, where one does of which nothing else is said. */
export const startOf = (record: AnyRecord, values: Readonly<Record<string, unknown>> = {}): string => {
  const { beginsAs, fields, states } = record
  return (beginsAs ? (values[beginsAs] ?? (fields as Fields)[beginsAs]?.default) : states[0]) as string
}

export const tableOf = (record: AnyRecord): string => record.name.replaceAll('-', '_')

export const transitionOf = (record: AnyRecord, verb: string): Transition | undefined =>
  Object.hasOwn(record.transitions, verb) ? (record.transitions as Record<string, Transition>)[verb] : undefined

/** The fields and, of a record with clocks, `dueAt`: whatever its table has a column for beside every record's own. */
export const columnFields = (record: AnyRecord): [string, Field][] =>
  Object.entries({ ...(record.fields as Fields), ...(record.clocks && { dueAt }) })

export const fieldsOfRecord = (record: AnyRecord): [string, Fields[string]][] => Object.entries(record.fields as Fields)
