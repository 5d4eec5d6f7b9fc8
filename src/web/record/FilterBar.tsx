import { CloseOutlined, DownOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import type { Refs } from '../client/types.ts'
import type { Shown } from '../format/value.ts'
import { useLang, useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { chipText } from './chip.ts'
import { FilterEdit } from './FilterEdit.tsx'
import { isFiltered, keysOf, type ListQuery, withKeys, withoutFilters } from './query.ts'

interface FilterBarProps {
  readonly entry: Entry
  readonly fields: readonly Shown[]
  readonly query: ListQuery
  readonly refs: Refs
  readonly onChange: (query: ListQuery) => void
}

/** A chip for each field a list may be filtered by: what is chosen, and a click to choose. */
export function FilterBar({ fields, query, refs, onChange }: FilterBarProps) {
  const say = useSay()
  return (
    <div className="ts-filters">
      {fields.map((shown) => (
        <FilterChip key={shown.name} shown={shown} query={query} refs={refs} onChange={onChange} />
      ))}
      {isFiltered(query) && (
        <Button type="link" size="small" onClick={() => onChange(withoutFilters(query))}>
          {say(words.clearFilters)}
        </Button>
      )}
    </div>
  )
}

function FilterChip({ shown, query, refs, onChange }: { shown: Shown } & Omit<FilterBarProps, 'entry' | 'fields'>) {
  const say = useSay()
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const keys = keysOf(shown)
  const isSet = keys.some((key) => query[key] !== undefined)
  const clear = Object.fromEntries(keys.map((key) => [key, undefined]))
  return (
    <span className={isSet ? 'ts-chip is-set' : 'ts-chip'}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={
          <FilterEdit shown={shown} query={query} refs={refs} onChange={(set) => onChange(withKeys(query, set))} />
        }
      >
        <button type="button" className="ts-chip-main" aria-expanded={open}>
          {say(shown.label)}
          {isSet ? <b>{chipText(shown, query, refs, lang)}</b> : <DownOutlined />}
        </button>
      </Popover>
      {isSet && (
        <button
          type="button"
          className="ts-chip-clear"
          aria-label={`${say(words.clearFilter)} ${say(shown.label)}`}
          onClick={() => onChange(withKeys(query, clear))}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  )
}
