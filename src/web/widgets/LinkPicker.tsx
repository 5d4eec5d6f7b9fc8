import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../client/api.ts'
import { keyOf } from '../client/live.ts'
import type { Refs } from '../client/types.ts'
import { useHead } from '../context.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'

/** A burst of keys is one question to the server. */
const pauseMs = 200

interface LinkPickerProps {
  /** Name of the record to pick from. */
  readonly to: string
  /** Names of what is chosen already. */
  readonly refs: Refs
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
  readonly multiple?: boolean
  readonly allowClear?: boolean
  readonly id?: string | undefined
  /** What it asks for, where no label of a form says so. */
  readonly label?: string
  readonly autoFocus?: boolean
}

/** Finds records by typing and picks one or several. */
export function LinkPicker({
  to,
  refs,
  value,
  onChange,
  multiple,
  allowClear = true,
  id,
  label,
  autoFocus,
}: LinkPickerProps) {
  const say = useSay()
  const text = useProblemText()
  const { record } = useHead(to)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<Record<string, string>>({})
  const q = usePaused(typed, pauseMs)
  const found = useQuery({
    queryKey: keyOf(to, 'list', 'pick', q),
    queryFn: ({ signal }) => api.list(record, { limit: '20', ...(q ? { q } : {}) }, signal),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const items = (found.data?.items ?? []).map((row) => ({ value: row.id, label: String(row[record.label]) }))
  const nameOf = (one: string) => seen[one] ?? refs[one]?.label ?? say(words.hidden)
  const chosen = value.map((one) => ({ value: one, label: nameOf(one) }))
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      mode={multiple ? 'multiple' : (undefined as never)}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped }}
      autoFocus={autoFocus ?? false}
      allowClear={allowClear}
      value={(multiple ? chosen : (chosen[0] ?? null)) as never}
      placeholder={say(words.typeToSearch)}
      loading={found.isFetching}
      notFoundContent={found.error ? text(found.error) : found.isPending ? null : say(words.nothingFound)}
      onOpenChange={setOpen}
      options={items}
      onChange={(next: unknown) => {
        const options = [next].flat().filter(Boolean) as { value: string; label: string }[]
        setSeen((before) => ({
          ...before,
          ...Object.fromEntries(options.map((one) => [one.value, String(one.label)])),
        }))
        onChange(options.map((one) => one.value))
      }}
      style={{ width: '100%', minWidth: 160 }}
    />
  )
}

function usePaused<T>(value: T, ms: number): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return paused
}
