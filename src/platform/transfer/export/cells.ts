import type { AnyRow } from '../../../record/record.ts'
import { dayNumberOf } from '../../../record/time.ts'
import type { Lang, Words } from '../../../record/words.ts'
import type { Refs } from '../../read/refs.ts'
import { type Column, valueIn, wordOf } from '../columns.ts'
import type { WallMoment } from '../dates.ts'
import { type Wall, wallText } from '../wall.ts'

/** What a file shows for a value: text, a number, a moment on the firm's clock (`timed`: with its time), or nothing. */
export type Shown =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'moment'; readonly moment: WallMoment; readonly timed: boolean; readonly text: string }
  | null

/** How values are written: words for people, or codes for programs. Import takes both. */
export type Spelling = 'words' | 'codes'

export interface Telling {
  readonly lang: Lang
  readonly spelling: Spelling
  readonly wall: Wall
}

export const flagWords: { readonly yes: Words; readonly no: Words } = { yes: ['是', 'Yes'], no: ['否', 'No'] }

/** A value of a row as a file shows it; `refs` are the names behind its links, as far as the reader may read them. */
export function shown({ lang, spelling, wall }: Telling, column: Column, row: AnyRow, refs: Refs): Shown {
  const value = valueIn(row, column)
  if (value === null || value === undefined) return null
  const at = lang === 'zh' ? 0 : 1
  switch (column.kind) {
    case 'number':
      return { is: 'number', number: value as number }
    case 'flag':
      return text(spelling === 'codes' ? String(value) : flagWords[value ? 'yes' : 'no'][at])
    case 'choice':
    case 'state':
      return text(spelling === 'codes' ? String(value) : wordOf(column, String(value), at))
    case 'date':
    case 'trading-day':
      return {
        is: 'moment',
        moment: { day: dayNumberOf(String(value)) ?? 0, ms: 0 },
        timed: false,
        text: String(value),
      }
    case 'instant': {
      const told = wallText(wall, String(value))
      return told.endsWith('Z') ? text(told) : { is: 'moment', moment: wall.at(String(value)), timed: true, text: told }
    }
    case 'link':
      return text(linkText(String(value), refs, spelling))
    case 'links':
      return text(
        (value as string[])
          .map((id) => linkText(id, refs, spelling).replaceAll(';', ','))
          .filter(Boolean)
          .join('; '),
      )
    case 'json':
      return text(JSON.stringify(value))
    default:
      return text(String(value))
  }
}

const text = (value: string): Shown => (value === '' ? null : { is: 'text', text: value })

/** `PER-202611-0003 李雷`: import goes by the number. Nothing of what the reader may not read. */
function linkText(id: string, refs: Refs, spelling: Spelling): string {
  const ref = refs[id]
  if (!ref) return ''
  return spelling === 'codes' ? ref.number : `${ref.number} ${ref.label}`
}

/** Stands in a cell whose text is longer than a spreadsheet's cell may be; import leaves such a cell alone. */
const tooLongWords: Words = [
  '〔内容超过单元格的上限,请导出 CSV 或 JSON 查看〕',
  '[too long for a cell: export CSV or JSON to see it]',
]
export const tooLongMark: readonly string[] = tooLongWords

export const tooLongText = (lang: Lang): string => tooLongWords[lang === 'zh' ? 0 : 1]
