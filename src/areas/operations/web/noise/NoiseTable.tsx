import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Words } from '../../../../record/words.ts'
import { showNumber } from '../../../../web/format/value.ts'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import type { Figures } from '../../alarm/noise.rules.ts'
import { noiseWords as words } from './words.ts'

interface NoiseRow {
  readonly key: string
  readonly name: string
  readonly figures: Figures
  /** The list of its alarms. */
  readonly search: Readonly<Record<string, string>>
  /** No list tells it apart. */
  readonly unlinked?: boolean
}

/** The figures of weeks, or of what alarms came from; each leads to its list where one tells it apart. */
export function NoiseTable({ head, rows }: { head: Words; rows: readonly NoiseRow[] }) {
  return (
    <HeadedTable
      box="ops-scroll"
      table="ops-table ops-noise-table"
      heads={[head, words.alarms, words.acknowledged, words.brief, words.flapped, words.night]}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              <ToList row={row} more={{}}>
                {showNumber(row.figures.alarms)}
              </ToList>
            </td>
            <td>{shareOf(row.figures.acknowledged, row.figures.alarms)}</td>
            <td>{shareOf(row.figures.brief, row.figures.alarms)}</td>
            <td>
              <ToList row={row} more={{ flapped: 'true' }} empty={row.figures.flapped === 0}>
                {shareOf(row.figures.flapped, row.figures.alarms)}
              </ToList>
            </td>
            <td>{shareOf(row.figures.night, row.figures.alarms)}</td>
          </tr>
        ))}
      </tbody>
    </HeadedTable>
  )
}

interface ToListProps {
  readonly row: NoiseRow
  readonly more: Readonly<Record<string, string>>
  readonly empty?: boolean
  readonly children: ReactNode
}

function ToList({ row: { figures, search, unlinked }, more, empty = false, children }: ToListProps) {
  if (unlinked || empty || figures.alarms === 0) return children
  return (
    <Link to="/alarms" search={{ ...search, ...more } as never}>
      {children}
    </Link>
  )
}

/** `3 · 25 %` */
const shareOf = (count: number, of: number): string =>
  count === 0 ? '0' : `${showNumber(count)} · ${Math.round((100 * count) / of)} %`
