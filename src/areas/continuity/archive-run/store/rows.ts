import { createHash } from 'node:crypto'
import { type Column, type Dialect, Halted, type Key, type Row, type Shape } from './store.ts'

/** A statement is no longer than so many rows. */
const atOnce = 200

/** A table at one of the two places. */
export interface Place {
  readonly dialect: Dialect
  readonly table: string
  readonly shape: Shape
}

export interface Aged {
  readonly column: string
  readonly columnIs: 'time' | 'date-number'
}

/** What is there of these keys, and what its columns add up to. */
export interface Found {
  /** By the text of the key. */
  readonly rows: ReadonlyMap<string, Row>
  readonly sums: Readonly<Record<string, string | null>>
}

export const keyText = (key: Key): string => JSON.stringify(key)
export const same = (a: Row | undefined, b: Row | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Of all rows, in the order of their keys. */
export function digestOf({ rows }: Found): string {
  const hash = createHash('sha256')
  for (const key of [...rows.keys()].sort()) hash.update(`${JSON.stringify(rows.get(key))}\n`)
  return hash.digest('hex')
}

const columnOf = ({ columns }: Shape, name: string): Column => {
  const found = columns.find((one) => one.name === name)
  if (!found) throw new Halted(`没有列「${name}」。`, `There is no column ${name}.`)
  return found
}
const keysOf = ({ shape }: Place): Column[] => shape.key.map((one) => columnOf(shape, one))

function among(place: Place, keys: readonly Key[]): string {
  const { dialect } = place
  const columns = keysOf(place)
  const rows = keys.map((key) => `(${columns.map((column, n) => dialect.literal(column, key[n] ?? null)).join(', ')})`)
  return `(${columns.map(({ name }) => dialect.name(name)).join(', ')}) in ${dialect.list(rows)}`
}

/** What is older than the start of a day where the firm is. */
const older = (place: Place, old: Old): string => `${place.dialect.name(old.column)} < ${lineOf(place, old)}`

/** The start of that day as the column says it, as a literal. */
export function lineOf({ dialect, shape }: Place, { column, columnIs, before, instant }: Old): string {
  const aged = columnOf(shape, column)
  const plain = aged.zoned ? instant.slice(0, 19).replace('T', ' ') : `${before} 00:00:00`
  const zoned = aged.zoned && dialect.kind === 'postgres' ? `${plain}+00` : plain
  return columnIs === 'time' ? `'${zoned}'` : before.replaceAll('-', '')
}

export interface Old extends Aged {
  readonly before: string
  /** When that day begins. */
  readonly instant: string
}

/** How much is old enough. */
export async function measure(place: Place, old: Old) {
  const { dialect, table } = place
  const name = dialect.name(old.column)
  const [found] = (
    await dialect.run(
      `select count(*), min(${name}), max(${name}) from ${dialect.table(table)} where ${older(place, old)}`,
    )
  ).rows
  const total = Number(found?.[0] ?? 0)
  if (old.columnIs === 'date-number' && total > 0 && !/^(19|20)\d{6}$/.test(found?.[1] ?? ''))
    throw new Halted(
      `列「${old.column}」里不是日期:${found?.[1]}。`,
      `Column ${old.column} holds no dates: ${found?.[1]}.`,
    )
  return {
    total,
    oldest: found?.[1] ?? null,
    newest: found?.[2] ?? null,
    bytes: total === 0 ? 0 : await dialect.room(table, total),
  }
}

/** The keys of the oldest. */
export async function oldest(place: Place, old: Old, most: number): Promise<string[][]> {
  const { dialect, table } = place
  const keys = keysOf(place)
  // By the column, and not by what is selected of it: as text 10 comes before 9.
  const order = [old.column, ...place.shape.key].map((one) => `t.${dialect.name(one)}`).join(', ')
  const { rows } = await dialect.run(`select ${keys.map(dialect.text).join(', ')} from ${dialect.table(table)} as t
    where ${older(place, old)} order by ${order} limit ${most}`)
  return rows as string[][]
}

async function rowsAmong(place: Place, keys: readonly Key[], more = ''): Promise<Map<string, Row>> {
  const { dialect, table, shape } = place
  const at = shape.key.map((one) => shape.columns.findIndex(({ name }) => name === one))
  const found = new Map<string, Row>()
  for (let n = 0; n < keys.length; n += atOnce) {
    const { rows } =
      await dialect.run(`select ${shape.columns.map(dialect.text).join(', ')} from ${dialect.table(table)}
      where ${among(place, keys.slice(n, n + atOnce))} ${more}`)
    for (const row of rows) found.set(keyText(at.map((one) => row[one] as string)), row)
  }
  return found
}

export async function inside<T>(dialect: Dialect, begin: string, work: () => Promise<T>): Promise<T> {
  await dialect.run(begin)
  try {
    const answer = await work()
    await dialect.run('commit')
    return answer
  } catch (error) {
    await dialect.run('rollback').catch(() => {})
    throw error
  }
}

/** The rows of these keys at one instant, and their sums as the database itself adds them up. */
export const read = (place: Place, keys: readonly Key[], sums: readonly string[]): Promise<Found> =>
  inside(place.dialect, place.dialect.readOnly, async () => {
    const rows = await rowsAmong(place, keys)
    const { dialect, table } = place
    if (sums.length === 0 || keys.length === 0) return { rows, sums: {} }
    const { rows: said } = await dialect.run(`select ${sums.map((one) => `sum(${dialect.name(one)})`).join(', ')}
      from ${dialect.table(table)} where ${among(place, keys)}`)
    return { rows, sums: Object.fromEntries(sums.map((one, n) => [one, said[0]?.[n] ?? null])) }
  })

/** Which of these keys are there. */
export async function present(place: Place, keys: readonly Key[]): Promise<string[]> {
  return keys.length === 0 ? [] : [...(await rowsAmong(place, keys)).keys()]
}

/** Puts rows there in place of what had these keys: all or none. Said again it comes to the same. */
export const write = (place: Place, keys: readonly Key[], rows: readonly Row[]): Promise<void> =>
  inside(place.dialect, 'begin', async () => {
    const { dialect, table, shape } = place
    await take(place, keys)
    const given = shape.columns.flatMap((column, n) => (column.made ? [] : [{ column, n }]))
    const names = given.map(({ column }) => dialect.name(column.name)).join(', ')
    for (let n = 0; n < rows.length; n += atOnce) {
      const values = rows
        .slice(n, n + atOnce)
        .map((row) => `(${given.map(({ column, n: at }) => dialect.literal(column, row[at] ?? null)).join(', ')})`)
      await dialect.run(
        `insert into ${dialect.table(table)} (${names}) ${dialect.overriding} values ${values.join(', ')}`,
      )
    }
  })

export async function take(place: Place, keys: readonly Key[]): Promise<number> {
  const { dialect, table } = place
  let touched = 0
  for (let n = 0; n < keys.length; n += atOnce)
    touched += (
      await dialect.run(`delete from ${dialect.table(table)} where ${among(place, keys.slice(n, n + atOnce))}`)
    ).touched
  return touched
}

/** Takes rows away again that must not be there. */
export const takeBack = (place: Place, keys: readonly Key[]): Promise<unknown> =>
  inside(place.dialect, 'begin', () => take(place, keys))

/**
 * Takes away, of these keys, what is still as it was proven; nobody can change it meanwhile. What is not is told to `settle` first,
 * which answers before anything is gone.
 */
export const takeProven = (
  place: Place,
  keys: readonly string[][],
  proven: ReadonlyMap<string, Row>,
  settle: (changed: string[][]) => Promise<void>,
): Promise<number> =>
  inside(place.dialect, 'begin', async () => {
    const now = await rowsAmong(place, keys, 'for update')
    const there = keys.filter((key) => now.has(keyText(key)))
    const equal = there.filter((key) => same(now.get(keyText(key)), proven.get(keyText(key))))
    await settle(there.filter((key) => !equal.includes(key)))
    const touched = await take(place, equal)
    if (touched !== equal.length)
      throw new Halted(
        `应删除 ${equal.length} 行,源库只删除了 ${touched} 行。`,
        `Of ${equal.length} rows the source would delete ${touched}.`,
      )
    return touched
  })
