import type { ReactNode } from 'react'
import type { Words } from '../../record/words.ts'
import { useSay } from '../shell/lang.tsx'

interface HeadedTableProps {
  /** The class of what scrolls. */
  readonly box: string
  readonly table: string
  readonly heads: readonly Words[]
  /** Its body, and its foot where it has one. */
  readonly children: ReactNode
}

/** A small table of a page's own, with a heading over each column. */
export function HeadedTable({ box, table, heads, children }: HeadedTableProps) {
  const say = useSay()
  return (
    // Reached by keyboard, since on a phone it has to be moved sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said
    <div className={box} tabIndex={0}>
      <table className={table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head[1]} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  )
}
