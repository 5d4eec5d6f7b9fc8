import { fold } from '../../../record/fold.ts'
import { canonical } from '../../write/canonical.ts'
import type { Column } from '../columns.ts'

/**
 * Does a file say what is there already? As people compare: not by space at the ends, kinds of line ends, order of links, or
 * links that the reader cannot see and a file cannot hold.
 */
export function isSame(column: Column, stored: unknown, given: unknown, isVisible: (id: string) => boolean): boolean {
  if (stored === null || stored === undefined) return false
  switch (column.kind) {
    case 'text':
    case 'prose':
      return plain(column, String(stored)) === plain(column, String(given))
    case 'links': {
      const seen = (stored as string[]).filter(isVisible)
      return canonical([...new Set(seen)].sort()) === canonical([...new Set(given as string[])].sort())
    }
    default:
      return canonical(stored) === canonical(given)
  }
}

const plain = ({ field }: Column, text: string): string =>
  field.unique ? fold(text) : text.replace(/\r\n?/g, '\n').trim()
