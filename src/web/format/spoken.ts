import type { Lang } from '../../record/words.ts'
import type { Row } from '../client/types.ts'

/**
 * A row as a screen in this language reads: in English, a text beside which an English one stands (`title`, `titleEn`)
 * is that one. To be shown only: what is edited or signed is the row itself.
 */
export function spoken(row: Row, lang: Lang): Row {
  if (lang === 'zh') return row
  const said = Object.entries(row).flatMap(([name, text]) => {
    const own = name.endsWith('En') ? name.slice(0, -2) : ''
    return own in row && text ? [[own, text]] : []
  })
  return said.length === 0 ? row : { ...row, ...Object.fromEntries(said) }
}
