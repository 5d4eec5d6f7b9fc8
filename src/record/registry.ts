import { type AnyRecord, clocksOf, fieldsOfRecord, type RecordWords, type Transition } from './record.ts'
import { leavesOf, type Rule, statesOf } from './rule.ts'
import type { Words } from './words.ts'

/** A record with its words, as the registry holds it. */
export interface Entry {
  readonly record: AnyRecord
  readonly words: RecordWords
}

/** An area of the product, in the order the menu shows them. */
export interface Area {
  readonly code: string
  readonly words: Words
  readonly records: readonly Entry[]
}

export interface Registry {
  readonly areas: readonly Area[]
  readonly all: readonly Entry[]
  get(name: string): Entry
}

/**
 * Gathers declarations and checks what types cannot: that links name a record, rules name fields, states and verbs
 * hang together. Throws with every fault, since a wrong declaration is a bug and must not start.
 */
export function buildRegistry(areas: readonly Area[]): Registry {
  const all = areas.flatMap((area) => area.records)
  const byName = new Map(all.map((entry) => [entry.record.name, entry]))
  const faults = [...twice(all, 'name'), ...twice(all, 'plural'), ...twice(all, 'number')]
  for (const { record } of all) faults.push(...check(record, byName))
  for (const entry of all) faults.push(...checkClocks(entry))
  if (faults.length > 0) throw new Error(`Declarations do not hold:\n${faults.join('\n')}`)
  return {
    areas,
    all,
    get(name) {
      const entry = byName.get(name)
      if (!entry) throw new Error(`No record is called ${name}`)
      return entry
    },
  }
}

const twice = (all: readonly Entry[], key: 'name' | 'plural' | 'number'): string[] =>
  all
    .map(({ record }) => record[key])
    .filter((value, index, values) => values.indexOf(value) !== index)
    .map((value) => `${key} ${value} is declared twice`)

const base = ['id', 'number', 'state', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']
const baseIds = ['id', 'createdBy', 'updatedBy']
/** What stands at a verb's address, beside it in `can`, or for another thing in the journal. */
const taken = [
  'create',
  'update',
  'journal',
  'comments',
  'links',
  'signatures',
  'attachments',
  'readers',
  'watch',
  'watchers',
  'neighbourhood',
  'clocks',
  'approvals',
  'comment',
  'edit-comment',
  'withdraw-comment',
  'attach',
  'detach',
  'quarantine',
]

function check(record: AnyRecord, byName: ReadonlyMap<string, Entry>): string[] {
  const faults: string[] = []
  const states: readonly string[] = record.states
  const say = (text: string) => faults.push(`${record.name}: ${text}`)
  if (states.length === 0) say('has no state')
  if (!(record.label in record.fields)) say(`its label ${record.label} is not a field`)
  const { read, create, update, notes, files } = record.access
  const rules = [read, create, update, ...(notes ? [notes] : []), ...(files ? [files] : [])]
  for (const [name, field] of fieldsOfRecord(record)) {
    if (base.includes(name)) say(`field ${name} is every record's own`)
    if (field.secret && (name === record.label || field.unique))
      say(`field ${name} names the record and cannot be secret`)
    if (field.secret) rules.push(field.secret)
    if (field.to && !byName.has(field.to)) say(`field ${name} links to ${field.to}, which is no record`)
  }
  if (record.beginsAs) {
    const { by, choices = [], default: usual } = record.fields[record.beginsAs] ?? {}
    if (by !== 'once' || !usual || choices.some((one: string) => !states.includes(one)))
      say(`begins as ${record.beginsAs}, which is no choice given once among its states, with a default`)
  }
  for (const [verb, transition] of Object.entries(record.transitions as Record<string, Transition>)) {
    rules.push(transition.allow)
    if (taken.includes(verb) || verb.startsWith('approval-')) say(`the name ${verb} is taken and cannot be a verb's`)
    for (const state of [transition.from, transition.to].flat()) {
      if (!states.includes(state)) say(`${verb} names the state ${state}, which it does not have`)
    }
    for (const name of [...(transition.requires ?? []), ...(transition.accepts ?? [])]) {
      if (!(name in record.fields)) say(`${verb} asks for ${name}, which is no field`)
    }
  }
  if (record.appendOnly && Object.keys(record.transitions).length > 0) say('is append only and yet has verbs')
  for (const rule of rules) for (const text of checkRule(rule, record, states)) say(text)
  return [...faults, ...unreachable(record, states).map((state) => `${record.name}: nothing leads to ${state}`)]
}

/** Clocks name verbs and states, and have words; `dueAt` is theirs. */
function checkClocks({ record, words }: Entry): string[] {
  const states: readonly string[] = record.states
  const names = [...states, ...Object.keys(record.transitions)]
  const faults = clocksOf(record).flatMap(([clock, { until, from = [], pauseIn = [] }]) => [
    ...[...until, ...from]
      .filter((name) => !names.includes(name))
      .map((name) => `the clock ${clock} names ${name}, which is neither verb nor state`),
    ...pauseIn.filter((name) => !states.includes(name)).map((name) => `the clock ${clock} pauses in ${name}, no state`),
    ...(until.length === 0 ? [`the clock ${clock} never ends`] : []),
    ...(words.clocks?.[clock] ? [] : [`the clock ${clock} has no words`]),
  ])
  if (record.clocks && 'dueAt' in record.fields) faults.push('field dueAt is every timed record’s own')
  return faults.map((text) => `${record.name}: ${text}`)
}

/** Rules compare ids, choices, dates and states: what else a field holds cannot be asked of the database. */
function checkRule(rule: Rule, record: AnyRecord, states: readonly string[]): string[] {
  const wrongFields = leavesOf(rule).flatMap((leaf) => {
    if (!('field' in leaf) || fits(leaf, record)) return []
    const known = base.includes(leaf.field) || leaf.field in record.fields
    return [`a rule looks at ${leaf.field}, which ${known ? `holds no ${wantedBy(leaf)}` : 'is no field'}`]
  })
  const wrongStates = statesOf(rule).filter((state) => !states.includes(state))
  return [...wrongFields, ...wrongStates.map((state) => `a rule names the state ${state}, which it does not have`)]
}

type FieldLeaf = Extract<Rule, { field: string }>

const wantedBy = ({ is }: FieldLeaf): 'choices' | 'date' | 'ids' =>
  is === 'chosen' ? 'choices' : is === 'begun' || is === 'lasting' ? 'date' : 'ids'

function fits(leaf: FieldLeaf, record: AnyRecord): boolean {
  const field = record.fields[leaf.field]
  if (leaf.is === 'chosen') return leaf.choices.every((one) => field?.choices?.includes(one))
  if (wantedBy(leaf) === 'date') return field?.kind === 'date'
  return baseIds.includes(leaf.field) || Boolean(field?.to)
}

/** States no path of transitions reaches from the start. */
function unreachable(record: AnyRecord, states: readonly string[]): string[] {
  const begun: readonly string[] | undefined = record.beginsAs && record.fields[record.beginsAs]?.choices
  const seen = new Set(begun ?? states.slice(0, 1))
  const transitions = Object.values(record.transitions as Record<string, Transition>)
  for (let grown = true; grown; ) {
    const before = seen.size
    for (const t of transitions) if ([t.from].flat().some((from) => seen.has(from))) seen.add(t.to)
    grown = seen.size > before
  }
  return states.filter((state) => !seen.has(state))
}
