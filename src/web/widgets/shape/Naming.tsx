import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { fieldsOfRecord } from '../../../record/record.ts'
import type { Entry } from '../../../record/registry.ts'
import type { Shape } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'
import { api } from '../../client/api.ts'
import { keyOf } from '../../client/live.ts'
import { useEntryIf, useHead, useParts } from '../../context.ts'
import { useSay } from '../../shell/lang.tsx'
import { words } from '../../words.ts'

interface NamingProps {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: string | undefined) => void
}

/** Picks a record that a shaped value names, by its id or by another field that nobody else has. */
export function RecordNamed({
  to,
  by = 'id',
  value,
  onChange,
  id,
}: NamingProps & { to: string; by?: string | undefined }) {
  const say = useSay()
  const { record } = useHead(to)
  const [q, setQ] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: keyOf(to, 'list', 'named', q),
    queryFn: ({ signal }) => api.list(record, { limit: '50', ...(q ? { q } : {}) }, signal),
  })
  const label = useNameOf(to, by, value)
  const known = typeof value === 'string' && value !== '' ? [{ value, label: label ?? value }] : []
  const found = (data?.items ?? []).map((row) => {
    const values = row as unknown as Record<string, unknown>
    return { value: String(values[by]), label: String(values[record.label]) }
  })
  const options = [...known, ...found.filter((one) => one.value !== value)]
  return (
    <Select
      id={id}
      value={typeof value === 'string' ? value : undefined}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={say(words.typeToSearch)}
      loading={isFetching}
      options={options}
      onChange={onChange}
    />
  )
}

/** What the named record is called; undefined while unknown, and for good where one may not read it. */
export function useNameOf(to: string, by: string, value: unknown): string | undefined {
  const { record } = useHead(to)
  const { data } = useQuery({
    queryKey: keyOf(to, 'list', 'name', by, value),
    queryFn: async ({ signal }) => {
      if (by === 'id') return (await api.get(record, String(value), signal)).item
      return (await api.list(record, { [by]: String(value), limit: '1' }, signal)).items[0] ?? null
    },
    enabled: typeof value === 'string' && value !== '',
    retry: false,
  })
  return data ? String((data as unknown as Record<string, unknown>)[record.label]) : undefined
}

/** What of a declaration a value may name. */
export type Declared = Exclude<NonNullable<Shape['names']>, 'value' | 'values'>

/** Picks a kind of record, or what can be done to the one that stands beside. */
export function DeclaredNamed({
  names,
  beside,
  value,
  onChange,
  id,
}: NamingProps & { names: Declared; beside: unknown }) {
  const say = useSay()
  const names_ = useDeclared(names, beside)
  return (
    <Select
      id={id}
      value={typeof value === 'string' ? value : undefined}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say(words.pick)}
      options={names_}
      onChange={onChange}
    />
  )
}

/** The kinds of records, or the acts on one, its verbs, clocks or fields, with their words. */
export function useDeclared(names: Declared, beside: unknown): { value: string; label: string }[] {
  const say = useSay()
  const { registry } = useParts()
  const entry = useEntryIf(names === 'record' ? undefined : beside)
  if (names === 'record')
    return registry.all.map(({ record, words: w }) => ({ value: record.name, label: say(w.name) }))
  if (!entry) return []
  if (names === 'verb') return verbsOf(entry, say)
  if (names === 'clock')
    return Object.entries(entry.words.clocks ?? {}).map(([clock, word]) => ({ value: clock, label: say(word) }))
  if (names === 'field' || names === 'person-field') return fieldsNamed(entry, names === 'person-field', say)
  return [
    { value: 'read', label: say(words.actRead) },
    { value: 'create', label: say(words.create) },
    { value: 'update', label: say(words.edit) },
    ...Object.entries(entry.words.verbs).map(([verb, word]) => ({ value: verb, label: say(word) })),
  ]
}

type Say = (words: Words) => string

/** The verbs that persons do: what the system does by itself waits for nobody. */
const verbsOf = ({ record, words: own }: Entry, say: Say) =>
  Object.keys(record.transitions)
    .filter((verb) => record.transitions[verb]?.allow.is !== 'nobody')
    .map((verb) => ({ value: verb, label: say((own.verbs as Record<string, Words>)[verb] ?? [verb, verb]) }))

const fieldsNamed = ({ record, words: own }: Entry, people: boolean, say: Say) => [
  ...fieldsOfRecord(record)
    .filter(([, { kind, to }]) => (people ? to === 'person' : kind !== 'json'))
    .map(([name]) => ({ value: name, label: say((own.fields as Record<string, Words>)[name] ?? [name, name]) })),
  ...(people ? [{ value: 'createdBy', label: say(words.createdBy) }] : []),
]
