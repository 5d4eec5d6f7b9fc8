import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { badFile, limits } from './limits.ts'
import { type Book, type SheetRow, withinLimits } from './sheet.ts'

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const step = 256 * 1024

/**
 * How a text file is encoded: by its byte order mark, else UTF-8 where every byte of it is, else UTF-16 where every
 * second byte is empty, else GB18030 (with GBK and GB2312 inside it). Refuses what is none of these.
 */
export function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const head = bytes.subarray(0, 4096)
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) {
    // Commas, digits and line ends have an empty half in UTF-16, always the same one; in other files it is chance.
    if (odd > 4 * even) return 'utf-16le'
    if (even > 4 * odd) return 'utf-16be'
    throw noTable()
  }
  if (isUtf8(bytes)) return 'utf-8'
  if (fits(bytes, 'gb18030')) return 'gb18030'
  throw badFile('unknown-encoding', [
    '认不出文件的文字编码。请另存为 UTF-8 或 XLSX。',
    'The encoding of the text is not known. Save it as UTF-8 or as XLSX.',
  ])
}

function fits(bytes: Buffer, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += step) decoder.decode(bytes.subarray(at, at + step), { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** What parts the columns: the sign that gives most of the first rows the same number of columns, and more than one. */
export function delimiterOf(bytes: Buffer, encoding: Encoding): Delimiter {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, step))
  const scores = delimiters.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }))
  return scores.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

function evenness(text: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>()
  for (const { length } of firstRows(text, delimiter)) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(0, ...[...counts].map(([columns, times]) => times * 100 + columns))
}

function firstRows(text: string, delimiter: Delimiter): string[][] {
  try {
    return parseAll(text, { ...reading(delimiter), to: 50 })
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

/** A text file with separated columns: CSV in its usual dialects. Refuses a quotation that never ends. */
export function textBook(bytes: Buffer, encoding: Encoding, delimiter: Delimiter): Book {
  return { sheets: [''], rows: () => withinLimits(read(bytes, encoding, delimiter)) }
}

async function* read(bytes: Buffer, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<SheetRow[]> {
  const parser = parse(reading(delimiter))
  const feeding = pipeline(Readable.from(decoded(bytes, encoding)), parser)
  // Whatever breaks comes out of the loop; here it must only not be left over.
  feeding.catch(() => {})
  let n = 0
  let chunk: SheetRow[] = []
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      n++
      chunk.push({ n, cells: record.map((text) => (text === '' ? undefined : { text, is: 'text' as const })) })
      if (chunk.length < 500) continue
      yield chunk
      chunk = []
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(n + 1) : error
  }
  if (chunk.length > 0) yield chunk
}

async function* decoded(bytes: Buffer, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += step) {
    const text = decoder.decode(bytes.subarray(at, at + step), { stream: true })
    if (text !== '') yield text
  }
}

const reading = (delimiter: Delimiter) => ({
  delimiter,
  bom: true,
  relax_quotes: true, // 15" in a cell
  relax_column_count: true,
  skip_empty_lines: false, // an empty line is a row: addresses are those a spreadsheet shows
  max_record_size: limits.cellCharacters * 10,
})

const unreadable = (row: number) =>
  badFile('broken-row', [
    `第 ${row} 行起读不下去:引号没有配对,或一行过长。`,
    `It cannot be read from row ${row} on: a quotation that never ends, or a row far too long.`,
  ])

const noTable = () =>
  badFile('no-table', [
    '这不是表格文件。可导入 XLSX 和 CSV。',
    'This is no file with a table. XLSX and CSV can be imported.',
  ])
