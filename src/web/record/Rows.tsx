import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Skeleton, Table, type TableColumnType } from 'antd'
import { useEffect, useRef } from 'react'
import type { Entry } from '../../record/registry.ts'
import type { Refs, Row } from '../client/types.ts'
import { type Shown, shownOf } from '../format/value.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { FieldShow, StateShow } from '../widgets/index.tsx'
import { words } from '../words.ts'
import { type ListQuery, nextSort, sortOf } from './query.ts'

interface RowsProps {
  readonly entry: Entry
  /** Names of the columns, or null for one narrow column of cards. */
  readonly columns: readonly string[] | null
  readonly rows: readonly Row[]
  readonly refs: Refs
  readonly query: ListQuery
  readonly onSort: (query: ListQuery) => void
  /** Loads the next page, where there is one and it is not on its way. */
  readonly more: (() => unknown) | undefined
  readonly loading: boolean
  readonly error: unknown
}

/** The rows of a list, growing as one scrolls. */
export function Rows({ entry, columns, rows, refs, query, onSort, more, loading, error }: RowsProps) {
  const say = useSay()
  const navigate = useNavigate()
  const pathOf = (row: Row) => `/${entry.record.plural}/${row.number}`
  const sort = sortOf(query)
  const shown = (columns ?? []).map((name) => shownOf(entry, name)).filter((one): one is Shown => one !== undefined)
  const cells: TableColumnType<Row>[] = shown.map((one) => ({
    key: one.name,
    title: say(one.label),
    ...(one.name === entry.record.label ? {} : { width: widthOf(one) }),
    align: one.kind === 'number' ? 'right' : 'left',
    ellipsis: true,
    sorter: one.sort,
    sortOrder: one.sort && sort.field === one.name ? (sort.descending ? 'descend' : 'ascend') : null,
    showSorterTooltip: false,
    onHeaderCell: () => (one.sort ? { onClick: () => onSort(nextSort(query, one.name)) } : {}),
    render: (_, row) =>
      one.name === 'number' ? (
        <Link to={pathOf(row)} className="ts-number" tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {row.number}
        </Link>
      ) : (
        <FieldShow entry={entry} name={one.name} row={row} refs={refs} dense />
      ),
  }))
  const card: TableColumnType<Row> = { key: 'card', render: (_, row) => <Card entry={entry} row={row} refs={refs} /> }
  return (
    <>
      <div style={{ minWidth: columns ? 320 + shown.reduce((sum, one) => sum + widthOf(one), 0) - 160 : 0 }}>
        <Table<Row>
          size="small"
          rowKey="id"
          tableLayout="fixed"
          pagination={false}
          showHeader={columns !== null}
          columns={columns ? cells : [card]}
          dataSource={rows as Row[]}
          rowClassName="ts-row"
          onRow={(row) => ({ tabIndex: -1, onClick: () => navigate({ to: pathOf(row) }) })}
        />
      </div>
      {loading && <RowsSkeleton rows={3} />}
      {error !== undefined && <LoadFailed error={error} retry={() => more?.()} />}
      {more && error === undefined && <More load={more} />}
    </>
  )
}

/** Where the list goes on: loads when it comes near the screen, and is a button for who cannot scroll. */
function More({ load }: { load: () => unknown }) {
  const say = useSay()
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    })
    if (mark.current) watch.observe(mark.current)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={mark} className="ts-more">
      <Button type="text" size="small" onClick={() => load()}>
        {say(words.loadMore)}
      </Button>
    </div>
  )
}

/** A row on a phone: what it is called, over its number, state and when. */
const Card = ({ entry, row, refs }: { entry: Entry; row: Row; refs: Refs }) => (
  <div className="ts-card">
    <div className="ts-card-name">{String(row[entry.record.label] ?? '')}</div>
    <div className="ts-card-line">
      <span className="ts-number">{row.number}</span>
      <StateShow entry={entry} row={row} />
      <span className="ts-grow" />
      <FieldShow entry={entry} name="createdAt" row={row} refs={refs} dense />
    </div>
  </div>
)

export const RowsSkeleton = ({ rows = 20 }: { rows?: number }) => (
  <Skeleton active title={false} paragraph={{ rows, width: '100%' }} className="ts-rows-skeleton" />
)

/** Widths in pixels that fit what a kind holds. */
const widthOf = ({ name, kind }: Shown): number => {
  if (name === 'number') return 150
  const widths: Partial<Record<Shown['kind'], number>> = {
    state: 110,
    choice: 96,
    number: 96,
    flag: 80,
    date: 96,
    'trading-day': 96,
    instant: 136,
    link: 120,
  }
  return widths[kind] ?? 160
}
