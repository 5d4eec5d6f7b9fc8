import pg from 'pg'
import type { Words } from '../../../../record/words.ts'
import { type Column, type Dialect, Halted, type Kind, type Shape } from './store.ts'

const connectMs = 15_000
const asText = { getTypeParser: () => (text: string) => text } as never

/** Of PostgreSQL: every value as the text that reads back as the same value, whatever the session of others is set to. */
export async function postgres(url: string): Promise<Dialect> {
  const client = new pg.Client({
    connectionString: url,
    types: asText,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    application_name: 'touchstone-archive',
  })
  // A connection that breaks between two statements is found by the next.
  client.on('error', () => {})
  await client.connect()
  const run: Dialect['run'] = async (text) => {
    const { rows, rowCount } = await client.query<(string | null)[]>({ text, rowMode: 'array' })
    return { rows, touched: rowCount ?? 0 }
  }
  await run(`set timezone = 'UTC'`)
  await run(`set datestyle = 'ISO, YMD'`)
  await run(`set intervalstyle = 'postgres'`)
  await run(`set bytea_output = 'hex'`)
  await run('set extra_float_digits = 3')
  // What was said to be kept is on the disk.
  await run('set synchronous_commit = on')
  await run(`set lock_timeout = '30s'`)
  const name = (one: string) => client.escapeIdentifier(one)
  const table = (one: string) => one.split('.').map(name).join('.')
  const regclass = (one: string) => `to_regclass(${client.escapeLiteral(table(one))})`
  return {
    kind: 'postgres',
    run,
    close: () => client.end(),
    name,
    table,
    text: (column) => `${name(column.name)}::text`,
    literal: ({ type }, text) => (text === null ? 'null' : `${client.escapeLiteral(text)}::${type}`),
    list: (rows) => `(values ${rows.join(', ')})`,
    overriding: 'overriding system value',
    readOnly: 'begin isolation level repeatable read read only',
    describe: (one) => describe(run, regclass(one)),
    async room(one, rows) {
      const found = await run(`select ceil(pg_total_relation_size(${regclass(one)}) * ${rows}::numeric
        / nullif(greatest(reltuples, ${rows}), 0)) from pg_class where oid = ${regclass(one)}`)
      const bytes = found.rows[0]?.[0]
      return bytes == null ? null : Number(bytes)
    },
  }
}

async function describe(run: Dialect['run'], oid: string): Promise<Shape> {
  const [found] = (
    await run(`select relkind, relpersistence, exists (select from pg_constraint
      where confrelid = c.oid and contype = 'f' and confdeltype in ('c', 'n', 'd')),
      exists (select from pg_inherits where inhparent = c.oid and c.relkind = 'r')
    from pg_class c where oid = ${oid}`)
  ).rows
  if (!found) throw new Halted('没有这张表。', 'There is no such table.')
  const columns = (
    await run(`select attname, format_type(atttypid, atttypmod), typcategory, attgenerated, atttypid::regtype
    from pg_attribute join pg_type t on t.oid = atttypid
    where attrelid = ${oid} and attnum > 0 and not attisdropped order by attnum`)
  ).rows
  const key = (
    await run(`select attname from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, n)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = ${oid} and i.indisprimary order by k.n`)
  ).rows
  const faults: Words[] = []
  const [relkind, persistence, cascades, inherited] = found
  if (relkind !== 'r' && relkind !== 'p') faults.push(['不是表。', 'It is no table.'])
  if (persistence !== 'p') faults.push(['不是持久的表,崩溃后会丢失。', 'It is no table that outlives a crash.'])
  if (cascades === 't') faults.push(cascading)
  if (inherited === 't') faults.push(['其他表继承自它。', 'Other tables inherit from it.'])
  return { columns: columns.map(columnOf), key: key.map(([one]) => one as string), faults }
}

function columnOf([name, type, category, made, base]: readonly (string | null)[]): Column {
  const kind: Kind = category === 'N' ? 'number' : 'text'
  return {
    name: name as string,
    type: type as string,
    kind,
    made: made !== '',
    zoned: base === 'timestamp with time zone',
  }
}

export const cascading: Words = [
  '删除它的行会连带改动其他表。',
  'To delete rows of it would change other tables along with it.',
]
