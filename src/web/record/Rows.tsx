import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import type { Entry } from '../../record/registry.ts'
import type { Refs, Row } from '../client/types.ts'
import { spoken } from '../format/spoken.ts'
import type { Shown } from '../format/value.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useLang, useSay } from '../shell/lang.tsx'
import { FieldShow, StateShow } from '../widgets/index.tsx'
import { words } from '../words.ts'
import { type ListQuery, nextSort, sortOf } from './query.ts'
import { labelWidth, widthOf } from './widths.ts'

interface RowsProps {
  readonly entry: Entry
  /** The columns, or null for one narrow column of cards. */
  readonly columns: readonly Shown[] | null
  readonly rows: readonly Row[]
  readonly refs: Refs
  readonly query: ListQuery
  readonly onSort: (query: ListQuery) => void
  /** Loads the next page, where there is one and it is not on its way. */
  readonly more: (() => unknown) | undefined
  readonly loading: boolean
  readonly error: unknown
}

/** The rows of a list, growing as one scrolls. A table of its own: thousands of rows, each drawn once. */
export function Rows({ entry, columns, rows, refs, query, onSort, more, loading, error }: RowsProps) {
  const say = useSay()
  const shown = columns ?? []
  const widths = shown.map((one) => (one.name === entry.record.label ? undefined : widthOf(one, say)))
  const minWidth = widths.reduce<number>((sum, width) => sum + (width ?? labelWidth), 0)
  return (
    <>
      <table className="ts-table" style={columns ? { minWidth } : {}}>
        {columns && (
          <>
            <colgroup>
              {shown.map((one, n) => (
                <col key={one.name} style={{ width: widths[n] }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {shown.map((one) => (
                  <Head key={one.name} shown={one} query={query} onSort={onSort} />
                ))}
              </tr>
            </thead>
          </>
        )}
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} entry={entry} row={row} refs={refs} shown={columns ? shown : null} />
          ))}
        </tbody>
      </table>
      {loading && <RowsSkeleton rows={3} />}
      {error !== undefined && <LoadFailed error={error} retry={() => more?.()} />}
      {more && error === undefined && <More load={more} />}
    </>
  )
}

function Head({ shown, query, onSort }: { shown: Shown } & Pick<RowsProps, 'query' | 'onSort'>) {
  const say = useSay()
  const sort = sortOf(query)
  const way = sort.field !== shown.name ? undefined : sort.descending ? 'descending' : 'ascending'
  return (
    <th aria-sort={way} className={alignOf(shown)}>
      {shown.sort ? (
        <button type="button" onClick={() => onSort(nextSort(query, shown.name))}>
          {say(shown.label)}
          <span aria-hidden className={way ? 'is-sorted' : ''}>
            {way === 'descending' ? '↓' : '↑'}
          </span>
        </button>
      ) : (
        say(shown.label)
      )}
    </th>
  )
}

interface LineProps extends Pick<RowsProps, 'entry' | 'refs'> {
  readonly row: Row
  readonly shown: readonly Shown[] | null
}

function Line({ entry, row: own, refs, shown }: LineProps) {
  const navigate = useNavigate()
  const row = spoken(own, useLang())
  const path = `/${entry.record.plural}/${row.number}`
  return (
    <tr className="ts-row" tabIndex={-1} onClick={() => navigate({ to: path })}>
      {shown === null ? (
        <td>
          <Card entry={entry} row={row} refs={refs} />
        </td>
      ) : (
        shown.map((one) => (
          <td key={one.name} className={alignOf(one)} title={titleOf(one, row)}>
            {one.name === 'number' ? (
              <Link to={path} className="ts-number" tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                {row.number}
              </Link>
            ) : (
              <FieldShow entry={entry} name={one.name} row={row} refs={refs} dense />
            )}
          </td>
        ))
      )}
    </tr>
  )
}

const alignOf = ({ kind }: Shown) => (kind === 'number' ? 'is-right' : '')

/** What a cut text says in full. */
const titleOf = ({ kind, name }: Shown, row: Row) => (kind === 'text' ? String(row[name] ?? '') : undefined)

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
