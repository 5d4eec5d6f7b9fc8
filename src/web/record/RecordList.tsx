import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Grid } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useList } from '../client/hooks.ts'
import { useSession } from '../client/session.ts'
import { useEntry, useParts } from '../context.ts'
import { type Shown, shownOf } from '../format/value.ts'
import { mayCreate } from '../shell/access.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { useTitle } from '../shell/title.ts'
import { countWords, words } from '../words.ts'
import { ColumnPicker, useColumns } from './ColumnPicker.tsx'
import { FilterBar } from './FilterBar.tsx'
import { useListKeys } from './keys.ts'
import { isFiltered, type ListQuery, listQuery, withoutFilters } from './query.ts'
import { Rows, RowsSkeleton } from './Rows.tsx'
import { SearchBox } from './SearchBox.tsx'

/** The list of a record from its declaration; filters, sorting and search live in the address. */
export function RecordList({ record: name }: { record: string }) {
  const say = useSay()
  const entry = useEntry(name)
  const { areas } = useParts()
  const session = useSession()
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().md ?? true
  const fields = filterable(entry)
  const query = listQuery(useSearch({ strict: false }) as Record<string, string>, fields)
  const list = useList(entry.record, query)
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useColumns(areas, entry, scroller)
  useListKeys(scroller)
  useTitle(say(entry.words.plural))

  const go = (next: ListQuery, replace = false) =>
    navigate({ to: `/${entry.record.plural}`, search: next as never, replace })
  const pages = list.data?.pages
  const rows = pages?.flatMap(({ items }) => items) ?? []
  const refs = Object.assign({}, ...(pages ?? []).map((page) => page.refs))
  const create = mayCreate(entry, session) && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate({ to: `/${entry.record.plural}/new` })}>
      {say(words.create)}
    </Button>
  )
  return (
    <div className="ts-list">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(entry.words.plural)}</h1>
        <span className="ts-quiet ts-figures">{pages?.[0] && say(countWords(pages[0].count))}</span>
        <span className="ts-grow" />
        <SearchBox
          value={query['q'] ?? ''}
          onSearch={(q) => go({ ...without(query, 'q'), ...(q ? { q } : {}) }, true)}
        />
        {wide && <ColumnPicker entry={entry} columns={columns} />}
        {create}
      </div>
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
            columns={wide ? columns.shown : null}
            rows={rows}
            refs={refs}
            query={query}
            onSort={go}
            more={list.hasNextPage && !list.isFetchingNextPage ? list.fetchNextPage : undefined}
            loading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : undefined}
          />
        )}
      </div>
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

const filterable = (entry: Parameters<typeof shownOf>[0]): Shown[] =>
  ['state', ...Object.keys(entry.record.fields), 'createdBy']
    .map((name) => shownOf(entry, name))
    .filter((shown): shown is Shown => shown?.filter === true)

const without = (query: ListQuery, key: string): ListQuery =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name !== key))
