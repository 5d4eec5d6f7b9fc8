import { badFile, limits, tooMuch } from './limits.ts'
import {
  type Book,
  type Cell,
  type Merge,
  type SheetRow,
  tooLongCell,
  tooManyRows,
  tooWide,
  withinLimits,
} from './sheet.ts'
import { type Format, formatsOf } from './styles.ts'
import { readWholeXml, readXml, unescapeText } from './xml.ts'
import { broken, type Part, partsOf } from './zip.ts'

/**
 * An XLSX file, read part by part. It is read here and not by the library that writes them, because that one reads
 * numbers as floating point (a serial of nineteen digits loses four), takes the reading aid above a Chinese name for the
 * name, and does not tell which cells are joined. Macros, links and drawings are never looked at.
 */
export async function xlsxBook(bytes: Buffer): Promise<Book> {
  const parts = partsOf(bytes)
  const { sheets, from1904 } = await readWorkbook(bytes, parts)
  if (sheets.length === 0) throw broken()
  const styles = parts.get('xl/styles.xml')
  const formats = styles ? await formatsOf(bytes, styles) : []
  const shared = await readShared(bytes, parts.get('xl/sharedStrings.xml'))
  const setting = { shared, formats, from1904 }
  return {
    sheets: sheets.map(({ name }) => name),
    rows(sheet, merged) {
      const part = sheets[sheet]?.part
      if (!part) throw broken()
      return withinLimits(readSheet(bytes, part, setting, merged))
    },
  }
}

interface Setting {
  readonly shared: readonly string[]
  readonly formats: readonly Format[]
  readonly from1904: boolean
}

async function readWorkbook(bytes: Buffer, parts: ReadonlyMap<string, Part>) {
  const workbook = parts.get('xl/workbook.xml')
  if (!workbook) {
    throw badFile('no-table', [
      '这不是 XLSX 表格。可导入 XLSX 和 CSV。',
      'This is no XLSX sheet. XLSX and CSV can be imported.',
    ])
  }
  const targets = new Map<string, string>()
  const relations = parts.get('xl/_rels/workbook.xml.rels')
  if (relations) {
    await readWholeXml(bytes, relations, {
      open(name, { Id = '', Target = '' }) {
        if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      },
    })
  }
  let from1904 = false
  const sheets: { name: string; part: Part | undefined }[] = []
  await readWholeXml(bytes, workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? ''
      const part = parts.get(targets.get(id) ?? '')
      // A sheet that is a chart has no rows.
      if (part?.name.includes('/worksheets/')) sheets.push({ name: attributes['name'] ?? '', part })
    },
  })
  return { sheets, from1904 }
}

/** The texts that cells point to. What stands over a word as an aid to reading it (`rPh`) is no part of it. */
async function readShared(bytes: Buffer, part: Part | undefined): Promise<string[]> {
  const shared: string[] = []
  if (!part) return shared
  let [text, inText, inAid, characters] = ['', false, false, 0]
  await readWholeXml(bytes, part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = !inAid
      else if (name === 'rPh') inAid = true
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inAid = false
      else if (name === 'si') {
        characters += text.length
        if (shared.length >= limits.sharedStrings || characters > limits.sharedCharacters) throw tooMuchText()
        shared.push(unescapeText(text))
      }
    },
  })
  return shared
}

async function* readSheet(
  bytes: Buffer,
  part: Part,
  setting: Setting,
  merged: ((merge: Merge) => void) | undefined,
): AsyncGenerator<SheetRow[]> {
  const reader = sheetReader(setting, merged)
  for await (const _ of readXml(bytes, part, reader.events)) {
    const rows = reader.take()
    if (rows.length > 0) yield rows
  }
}

function sheetReader({ shared, formats, from1904 }: Setting, merged: ((merge: Merge) => void) | undefined) {
  let rows: SheetRow[] = []
  let cells: (Cell | undefined)[] = []
  let [n, column, merges] = [0, -1, 0]
  let cell: { type: string; format: Format; formula: boolean; text: string } | null = null
  let [inText, inAid] = [false, false]
  return {
    take() {
      const taken = rows
      rows = []
      return taken
    },
    events: {
      open(name: string, attributes: Readonly<Record<string, string>>) {
        switch (name) {
          case 'c': {
            const { r, t = 'n', s = '' } = attributes
            column = r === undefined ? column + 1 : columnOf(r)
            if (column >= 16_384) throw broken()
            cell = { type: t, format: formats[Number(s)] ?? 'plain', formula: false, text: '' }
            return
          }
          case 'v':
            inText = cell !== null
            return
          case 't':
            inText = cell !== null && !inAid
            return
          case 'rPh':
            inAid = true
            return
          case 'f':
            if (cell) cell.formula = true
            return
          case 'row':
            n = attributes['r'] === undefined ? n + 1 : Number(attributes['r'])
            if (!Number.isInteger(n) || n < 1) throw broken()
            if (n > 1_048_576) throw tooManyRows()
            cells = []
            column = -1
            return
          case 'mergeCell':
            if (++merges > limits.merges) throw tooManyMerges()
            merged?.(mergeOf(attributes['ref'] ?? ''))
        }
      },
      text(piece: string) {
        if (!inText || !cell) return
        cell.text += piece
        if (cell.text.length > limits.cellCharacters) throw tooLongCell(n)
      },
      close(name: string) {
        if (name === 'v' || name === 't') inText = false
        else if (name === 'rPh') inAid = false
        else if (name === 'c' && cell) {
          const made = cellOf(cell, shared, from1904)
          if (made && column >= limits.columns) throw tooWide()
          if (made) cells[column] = made
          cell = null
        } else if (name === 'row' && cells.length > 0) rows.push({ n, cells })
      },
    },
  }
}

function cellOf(
  { type, format, formula, text }: { type: string; format: Format; formula: boolean; text: string },
  shared: readonly string[],
  from1904: boolean,
): Cell | undefined {
  if (text === '') return formula && type !== 'str' ? { text: '', is: 'unknown' } : undefined
  switch (type) {
    case 's': {
      const found = shared[Number(text)]
      if (found === undefined) throw broken()
      return found === '' ? undefined : { text: found, is: 'text' }
    }
    case 'inlineStr':
    case 'str':
      return { text: unescapeText(text), is: 'text' }
    case 'b':
      return { text, is: 'flag' }
    case 'e':
      return { text, is: 'error' }
    case 'd':
      return { text, is: 'text' }
    default:
      if (format === 'date') return { text: from1904 ? String(Number(text) + 1462) : text, is: 'date' }
      // A number shown with leading zeros was typed as a code.
      return {
        text: typeof format === 'number' && /^\d+$/.test(text) ? text.padStart(format, '0') : text,
        is: 'number',
      }
  }
}

/** The column of `C17`, from 0. */
function columnOf(address: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  if (column === 0) throw broken()
  return column - 1
}

function mergeOf(ref: string): Merge {
  const [from = '', to = from] = ref.split(':')
  return { left: columnOf(from), right: columnOf(to), top: rowOf(from), bottom: rowOf(to) }
}

const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0] ?? Number.NaN)

const tooMuchText = () =>
  tooMuch('文件里的文字过多。请拆成几个文件。', 'The file holds too much text. Split it into several files.')

const tooManyMerges = () =>
  tooMuch('合并的单元格过多。请取消合并后再导入。', 'Too many cells are merged. Unmerge them, then import.')
