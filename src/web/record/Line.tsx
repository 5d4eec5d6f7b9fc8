import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { memo } from 'react'
import type { Entry } from '../../record/registry.ts'
import type { Refs, Row } from '../client/types.ts'
import { spoken } from '../format/spoken.ts'
import { type Shown, valueIn } from '../format/value.ts'
import { useLang, useSay } from '../shell/lang.tsx'
import { FieldShow, StateShow } from '../widgets/index.tsx'
import { words } from './list.words.ts'

/** Pixels of a row and of a card, border included: `list.css` gives them the same. */
export const rowHeight = 25
export const cardHeight = 57

interface LineProps {
  readonly entry: Entry
  readonly row: Row
  readonly refs: Refs
  /** The columns, or null for a card. */
  readonly shown: readonly Shown[] | null
  readonly index: number
  readonly isHere: boolean
  readonly isChosen: boolean
  readonly onOpen: (row: Row) => void
  readonly onTurn: (id: string, range: boolean) => void
}

/** One row of a list. Drawn anew only when something of its own changes, however far one scrolls. */
export const Line = memo(function Line(props: LineProps) {
  const { entry, row: own, refs, shown, isHere, isChosen, onOpen, onTurn } = props
  const say = useSay()
  const row = spoken(own, useLang())
  const path = `/${entry.record.plural}/${row.number}`
  return (
    <tr
      className={isChosen ? 'ts-row is-chosen' : 'ts-row'}
      tabIndex={-1}
      aria-rowindex={props.index + 1}
      aria-selected={isChosen}
      {...(isHere && { 'data-here': true })}
      // A near miss of the box must not open the record.
      onClick={({ target }) => !(target as Element).closest('.ts-tick') && onOpen(own)}
    >
      {shown === null ? (
        <td>
          <Card entry={entry} row={row} refs={refs} />
        </td>
      ) : (
        <>
          <td className="ts-tick">
            <Checkbox
              checked={isChosen}
              tabIndex={-1}
              aria-label={`${say(words.select)} ${row.number}`}
              onChange={({ nativeEvent }) => onTurn(row.id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
            />
          </td>
          {shown.map((one) => (
            <td key={one.name} className={alignOf(one)} title={titleOf(one, row)}>
              {one.name === 'number' ? (
                <Link to={path} className="ts-number" tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                  {row.number}
                </Link>
              ) : (
                <FieldShow entry={entry} name={one.name} row={row} refs={refs} dense />
              )}
            </td>
          ))}
        </>
      )}
    </tr>
  )
})

export const alignOf = ({ kind }: Shown) => (kind === 'number' ? 'is-right' : '')

/** What a cut text says in full. */
const titleOf = ({ kind, name }: Shown, row: Row) => (kind === 'text' ? String(valueIn(row, name) ?? '') : undefined)

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
