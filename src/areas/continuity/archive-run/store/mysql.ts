import { createConnection, escapeId, escape as quoted, type ResultSetHeader } from 'mysql2/promise'
import type { Words } from '../../../../record/words.ts'
import { cascading } from './postgres.ts'
import { type Column, type Dialect, Halted, type Kind, type Row, type Shape } from './store.ts'

const connectMs = 15_000
const session = [
  `set session time_zone = '+00:00'`,
  // What does not fit is refused rather than cut, and a zero is a zero.
  `set session sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'`,
  'set session innodb_lock_wait_timeout = 30',
  'set session transaction isolation level repeatable read',
]

/** Of MySQL and MariaDB: numbers bare, so that keys are found by their index; bytes in hex; all else as text. */
export async function mysql(url: string): Promise<Dialect> {
  const client = await createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    connectTimeout: connectMs,
    multipleStatements: false,
    rowsAsArray: true,
    typeCast: (field) => field.string(),
  })
  // A connection that breaks between two statements is found by the next.
  client.on('error', () => {})
  const run: Dialect['run'] = async (statement) => {
    const [answer] = await client.query(statement)
    return Array.isArray(answer)
      ? { rows: answer as unknown as Row[], touched: 0 }
      : { rows: [], touched: (answer as ResultSetHeader).affectedRows }
  }
  for (const statement of session) await run(statement)
  const name = (one: string) => escapeId(one, true)
  return {
    kind: 'mysql',
    run,
    close: () => client.end(),
    name,
    table: (one) => one.split('.').map(name).join('.'),
    text: ({ name: column, kind, type }) => {
      if (kind === 'bytes') return `hex(${name(column)})`
      if (/^bit/.test(type)) return `${name(column)} + 0`
      // By itself a float is shown with fewer digits than it has.
      return /^(float|double)/.test(type) ? `${name(column)} + 0e0` : name(column)
    },
    literal,
    list: (rows) => `(${rows.join(', ')})`,
    overriding: '',
    readOnly: 'start transaction with consistent snapshot, read only',
    describe: (one) => describe(run, one),
    async room(one, rows) {
      const found =
        await run(`select ceil((data_length + index_length) * ${rows} / nullif(greatest(table_rows, ${rows}), 0))
        from information_schema.tables where ${named(one)}`)
      const bytes = found.rows[0]?.[0]
      return bytes == null ? null : Number(bytes)
    },
  }
}

function literal({ kind, name }: Column, text: string | null): string {
  if (text === null) return 'null'
  if (kind === 'bytes') return `x'${text}'`
  if (kind === 'text') return quoted(text)
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw new Error(`${name} is no number: ${text}`)
  return text
}

export const named = (table: string): string => {
  const [one, two] = table.split('.')
  const schema = two === undefined ? 'database()' : quoted(one)
  return `table_schema = ${schema} and table_name = ${quoted(two ?? one)}`
}

async function describe(run: Dialect['run'], table: string): Promise<Shape> {
  const [found] = (
    await run(`select table_type, engine, table_schema from information_schema.tables where ${named(table)}`)
  ).rows
  if (!found) throw new Halted('没有这张表。', 'There is no such table.')
  const columns = (
    await run(`select column_name, column_type, data_type, extra from information_schema.columns
    where ${named(table)} order by ordinal_position`)
  ).rows
  const key = (
    await run(`select column_name from information_schema.statistics
    where ${named(table)} and index_name = 'PRIMARY' order by seq_in_index`)
  ).rows
  const [, two] = table.split('.')
  const cascades = (
    await run(`select 1 from information_schema.referential_constraints
    where unique_constraint_schema = ${quoted(found[2])} and referenced_table_name = ${quoted(two ?? table)}
      and delete_rule in ('CASCADE', 'SET NULL', 'SET DEFAULT') limit 1`)
  ).rows
  const faults: Words[] = []
  if (found[0] !== 'BASE TABLE') faults.push(['不是表。', 'It is no table.'])
  // Nothing else does all of a batch or nothing.
  else if (found[1] !== 'InnoDB') faults.push(['存储引擎须为 InnoDB。', 'Its engine must be InnoDB.'])
  if (cascades.length > 0) faults.push(cascading)
  return { columns: columns.map(columnOf), key: key.map(([one]) => one as string), faults }
}

const numbers = /^(tinyint|smallint|mediumint|int|bigint|decimal|float|double|bit|year)$/
const bytes = /(binary|blob)$|^(geometry|point|linestring|polygon)/

function columnOf([name, type, base, extra]: readonly (string | null)[]): Column {
  const kind: Kind = numbers.test(base as string) ? 'number' : bytes.test(base as string) ? 'bytes' : 'text'
  return {
    name: name as string,
    // How wide a whole number is shown says nothing of it, and newer servers no longer tell.
    type: (type as string).replace(/int\(\d+\)/, 'int'),
    kind,
    made: /GENERATED/.test((extra as string).replace('DEFAULT_GENERATED', '')),
    zoned: base === 'timestamp',
  }
}
