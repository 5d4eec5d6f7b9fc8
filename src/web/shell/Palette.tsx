import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input, Modal } from 'antd'
import { Suspense, useEffect, useId, useMemo, useState } from 'react'
import { api } from '../client/api.ts'
import { useEntry, useParts } from '../context.ts'
import { StateShow } from '../widgets/index.tsx'
import { words } from '../words.ts'
import { useProblemText } from './Broken.tsx'
import { useSay } from './lang.tsx'
import './palette.css'
import { isForSomethingElse } from './typing.ts'

interface Found {
  readonly record: string
  readonly id: string
  readonly number: string
  readonly label: string
  readonly state: string
}

interface Group {
  readonly record: string
  readonly items: readonly Found[]
  readonly count: { readonly value: number; readonly atLeast: boolean }
}

/** One line to go to. */
interface Line {
  readonly key: string
  readonly path: string
  readonly search?: Record<string, string>
}

const pauseMs = 150

/** One box over every record one may read: opened by `/` or Ctrl-K from anywhere, led by arrows and Enter. */
export function Palette({ wide }: { wide: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const byLetter = event.key === '/' && !isForSomethingElse(event)
      const byChord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!byLetter && !byChord) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined />}
        onClick={() => setOpen(true)}
        title={say(words.findAny)}
        {...(wide ? {} : { 'aria-label': say(words.findAny) })}
      >
        {wide && (
          <span className="ts-find">
            {say(words.search)} <kbd>/</kbd>
          </span>
        )}
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title={say(words.findAny)}
        destroyOnHidden
        width={640}
      >
        <Box close={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Box({ close }: { close: () => void }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const list = useId()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim())
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.call<{ groups: Group[] }>('/search', { query: { q }, signal }),
    enabled: q !== '',
    staleTime: 5_000,
  })
  const groups = q === '' ? [] : (data?.groups ?? [])
  const lines = useLines(groups, q)
  const [at, setAt] = useState(0)
  useEffect(() => setAt(0), [q])
  const go = (line: Line | undefined) => {
    if (!line) return
    close()
    void navigate({ to: line.path, search: (line.search ?? {}) as never })
  }
  const onKey = ({ key, preventDefault }: { key: string; preventDefault: () => void }) => {
    if (key === 'ArrowDown') setAt((now) => Math.min(now + 1, lines.length - 1))
    else if (key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0))
    else if (key === 'Enter') go(lines[at])
    else return
    preventDefault()
  }
  const isAt = (key: string) => lines[at]?.key === key
  return (
    <div className="ts-palette">
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        value={typed}
        maxLength={200}
        placeholder={say(words.findHint)}
        aria-label={say(words.findAny)}
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={list}
        aria-activedescendant={lines[at] ? `${list}-${lines[at].key}` : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => onKey({ key: event.key, preventDefault: () => event.preventDefault() })}
      />
      {error && <Alert type="error" title={text(error)} />}
      <div id={list} role="listbox" aria-label={say(words.findAny)} aria-busy={isFetching}>
        {groups.map((group) => (
          <Finds
            key={group.record}
            group={group}
            list={list}
            isAt={isAt}
            go={(key) => go(lines.find((one) => one.key === key))}
          />
        ))}
      </div>
      {q !== '' && data && groups.length === 0 && <p className="ts-quiet">{say(words.nothingFound)}</p>}
      {q === '' && <p className="ts-quiet">{say(words.findEmpty)}</p>}
    </div>
  )
}

interface FindsProps {
  readonly group: Group
  readonly list: string
  readonly isAt: (key: string) => boolean
  readonly go: (key: string) => void
}

function Finds({ group: { record, items, count }, list, isAt, go }: FindsProps) {
  const say = useSay()
  const { registry } = useParts()
  const { words: own } = registry.head(record)
  const line = (key: string) => ({
    id: `${list}-${key}`,
    role: 'option' as const,
    'aria-selected': isAt(key),
    tabIndex: -1,
    className: isAt(key) ? 'ts-find-line is-at' : 'ts-find-line',
    onClick: () => go(key),
    onKeyDown: () => undefined,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox is no set of fields
    <div role="group" aria-label={say(own.plural)}>
      <h3>{say(own.plural)}</h3>
      {items.map((found) => (
        <div key={found.id} {...line(found.id)}>
          <span className="ts-quiet ts-figures">{found.number}</span>
          <span className="ts-find-name">{found.label}</span>
          <Suspense>
            <FoundState record={record} state={found.state} />
          </Suspense>
        </div>
      ))}
      {count.value > items.length && (
        <div {...line(`all-${record}`)}>
          {say(words.findAll)} {count.value}
          {count.atLeast && '+'}
        </div>
      )}
    </div>
  )
}

/** Its word comes with its area: what was found stands there before. */
const FoundState = ({ record, state }: { record: string; state: string }) => (
  <StateShow entry={useEntry(record)} row={{ state }} />
)

/** Everything that Enter can go to, in the order of the screen. */
function useLines(groups: readonly Group[], q: string): readonly Line[] {
  const { registry } = useParts()
  return useMemo(
    () =>
      groups.flatMap(({ record, items, count }): Line[] => {
        const path = `/${registry.head(record).record.plural}`
        const all = count.value > items.length ? [{ key: `all-${record}`, path, search: { q } }] : []
        return [...items.map(({ id, number }) => ({ key: id, path: `${path}/${number}` })), ...all]
      }),
    [groups, q, registry],
  )
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
