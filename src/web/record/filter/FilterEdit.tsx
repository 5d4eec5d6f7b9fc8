import { Segmented } from 'antd'
import { useState } from 'react'
import type { Field } from '../../../record/field.ts'
import type { Entry } from '../../../record/registry.ts'
import type { Query } from '../../client/api.ts'
import type { Refs } from '../../client/types.ts'
import type { Shown } from '../../format/value.ts'
import { useSay } from '../../shell/lang.tsx'
import { words } from '../list.words.ts'
import { chosen, isRange, type ListQuery } from '../query.ts'
import { Range } from './Range.tsx'
import { Values } from './Values.tsx'

interface FilterEditProps {
  readonly entry: Entry
  readonly shown: Shown
  readonly query: ListQuery
  readonly refs: Refs
  /** The filter's keys as they are to be; all others of the field go. */
  readonly onChange: (keys: Query) => void
}

type Way = 'is' | 'isNot' | 'range' | 'empty' | 'filled'

/** What a chip opens: is, is not, between, empty or not; and the values that the field's kind has. */
export function FilterEdit({ entry, shown, query, refs, onChange }: FilterEditProps) {
  const say = useSay()
  const { name } = shown
  const ways = waysOf(shown, entry.record.fields[name] as Field | undefined)
  const [way, setWay] = useState<Way>(() => wayOf(shown, query))
  const key = way === 'isNot' ? `${name}.not` : name
  const values = (chosen(query, key) ?? []).filter((value) => value !== '')
  const set = (next: readonly string[], to = key) => onChange(next.length > 0 ? { [to]: next.join(',') } : {})
  const turn = (next: Way) => {
    setWay(next)
    if (next === 'empty') onChange({ [name]: '' })
    else if (next === 'filled') onChange({ [`${name}.not`]: '' })
    else if (next === 'range') onChange({})
    else set(values, next === 'isNot' ? `${name}.not` : name)
  }
  return (
    <div className="ts-filter-edit">
      {ways.length > 1 && (
        <Segmented
          size="small"
          value={way}
          onChange={turn}
          options={ways.map((one) => ({ value: one, label: say(words[one]) }))}
          aria-label={say(shown.label)}
        />
      )}
      {way === 'range' && <Range shown={shown} query={query} onChange={onChange} />}
      {(way === 'is' || way === 'isNot') && <Values shown={shown} values={values} refs={refs} onChange={set} />}
    </div>
  )
}

/** A flag is one or the other; a range has no single values here. What the firm added need not be there. */
function waysOf({ name, kind }: Shown, field: Field | undefined): Way[] {
  const first: Way[] = isRange(kind) ? ['range'] : kind === 'flag' ? ['is'] : ['is', 'isNot']
  const mayBeEmpty = field?.optional || kind === 'links' || name.startsWith('custom.')
  return mayBeEmpty ? [...first, 'empty', 'filled'] : first
}

function wayOf({ name, kind }: Shown, query: ListQuery): Way {
  if (query[name] === '') return 'empty'
  if (query[`${name}.not`] === '') return 'filled'
  if (isRange(kind)) return 'range'
  return query[`${name}.not`] === undefined ? 'is' : 'isNot'
}
