import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Grid } from 'antd'
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Entry } from '../../record/registry.ts'
import { useCustomFields } from '../client/customs.ts'
import { useList } from '../client/hooks.ts'
import { useSession } from '../client/session.ts'
import type { Refs, Row } from '../client/types.ts'
import { begunAtOf, useEntry, useParts } from '../context.ts'
import { type Shown, shownOf, shownOfClocks, shownOfCustom } from '../format/value.ts'
import { mayCreate, mayImport } from '../shell/access.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { useTitle } from '../shell/title.ts'
import { words as importWords } from '../transfer/import.words.ts'
import { countWords, words } from '../words.ts'
import { SelectionBar } from './bulk/SelectionBar.tsx'
import { ColumnPicker } from './ColumnPicker.tsx'
import { useColumns } from './columns.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { FilterBar } from './filter/FilterBar.tsx'
import { useListKeys } from './keys.ts'
import { usePlace } from './place.ts'
import { isFiltered, type ListAddress, listAddress, searchOf, withKeys, withoutFilters } from './query.ts'
import { Rows, RowsSkeleton } from './Rows.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useSelection } from './selection.ts'
import { ViewTabs } from './views/ViewTabs.tsx'
import { addressOf, type ListLikes, useListLikes, useViews } from './views/views.ts'
import './list.css'

/**
 * The list of a record from its declaration. What it shows and how is in the address; a bare address opens with the view
 * this person likes.
 */
export function RecordList({ record: name }: { record: string }) {
  const entry = useEntry(name)
  const search = useSearch({ strict: false }) as Record<string, string>
  const navigate = useNavigate()
  const { known, likes, like } = useListLikes(name)
  const isBare = Object.keys(search).length === 0
  const views = useViews(name)
  const liked = isBare && likes.view ? views.data?.find(({ id }) => id === likes.view) : undefined
  const to = `/${entry.record.plural}`
  useEffect(() => {
    if (liked) void navigate({ to, search: searchOf(addressOf(liked)) as never, replace: true })
  }, [liked, navigate, to])
  // Not a glance at all rows before the few one likes.
  if (isBare && (!known || liked || (likes.view && views.isPending))) return <RowsSkeleton />
  return (
    <List
      entry={entry}
      address={listAddress(search, filterable(entry))}
      likes={likes}
      onLike={like}
      onGo={(next, replace = false) => navigate({ to, search: searchOf(next) as never, replace })}
    />
  )
}

interface ListProps {
  readonly entry: Entry
  readonly address: ListAddress
  readonly likes: ListLikes
  readonly onLike: (likes: ListLikes) => void
  readonly onGo: (address: ListAddress, replace?: boolean) => void
}

function List({ entry, address, likes, onLike, onGo }: ListProps) {
  const say = useSay()
  const session = useSession()
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().md ?? true
  const { query } = address
  const list = useList(entry.record, query)
  const scroller = useRef<HTMLDivElement>(null)
  const pages = list.data?.pages
  const rows = useMemo(() => pages?.flatMap(({ items }) => items as readonly Row[]) ?? [], [pages])
  const refs: Refs = useMemo(() => Object.assign({}, ...(pages ?? []).map((page) => page.refs)), [pages])
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const customs = useCustomFields(entry.record)
  const fields = [...filterable(entry), ...customs.map(shownOfCustom).filter(({ filter }) => filter)]
  const columns = useColumns(entry, address.columns ?? likes.columns, scroller)
  const { at, setAt } = usePlace(scroller, rows.length > 0)
  const { selection, turn, chooseLoaded, chooseAll, clear } = useSelection(JSON.stringify({ ...query, sort: '' }))
  useTitle(say(entry.words.plural))

  const go = (next: typeof query, replace = false) => onGo({ ...address, query: next }, replace)
  const open = useCallback(
    (row: Row) => {
      setAt(row.id)
      void navigate({ to: `/${entry.record.plural}/${row.number}` })
    },
    [entry, navigate, setAt],
  )
  const onTurn = useCallback((id: string, range: boolean) => turn(ids, id, range), [turn, ids])
  useListKeys({
    rows: ids,
    at,
    onTurn,
    onMove: setAt,
    onClear: clear,
    onOpen: (id) => {
      const row = rows.find((one) => one.id === id)
      if (row) open(row)
    },
  })
  const choose = (names: readonly string[] | undefined) => {
    if (!address.view || address.view === 'all') onLike({ columns: names })
    onGo({ ...address, columns: names }, true)
  }
  const names = columns.map((one) => one.name)
  const { areas } = useParts()
  const create = mayCreate(entry, session) && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate({ to: begunAtOf(areas, entry.record) })}>
      {say(words.create)}
    </Button>
  )
  return (
    <div className="ts-list">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(entry.words.plural)}</h1>
        <span className="ts-quiet ts-figures">{pages?.[0] && say(countWords(pages[0].count))}</span>
        <span className="ts-grow" />
        <SearchBox value={query['q'] ?? ''} onSearch={(q) => go(withKeys(query, { q: q || undefined }), true)} />
        {wide && <ColumnPicker entry={entry} shown={columns} onChange={choose} />}
        {wide && <ExportMenu record={entry.record} query={query} columns={names} />}
        {wide && mayImport(entry, session) && (
          <Button
            icon={<UploadOutlined />}
            aria-label={say(importWords.import)}
            title={say(importWords.import)}
            onClick={() => navigate({ to: `/${entry.record.plural}/import` })}
          />
        )}
        {create}
      </div>
      <ViewTabs entry={entry} address={address} likes={likes} onLike={onLike} onGo={onGo} />
      <FilterBar entry={entry} fields={fields} query={query} refs={refs} onChange={go} />
      <div className="ts-rows" ref={scroller}>
        {list.isPending ? (
          <RowsSkeleton />
        ) : list.isError && rows.length === 0 ? (
          <LoadFailed error={list.error} retry={() => list.refetch()} />
        ) : rows.length === 0 ? (
          <NoRows filtered={isFiltered(query)} text={say(entry.words.empty)} clear={() => go(withoutFilters(query))}>
            {create}
          </NoRows>
        ) : (
          <Rows
            entry={entry}
            columns={wide ? columns : null}
            rows={rows}
            refs={refs}
            query={query}
            onSort={go}
            scroller={scroller}
            at={at}
            onOpen={open}
            selection={selection}
            onTurn={onTurn}
            onTurnAll={(on) => (on ? chooseLoaded(ids) : clear())}
            more={list.hasNextPage && !list.isFetchingNextPage ? list.fetchNextPage : undefined}
            loading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : undefined}
          />
        )}
      </div>
      <SelectionBar
        entry={entry}
        selection={selection}
        count={pages?.[0]?.count}
        query={query}
        columns={names}
        refs={refs}
        onAll={chooseAll}
        onClear={clear}
      />
    </div>
  )
}

interface NoRowsProps {
  readonly filtered: boolean
  readonly text: string
  readonly clear: () => void
  readonly children: ReactNode
}

/** Nothing here: what belongs here and the first step, or that the filters leave nothing. */
function NoRows({ filtered, text, clear, children }: NoRowsProps) {
  const say = useSay()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      className="ts-none"
      description={
        filtered ? (
          <>
            {say(words.noMatch)}
            <br />
            {say(words.noMatchHint)}
          </>
        ) : (
          text
        )
      }
    >
      {filtered ? <Button onClick={clear}>{say(words.clearFilters)}</Button> : children}
    </Empty>
  )
}

/** What a list may be filtered by, the state first; when something was created is filtered by days. */
const filterable = (entry: Entry): Shown[] => [
  ...['state', ...Object.keys(entry.record.fields), 'dueAt', 'createdBy', 'createdAt']
    .map((name) => shownOf(entry, name))
    .filter((shown): shown is Shown => shown?.filter === true || shown?.name === 'createdAt')
    .map((shown) => ({ ...shown, filter: true })),
  ...shownOfClocks(entry),
]
