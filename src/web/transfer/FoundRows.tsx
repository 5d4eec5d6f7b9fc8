import { Button, Checkbox, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Entry } from '../../record/registry.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { type ImportFile, type ImportRow, useImportRows, type Verdict } from './import.ts'
import { chosenRow, keepRow, words } from './import.words.ts'

interface FoundRowsProps {
  readonly entry: Entry
  readonly file: ImportFile
  readonly verdict: Verdict
  readonly chosen: ReadonlySet<number>
  /** Where rows may be chosen one by one. */
  readonly onChoose?: (n: number, on: boolean) => void
}

/** Rows of one kind: where each stands in the file, and what is wrong with it or would change. */
export function FoundRows({ entry, file, verdict, chosen, onChoose }: FoundRowsProps) {
  const say = useSay()
  const found = useImportRows(entry.record, file.id, verdict)
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />
  if (found.isError && !found.data) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="ts-import-scroll">
      <table className="ts-import-table">
        <thead>
          <tr>
            {onChoose && (verdict === 'fault' ? <th>{say(words.useIt)}</th> : <th aria-label={say(words.row)} />)}
            <th>{say(words.row)}</th>
            <th>{say(words.name)}</th>
            {verdict === 'fault' && <th>{say(words.cell)}</th>}
            {verdict !== 'create' && <th>{say(verdict === 'fault' ? words.why : words.changes)}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowLines
              key={row.n}
              row={row}
              file={file}
              isChosen={onChoose !== undefined}
              choice={
                onChoose &&
                (verdict !== 'fault' || isDouble(row)) && (
                  <Checkbox
                    checked={chosen.has(row.n)}
                    onChange={({ target }) => onChoose(row.n, target.checked)}
                    aria-label={say((verdict === 'fault' ? keepRow : chosenRow)(row.n))}
                  />
                )
              }
            />
          ))}
        </tbody>
      </table>
      {found.hasNextPage && (
        <Button type="text" size="small" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

/** What another row, or the list, says too: one may say that this one is meant. */
const isDouble = ({ faults }: ImportRow): boolean => faults.every(({ code }) => code === 'twice' || code === 'alike')

interface RowLinesProps {
  readonly row: ImportRow
  readonly file: ImportFile
  readonly isChosen: boolean
  readonly choice: ReactNode
}

/** One line for a row, or one for each of its faults. */
function RowLines({ row, file, isChosen, choice }: RowLinesProps) {
  const say = useSay()
  const head = (
    <>
      {isChosen && <td>{choice}</td>}
      <td className="ts-figures">{row.n}</td>
      <td>{row.label}</td>
    </>
  )
  if (row.verdict === 'create') return <tr>{head}</tr>
  if (row.verdict === 'change') {
    return (
      <tr>
        {head}
        <td>
          {Object.entries(row.changes ?? {}).map(([name, [before, after]]) => (
            <div key={name}>
              <span className="ts-quiet">
                {say(file.fields.find((one) => one.name === name)?.words ?? [name, name])}{' '}
              </span>
              <del>{before || '—'}</del> → <ins>{after || '—'}</ins>
            </div>
          ))}
        </td>
      </tr>
    )
  }
  return row.faults.map(({ cell, heading, code, message }, i) => (
    <tr key={`${cell} ${code} ${message}`}>
      {i === 0 ? head : <td colSpan={isChosen ? 3 : 2} />}
      <td className="ts-figures">{cell ?? '—'}</td>
      <td>
        {heading && <span className="ts-quiet">{heading} </span>}
        {message}
      </td>
    </tr>
  ))
}
