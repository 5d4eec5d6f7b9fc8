import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { words } from './list.words.ts'

const pauseMs = 250

/** Searches the list while one types, a moment after the last key; `f` comes here from anywhere on it. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address changed by itself (back, cleared filters): it is the truth, unless a search is about to go out.
  useEffect(() => {
    if (timer.current === undefined) setTyped(value)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = (q: string) => {
    clearTimeout(timer.current)
    timer.current = undefined
    onSearch(q.trim())
  }
  return (
    <Input
      data-find
      className="ts-search"
      prefix={<SearchOutlined className="ts-quiet" />}
      suffix={<kbd className="ts-key">f</kbd>}
      placeholder={say(words.searchList)}
      aria-label={say(words.searchList)}
      aria-keyshortcuts="f"
      allowClear
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => search(target.value), pauseMs)
      }}
      onPressEnter={() => search(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
