import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Field } from '../../record/field.ts'
import { type AnyRecord, columnFields, fieldsOfRecord, tableOf } from '../../record/record.ts'
import type { Registry } from '../../record/registry.ts'
import type { Tables } from '../tables.ts'
import { clockColumns, snake as snakeOf, typeOf } from './columns.ts'
import { draftSearch, searchColumns } from './draft-search.ts'

// SQL's own words that a field may well be called.
const reserved = new Set([
  'all',
  'check',
  'default',
  'desc',
  'end',
  'from',
  'group',
  'limit',
  'order',
  'table',
  'to',
  'user',
  'when',
])

const snake = (name: string): string => (reserved.has(name) ? `"${name}"` : snakeOf(name))

/**
 * Drafts the SQL that is missing between the declarations and a database: tables, columns, indexes. A person reads
 * it, adds what a machine cannot know (data to move, defaults for old rows) and keeps it as a numbered migration.
 */
export async function draft(db: Kysely<Tables>, registry: Registry): Promise<string[]> {
  const columns = await existing(db)
  const searched = await searchColumns(db)
  const indexes = new Set(
    (
      await sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = 'public'`.execute(db)
    ).rows.map((row) => row.name),
  )
  const missing = registry.all.filter(({ record }) => !columns.has(tableOf(record)))
  return [
    ...missing.flatMap(({ record }) => createTable(record)),
    ...missing.flatMap(({ record }) => createLinks(record, registry)),
    ...registry.all.flatMap(({ record }) => addColumns(record, columns.get(tableOf(record)))),
    ...registry.all.flatMap(({ record }) => createIndexes(record, indexes)),
    ...registry.all.flatMap(({ record }) => draftSearch(record, searched)),
  ]
}

async function existing(db: Kysely<Tables>): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ table: string; column: string }>`select table_name as table, column_name as column
    from information_schema.columns where table_schema = 'public'`.execute(db)
  const columns = new Map<string, Set<string>>()
  for (const { table, column } of rows) columns.set(table, (columns.get(table) ?? new Set()).add(column))
  return columns
}

function createTable(record: AnyRecord): string[] {
  const table = tableOf(record)
  const lines = [
    'id uuid primary key',
    // Byte order, whatever the database's own: its index serves prefixes as well as order.
    'number text collate "C" not null unique',
    `state text not null check (state in (${record.states.map((state: string) => `'${state}'`).join(', ')}))`,
    'version int not null',
    'created_at timestamptz not null',
    'created_by uuid',
    'updated_at timestamptz not null',
    'updated_by uuid',
    ...columnFields(record).map(([name, field]) => column(name, field)),
    ...clockLines(record).map(([name, line]) => `${name} ${line}`),
    'journal_n int not null',
    'journal_head bytea not null',
  ]
  const statements = [`create table ${table} (\n  ${lines.join(',\n  ')}\n);`]
  if (record.appendOnly) {
    statements.push(
      `create trigger ${table}_append_only before delete or update on ${table} for each row execute function forbid_change();`,
      `create trigger ${table}_no_truncate before truncate on ${table} execute function forbid_change();`,
      `revoke update, delete, truncate on ${table} from touchstone_app;`,
    )
  }
  return statements
}

/** Links are checked at commit, so that two new records may name each other. */
function createLinks(record: AnyRecord, registry: Registry): string[] {
  const table = tableOf(record)
  return fieldsOfRecord(record).flatMap(([name, field]) => {
    if (field.kind !== 'link' || !field.to) return []
    const target = tableOf(registry.get(field.to).record)
    return `alter table ${table} add constraint ${table}_${snakeOf(name)}_link
  foreign key (${snake(name)}) references ${target} deferrable initially deferred;`
  })
}

const column = (name: string, field: Field): string => {
  const choices = field.choices && `check (${snake(name)} in (${field.choices.map((one) => `'${one}'`).join(', ')}))`
  const empty = field.optional ? '' : ' not null'
  const start = name === 'custom' ? " default '{}'" : ''
  return `${snake(name)} ${typeOf(field)}${empty}${start}${choices ? ` ${choices}` : ''}`
}

const clockLines = (record: AnyRecord): [name: string, line: string][] =>
  clockColumns(record).flatMap(({ state, took }): [string, string][] => [
    [state, 'text'],
    [took, 'double precision'],
  ])

const addColumns = (record: AnyRecord, has: ReadonlySet<string> | undefined): string[] =>
  [
    ...columnFields(record).map(([name, field]) => [snakeOf(name), column(name, field)] as const),
    ...clockLines(record).map(([name, line]) => [name, `${name} ${line}`] as const),
  ]
    .filter(([name]) => has && !has.has(name))
    .map(([, line]) => `alter table ${tableOf(record)} add column ${line};`)

/**
 * Every filter and sort has its index. A filter's carries the id, so that a page by key is read in order, and the small
 * filters beside it, so that several filters together are settled in one index without a visit to each row.
 */
function createIndexes(record: AnyRecord, has: ReadonlySet<string>): string[] {
  const table = tableOf(record)
  const small = fieldsOfRecord(record).filter(
    ([, { filter, kind }]) => filter && (kind === 'choice' || kind === 'flag'),
  )
  const beside = ['state', ...small.map(([name]) => snake(name))]
  const filter = (c: string) => {
    const others = beside.filter((one) => one !== c)
    return `(${c}, id desc)${others.length > 0 ? ` include (${others.join(', ')})` : ''}`
  }
  const wanted: [name: string, sql: string][] = [
    [`${table}_by_state`, `create index ${table}_by_state on ${table} ${filter('state')};`],
    [`${table}_by_created_by`, `create index ${table}_by_created_by on ${table} ${filter('created_by')};`],
  ]
  if (!record.appendOnly) {
    // Most rows have no custom values, and then no entry: what looks for one says that it is not empty.
    const custom = `${table}_custom on ${table} using gin (custom jsonb_path_ops) where custom <> '{}'`
    wanted.push([`${table}_custom`, `create index ${custom};`])
  }
  for (const [name, field] of columnFields(record)) {
    const c = snake(name)
    const plain = snakeOf(name)
    if (field.filter && field.kind === 'links') {
      wanted.push([`${table}_by_${plain}`, `create index ${table}_by_${plain} on ${table} using gin (${c});`])
    } else if (field.filter)
      wanted.push([`${table}_by_${plain}`, `create index ${table}_by_${plain} on ${table} ${filter(c)};`])
    if (field.sort)
      wanted.push([`${table}_${plain}_sort`, `create index ${table}_${plain}_sort on ${table} (${c}, id);`])
    if (field.unique)
      wanted.push([`${table}_${plain}_unique`, `create unique index ${table}_${plain}_unique on ${table} (${c});`])
  }
  return wanted.filter(([name]) => !has.has(name)).map(([, statement]) => statement)
}
