import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { root } from '../root.ts'

const folder = fileURLToPath(new URL('migrations/', root))
const lockKey = 7_300_001

/**
 * Brings a database forward: each numbered file once, in its own transaction, in order, under a lock that other
 * copies wait for. `url` is the owner's. Throws when a file that was already applied has changed since.
 */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`create table if not exists schema_migration (
      name text primary key, digest text not null, at timestamptz not null default now())`)
    const done = new Map<string, string>(
      (await client.query('select name, digest from schema_migration')).rows.map((row) => [row.name, row.digest]),
    )
    const applied: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(folder + name, 'utf8')
      const digest = createHash('sha256').update(text).digest('hex')
      const before = done.get(name)
      if (before === digest) continue
      if (before) throw new Error(`Migration ${name} was changed after it had been applied`)
      await applyOne(client, name, text, digest)
      applied.push(name)
    }
    await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
    await client.query(`grant usage on schema graphile_worker to touchstone_app;
      grant select, insert, update, delete on all tables in schema graphile_worker to touchstone_app;
      grant usage, select on all sequences in schema graphile_worker to touchstone_app;
      grant execute on all functions in schema graphile_worker to touchstone_app`)
    await client.query(openToApp)
    return { applied }
  } finally {
    await client.end()
  }
}

/** Its tables have row security without a policy: nobody but their owner would see a job or be able to keep a crontab. */
const openToApp = `do $$ declare locked regclass; begin
  for locked in select c.oid from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'touchstone_app')
  loop execute format('create policy touchstone_app on %s to touchstone_app using (true) with check (true)', locked); end loop;
end $$`

async function applyOne(client: pg.Client, name: string, text: string, digest: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
