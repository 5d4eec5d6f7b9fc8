import { createHash } from 'node:crypto'
import { named } from './mysql.ts'
import { inside, keyText, lineOf, type Old, type Place, take, write } from './rows.ts'
import { type Column, Halted, type Key, type Row } from './store.ts'

/** A partition of the source: its name as its database says it, and its upper bound as a literal. */
export interface Bounded {
  readonly name: string
  readonly to: string
}

/** With the least that it holds: its bound below may be that of one that went before, or none. */
export interface Part extends Bounded {
  readonly from: string
}

/** What there is of a partition at one of the two places: a digest that no order changes, and sums of the database's own. */
export interface Summary {
  readonly rows: number
  readonly digest: string
  readonly sums: Readonly<Record<string, string | null>>
}

/** Partitions that lie wholly before the day, the oldest first. */
export async function wholeParts(place: Place, old: Old): Promise<Bounded[]> {
  const { dialect } = place
  const found = await (dialect.kind === 'postgres' ? postgresParts(place, old.column) : mysqlParts(place, old.column))
  const type = dialect.kind === 'postgres' ? `::${columnOf(place, old.column).type}` : ''
  const line = lineOf(place, old)
  const past: Bounded[] = []
  for (const part of found) {
    const [[is] = []] = (await dialect.run(`select (${part.to})${type} <= (${line})${type}`)).rows
    if (is === 't' || is === '1') past.push(part)
  }
  return past
}

/** Ranges of this very column; what is open above never lies before a day. */
async function postgresParts({ dialect, table }: Place, column: string): Promise<Bounded[]> {
  const parent = `to_regclass(${text(dialect.table(table))})`
  const [by] = (
    await dialect.run(`select 1 from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
      where p.partrelid = ${parent} and p.partstrat = 'r' and p.partnatts = 1 and a.attname = ${text(column)}`)
  ).rows
  if (!by) throw notPartedBy(column)
  const { rows } =
    await dialect.run(`select c.oid::regclass::text, pg_get_expr(c.relpartbound, c.oid) from pg_inherits i
    join pg_class c on c.oid = i.inhrelid where i.inhparent = ${parent} and c.relkind = 'r' order by 1`)
  const parts = rows.flatMap(([name, bounds]) => {
    const [, to] = /^FOR VALUES FROM \(.+\) TO \((.+)\)$/.exec(bounds ?? '') ?? []
    return !to || to === 'MAXVALUE' ? [] : [{ name: name as string, to }]
  })
  return parts.sort((a, b) => (a.to < b.to ? -1 : 1))
}

async function mysqlParts({ dialect, table }: Place, column: string): Promise<Bounded[]> {
  const { rows } =
    await dialect.run(`select partition_name, partition_method, partition_expression, partition_description,
    subpartition_name from information_schema.partitions where ${named(table)} and partition_name is not null
    order by partition_ordinal_position`)
  const [first] = rows
  const isRange = first?.[1] === 'RANGE' || first?.[1] === 'RANGE COLUMNS'
  if (!first || !isRange || first[2]?.replaceAll('`', '') !== column || first[4] !== null) throw notPartedBy(column)
  return rows.flatMap(([name, , , to]) => (to === 'MAXVALUE' ? [] : [{ name: name as string, to: to as string }]))
}

/** From its least on; one that holds nothing has a range of nothing. */
export async function ranged(place: Place, { name, to }: Bounded, column: string): Promise<Part> {
  const { dialect } = place
  const [[least = null] = []] = (
    await dialect.run(`select min(${dialect.name(column)}) from ${within(place, { name })}`)
  ).rows
  return { name, to, from: least === null ? to : dialect.literal(columnOf(place, column), least) }
}

const notPartedBy = (column: string) =>
  new Halted(
    `源库的表没有按列「${column}」分区。`,
    `The table in the source is not partitioned by ranges of ${column}.`,
  )

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const columnOf = ({ shape }: Place, name: string): Column => shape.columns.find((one) => one.name === name) as Column

/** Where its rows are read in the source. */
const within = ({ dialect, table }: Place, { name }: Pick<Bounded, 'name'>): string =>
  dialect.kind === 'postgres' ? name : `${dialect.table(table)} partition (${dialect.name(name)})`

/** Which rows of the archive are of it. */
function inRange({ dialect }: Place, { from, to }: Part, column: string): string {
  const name = dialect.name(column)
  return `${name} >= ${from} and ${name} < ${to}`
}

/** Keys above one, in the order of all of them, said so that an index is used. */
function above(place: Place, key: Key | null): string {
  if (key === null) return 'true'
  const columns = place.shape.key.map((one) => columnOf(place, one))
  const name = (n: number) => place.dialect.name((columns[n] as Column).name)
  const value = (n: number) => place.dialect.literal(columns[n] as Column, key[n] ?? null)
  const steps = columns.map((_, n) =>
    [...Array.from({ length: n }, (__, at) => `${name(at)} = ${value(at)}`), `${name(n)} > ${value(n)}`].join(' and '),
  )
  return `(${steps.map((one) => `(${one})`).join(' or ')})`
}

export const keyOf = ({ shape }: Place, row: Row): Key =>
  shape.key.map((one) => row[shape.columns.findIndex(({ name }) => name === one)] as string)

async function after(place: Place, from: string, where: string, last: Key | null, most: number): Promise<Row[]> {
  const { dialect, shape } = place
  const order = shape.key.map((one) => dialect.name(one)).join(', ')
  const cells = shape.columns
    .map((column) => `${dialect.text(column)} as ${dialect.name(`c_${column.name}`)}`)
    .join(', ')
  return (
    await dialect.run(
      `select ${cells} from ${from} where ${where} and ${above(place, last)} order by ${order} limit ${most}`,
    )
  ).rows
}

/** The next rows of a partition, after a key. */
export const nextOf = (place: Place, part: Part, last: Key | null, most: number): Promise<Row[]> =>
  after(place, within(place, part), 'true', last, most)

/** Puts rows into the archive in place of what had their keys. */
export const put = (target: Place, found: readonly Row[]): Promise<void> =>
  write(
    target,
    found.map((row) => keyOf(target, row)),
    found,
  )

const atOnce = 2_000
const modulus = 1n << 256n

/** All of it within the transaction that is open. */
async function summed(place: Place, from: string, where: string, sums: readonly string[]): Promise<Summary> {
  let [rows, digest, last] = [0, 0n, null as Key | null]
  for (;;) {
    const some = await after(place, from, where, last, atOnce)
    for (const row of some) {
      const own = createHash('sha256').update(JSON.stringify(row)).digest('hex')
      digest = (digest + BigInt(`0x${own}`)) % modulus
    }
    rows += some.length
    const end = some.at(-1)
    if (!end || some.length < atOnce) break
    last = keyOf(place, end)
  }
  const { dialect } = place
  const asked = sums.map((one) => `sum(${dialect.name(one)})`).join(', ')
  const [said = []] = sums.length === 0 ? [] : (await dialect.run(`select ${asked} from ${from} where ${where}`)).rows
  return {
    rows,
    digest: digest.toString(16).padStart(64, '0'),
    sums: Object.fromEntries(sums.map((one, n) => [one, said[n] ?? null])),
  }
}

export const sumOfPart = (source: Place, part: Part, sums: readonly string[]): Promise<Summary> =>
  inside(source.dialect, source.dialect.readOnly, () => summed(source, within(source, part), 'true', sums))

export const sumOfRange = (target: Place, part: Part, column: string, sums: readonly string[]): Promise<Summary> =>
  inside(target.dialect, target.dialect.readOnly, () =>
    summed(target, target.dialect.table(target.table), inRange(target, part, column), sums),
  )

/** Whether the archive holds anything of that range. */
export async function isTaken({ dialect, table, ...rest }: Place, part: Part, column: string): Promise<boolean> {
  const where = inRange({ dialect, table, ...rest }, part, column)
  return (await dialect.run(`select 1 from ${dialect.table(table)} where ${where} limit 1`)).rows.length > 0
}

/** Takes away again what was copied of it. */
export async function clear(target: Place, part: Part, column: string): Promise<void> {
  const where = inRange(target, part, column)
  for (;;) {
    const some = await after(target, target.dialect.table(target.table), where, null, atOnce)
    if (some.length === 0) return
    const keys = [...new Map(some.map((row) => [keyText(keyOf(target, row)), keyOf(target, row)])).values()]
    await inside(target.dialect, 'begin', () => take(target, keys))
  }
}

/**
 * Lets a partition go if it is still as it was proven, while nobody can write to it; answers whether it went. PostgreSQL looks and
 * detaches in one transaction, which detaching concurrently could not be part of; MySQL knows no such, and its table stands still.
 */
export const letGo = (source: Place, part: Part, proven: Pick<Summary, 'rows' | 'digest'>): Promise<boolean> =>
  source.dialect.kind === 'postgres' ? detached(source, part, proven) : dropped(source, part, proven)

const isAsProven = async (source: Place, part: Part, { rows, digest }: Pick<Summary, 'rows' | 'digest'>) => {
  const now = await summed(source, within(source, part), 'true', [])
  return now.rows === rows && now.digest === digest
}

const detached = (source: Place, part: Part, proven: Pick<Summary, 'rows' | 'digest'>): Promise<boolean> =>
  inside(source.dialect, 'begin', async () => {
    const { dialect, table } = source
    await dialect.run(`lock table ${part.name} in share mode`)
    if (!(await isAsProven(source, part, proven))) return false
    await dialect.run(`alter table ${dialect.table(table)} detach partition ${part.name}`)
    await dialect.run(`drop table ${part.name}`)
    return true
  })

async function dropped(source: Place, part: Part, proven: Pick<Summary, 'rows' | 'digest'>): Promise<boolean> {
  const { dialect, table } = source
  await dialect.run(`lock tables ${dialect.table(table)} write`)
  try {
    if (!(await isAsProven(source, part, proven))) return false
    await dialect.run(`alter table ${dialect.table(table)} drop partition ${dialect.name(part.name)}`)
    return true
  } finally {
    await dialect.run('unlock tables').catch(() => {})
  }
}

/** How many rows of these partitions there are, the oldest and newest of them, and about how much room they take. */
export async function measureParts(place: Place, { column }: Old, parts: readonly Bounded[]) {
  const { dialect, table } = place
  const name = dialect.name(column)
  let [total, oldest, newest] = [0, null as string | null, null as string | null]
  for (const part of parts) {
    const [found] = (await dialect.run(`select count(*), min(${name}), max(${name}) from ${within(place, part)}`)).rows
    total += Number(found?.[0] ?? 0)
    oldest ??= found?.[1] ?? null
    newest = found?.[2] ?? newest
  }
  const bytes = total === 0 ? 0 : await dialect.room(table, total)
  return { total, oldest, newest, bytes, partitions: parts.map((one) => one.name).join('\n') || null }
}
