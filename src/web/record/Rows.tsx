import { Button, Checkbox, Skeleton } from 'antd'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Entry } from '../../record/registry.ts'
import type { Refs, Row } from '../client/types.ts'
import type { Shown } from '../format/value.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words as common } from '../words.ts'
import { alignOf, cardHeight, Line, rowHeight } from './Line.tsx'
import { words } from './list.words.ts'
import { type ListQuery, nextSort, sortOf } from './query.ts'
import { isChosen, type Selection } from './selection.ts'
import { labelWidth, tickWidth, widthOf } from './widths.ts'
import { useSpan } from './window.ts'

interface RowsProps {
  readonly entry: Entry
  /** The columns, or null for one narrow column of cards. */
  readonly columns: readonly Shown[] | null
  readonly rows: readonly Row[]
  readonly refs: Refs
  readonly query: ListQuery
  readonly onSort: (query: ListQuery) => void
  readonly scroller: RefObject<HTMLElement | null>
  /** The row in hand. */
  readonly at: string | undefined
  readonly onOpen: (row: Row) => void
  readonly selection: Selection
  readonly onTurn: (id: string, range: boolean) => void
  readonly onTurnAll: (on: boolean) => void
  /** Loads the next page, where there is one and it is not on its way. */
  readonly more: (() => unknown) | undefined
  readonly loading: boolean
  readonly error: unknown
}

/**
 * The rows of a list, growing as one scrolls. A table of its own with rows of one height: only those near the screen are
 * drawn, so that thousands feel like a hundred and nothing jumps.
 */
export function Rows(props: RowsProps) {
  const { entry, columns, rows, refs, query, onSort, scroller, at, selection } = props
  const say = useSay()
  const shown = columns ?? []
  const height = columns ? rowHeight : cardHeight
  const { first, last } = useSpan(scroller, height, rows.length)
  const widths = shown.map((one) => (one.name === entry.record.label ? undefined : widthOf(one, say)))
  const minWidth = widths.reduce<number>((sum, width) => sum + (width ?? labelWidth), tickWidth)
  useInSight(scroller, rows, at, height)
  useNextPage(props, last)
  const span = shown.length + 1
  return (
    <>
      <table className="ts-table" style={columns ? { minWidth } : {}} aria-rowcount={props.more ? -1 : rows.length}>
        {columns && (
          <>
            <colgroup>
              <col style={{ width: tickWidth }} />
              {shown.map((one, n) => (
                <col key={one.name} style={{ width: widths[n] }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th className="ts-tick">
                  <TickAll {...props} />
                </th>
                {shown.map((one) => (
                  <Head key={one.name} shown={one} query={query} onSort={onSort} />
                ))}
              </tr>
            </thead>
          </>
        )}
        <tbody>
          <Gap height={first * height} span={span} />
          {rows.slice(first, last).map((row, n) => (
            <Line
              key={row.id}
              entry={entry}
              row={row}
              refs={refs}
              shown={columns}
              index={first + n}
              isHere={row.id === at}
              isChosen={isChosen(selection, row.id)}
              onOpen={props.onOpen}
              onTurn={props.onTurn}
            />
          ))}
          <Gap height={(rows.length - last) * height} span={span} />
        </tbody>
      </table>
      {props.loading && <RowsSkeleton rows={3} />}
      {props.error !== undefined && <LoadFailed error={props.error} retry={() => props.more?.()} />}
      {props.more && props.error === undefined && (
        <div className="ts-more">
          <Button type="text" size="small" onClick={() => props.more?.()}>
            {say(common.loadMore)}
          </Button>
        </div>
      )}
    </>
  )
}

/** Stands for rows that are not drawn. */
const Gap = ({ height, span }: { height: number; span: number }) =>
  height > 0 ? (
    <tr aria-hidden className="ts-gap-row">
      <td colSpan={span} style={{ height }} />
    </tr>
  ) : null

/** Brings the row in hand into sight, and under the keyboard, when it changes. */
function useInSight(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  at: string | undefined,
  height: number,
): void {
  const places = useMemo(() => new Map(rows.map(({ id }, n) => [id, n])), [rows])
  const was = useRef(at)
  useLayoutEffect(() => {
    if (was.current === at) return
    was.current = at
    const element = scroller.current
    const place = at === undefined ? undefined : places.get(at)
    if (!element || place === undefined) return
    const head = element.querySelector('thead')?.getBoundingClientRect().height ?? 0
    const [top, bottom] = [place * height, (place + 1) * height + head]
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
    element.querySelector<HTMLElement>('tr[data-here]')?.focus({ preventScroll: true })
  })
}

/** Asks for more before the end is in sight. */
function useNextPage({ rows, more, error }: RowsProps, last: number): void {
  const near = last >= rows.length - 40
  useEffect(() => {
    if (near && more && error === undefined) more()
  }, [near, more, error])
}

function TickAll({ rows, selection, onTurnAll }: RowsProps) {
  const say = useSay()
  const chosen = selection.all || (rows.length > 0 && rows.every(({ id }) => selection.ids.has(id)))
  return (
    <Checkbox
      checked={chosen}
      indeterminate={!chosen && selection.ids.size > 0}
      aria-label={say(words.selectLoaded)}
      onChange={() => onTurnAll(!chosen)}
    />
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

export const RowsSkeleton = ({ rows = 20 }: { rows?: number }) => (
  <Skeleton active title={false} paragraph={{ rows, width: '100%' }} className="ts-rows-skeleton" />
)
