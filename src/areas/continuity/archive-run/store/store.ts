import type { Words } from '../../../../record/words.ts'

/** All columns of a row as text, in the order of its table's columns. */
export type Row = readonly (string | null)[]
export type Key = readonly string[]

/** How the text of a column is written into a statement. */
export type Kind = 'number' | 'bytes' | 'text'

export interface Column {
  readonly name: string
  readonly type: string
  readonly kind: Kind
  /** The database makes it from the others. */
  readonly made: boolean
  /** A time that counts from UTC, where one does not say which zone it means. */
  readonly zoned: boolean
}

/** A table as its database knows it, and why nothing of it may be moved. */
export interface Shape {
  readonly columns: readonly Column[]
  /** Its primary key. */
  readonly key: readonly string[]
  readonly faults: readonly Words[]
}

/** What differs between databases; statements are the same otherwise. */
export interface Dialect {
  readonly kind: 'postgres' | 'mysql'
  /** Answers rows as text, and how many rows a change touched. */
  run(statement: string): Promise<{ rows: Row[]; touched: number }>
  close(): Promise<void>
  name(name: string): string
  table(name: string): string
  /** A column as text that says all of it. */
  text(column: Column): string
  literal(column: Column, text: string | null): string
  /** Rows one after another, as `in` wants them. */
  list(rows: readonly string[]): string
  /** Between `insert into t (columns)` and the values. */
  readonly overriding: string
  readonly readOnly: string
  describe(table: string): Promise<Shape>
  /** About how many bytes so many rows of a table take, by what the database knows of it. */
  room(table: string, rows: number): Promise<number | null>
}

/** What cannot be moved as things are, said to whoever drew it up. */
export class Halted extends Error {
  readonly words: Words

  constructor(zh: string, en: string) {
    super(en)
    this.words = [zh, en]
  }
}
