import { CloseOutlined, DownOutlined, FilterOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../../record/registry.ts'
import type { Refs } from '../../client/types.ts'
import type { Shown } from '../../format/value.ts'
import { useLang, useSay } from '../../shell/lang.tsx'
import { lazily } from '../../shell/lazily.tsx'
import { words as common } from '../../words.ts'
import { chipText } from '../chip.ts'
import { words } from '../list.words.ts'
import { isFiltered, keysOf, type ListQuery, withKeys, withoutField, withoutFilters } from '../query.ts'
import { useFilterRefs } from './refs.ts'

const FilterEdit = lazily(() => import('./FilterEdit.tsx').then((m) => m.FilterEdit))

interface FilterBarProps {
  readonly entry: Entry
  readonly fields: readonly Shown[]
  readonly query: ListQuery
  readonly refs: Refs
  readonly onChange: (query: ListQuery) => void
}

/** Fields most filtered by stand ready as chips; the others are behind the button. */
const ready = 4

/** A chip for each filter that is set, some that stand ready, and every other by choice. */
export function FilterBar({ entry, fields, query, refs, onChange }: FilterBarProps) {
  const say = useSay()
  const [added, setAdded] = useState<string>()
  const named = { ...refs, ...useFilterRefs(fields, query, refs) }
  const isSet = (shown: Shown) => keysOf(shown).some((key) => query[key] !== undefined)
  const shown = fields.filter((one, n) => n < ready || one.name === added || isSet(one))
  return (
    <div className="ts-filters">
      {shown.map((one) => (
        <FilterChip
          key={one.name}
          entry={entry}
          shown={one}
          query={query}
          refs={named}
          isSet={isSet(one)}
          startsOpen={one.name === added}
          onChange={onChange}
          onClose={() => setAdded(undefined)}
        />
      ))}
      {fields.length > ready && <AddFilter fields={fields.filter((one) => !shown.includes(one))} onPick={setAdded} />}
      {isFiltered(query) && (
        <Button type="link" size="small" onClick={() => onChange(withoutFilters(query))}>
          {say(common.clearFilters)}
        </Button>
      )}
    </div>
  )
}

interface ChipProps extends Pick<FilterBarProps, 'entry' | 'query' | 'refs' | 'onChange'> {
  readonly shown: Shown
  readonly isSet: boolean
  readonly startsOpen: boolean
  readonly onClose: () => void
}

function FilterChip({ entry, shown, query, refs, isSet, startsOpen, onChange, onClose }: ChipProps) {
  const say = useSay()
  const lang = useLang()
  const [open, setOpen] = useState(startsOpen)
  return (
    <span className={isSet ? 'ts-chip is-set' : 'ts-chip'}>
      <Popover
        open={open}
        onOpenChange={(now) => {
          setOpen(now)
          if (!now) onClose()
        }}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={
          <FilterEdit
            entry={entry}
            shown={shown}
            query={query}
            refs={refs}
            onChange={(set) => onChange(withKeys(withoutField(query, shown), set))}
          />
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
          aria-label={`${say(common.clearFilter)} ${say(shown.label)}`}
          onClick={() => onChange(withoutField(query, shown))}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  )
}

function AddFilter({ fields, onPick }: { fields: readonly Shown[]; onPick: (name: string) => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const found = fields.filter(({ label }) => label.some((word) => word.toLowerCase().includes(typed.toLowerCase())))
  const pick = (name: string) => {
    setOpen(false)
    setTyped('')
    onPick(name)
  }
  const content = (
    <div className="ts-add-filter">
      <Input
        size="small"
        autoFocus
        value={typed}
        placeholder={say(words.findField)}
        aria-label={say(words.findField)}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={() => found[0] && pick(found[0].name)}
      />
      <ul>
        {found.map(({ name, label }) => (
          <li key={name}>
            <button type="button" onClick={() => pick(name)}>
              {say(label)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={content}
      destroyOnHidden
    >
      <Button type="text" size="small" icon={<FilterOutlined />} aria-expanded={open}>
        {say(words.addFilter)}
      </Button>
    </Popover>
  )
}
