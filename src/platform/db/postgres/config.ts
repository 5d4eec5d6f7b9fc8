import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Settings = Readonly<Record<string, string | number | boolean>>

/** For a machine of two cores and a few gigabytes that also runs the application. */
const defaults: Settings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: 100,
  max_wal_size: '1GB',
  random_page_cost: 1.1,
  // The queries are short; compiling them costs more than it saves.
  jit: false,
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  log_min_duration_statement: '1s',
}

/**
 * Writes `postgresql.conf`, whole, at each start: a person's own tuning goes into the cluster by `ALTER SYSTEM`, which wins.
 * It stands outside of the cluster, so that root never writes where PostgreSQL's account may have placed a link.
 */
export function writeConfig(place: string, port: number, settings: Settings): void {
  const fixed: Settings = {
    data_directory: join(place, 'data'),
    hba_file: join(place, 'data', 'pg_hba.conf'),
    ident_file: join(place, 'data', 'pg_ident.conf'),
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    logging_collector: true,
    log_directory: join(place, 'log'),
    log_filename: 'postgres-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_truncate_on_rotation: true,
  }
  const lines = Object.entries({ ...defaults, ...settings, ...fixed }).map(
    ([name, value]) => `${name} = ${quoted(value)}`,
  )
  const path = join(place, 'postgresql.conf')
  writeFileSync(path, `${lines.join('\n')}\n`)
  chmodSync(path, 0o644)
}

// A backslash escapes inside quotes, so Windows paths take slashes.
function quoted(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return `'${String(value).replaceAll('\\', '/').replaceAll("'", "''")}'`
}
