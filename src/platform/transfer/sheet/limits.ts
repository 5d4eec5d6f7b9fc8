import { fault, Refusal } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'

/** What a file to import may hold: beyond it stands nobody's list, but a mistake or an attack. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  /** Of one part of an XLSX file, and of all of them, once inflated. */
  partBytes: 512 * 1024 * 1024,
  inflatedBytes: 768 * 1024 * 1024,
  /** Sheets of text shrink ten to thirty times; the best bombs a thousand times. */
  ratio: 250,
  parts: 5_000,
  rows: 200_000,
  columns: 500,
  cells: 5_000_000,
  cellCharacters: 100_000,
  sharedStrings: 2_000_000,
  sharedCharacters: 50_000_000,
  merges: 50_000,
} as const

/** The file as a whole cannot be taken, and why. */
export const badFile = (code: string, text: Words): Refusal =>
  new Refusal('invalid', text, [{ path: 'file', code, text }])

export const tooMuch = (zh: string, en: string): Refusal =>
  new Refusal('too-large', [zh, en], [fault('file', 'too-much', zh, en)])
