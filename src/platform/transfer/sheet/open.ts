import { badFile } from './limits.ts'
import type { Book } from './sheet.ts'
import { type Delimiter, delimiterOf, type Encoding, encodingOf, textBook } from './text.ts'
import { xlsxBook } from './xlsx.ts'

/** How a file's bytes are read as a table. */
export type Reading =
  | { readonly format: 'xlsx' }
  | { readonly format: 'csv'; readonly encoding: Encoding; readonly delimiter: Delimiter }

/** What kind of file it is, by its bytes and not by its name. Refuses what is no table, and old or locked workbooks. */
export function readingOf(bytes: Buffer): Reading {
  if (bytes.length === 0) throw badFile('empty-file', ['文件是空的。', 'The file is empty.'])
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return { format: 'xlsx' }
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw badFile('old-workbook', [
      '这是旧版 XLS,或有密码保护的工作簿。请在表格软件中去掉密码,另存为 XLSX。',
      'This is an old XLS file, or a workbook with a password. Remove the password and save it as XLSX.',
    ])
  }
  const encoding = encodingOf(bytes)
  return { format: 'csv', encoding, delimiter: delimiterOf(bytes, encoding) }
}

export const openBook = async (bytes: Buffer, reading: Reading): Promise<Book> =>
  reading.format === 'xlsx' ? xlsxBook(bytes) : textBook(bytes, reading.encoding, reading.delimiter)
