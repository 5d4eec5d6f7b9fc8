import pg from 'pg'

/** Runs one statement and says how long it took. */
export type Step = (name: string, text: string, values?: unknown[]) => Promise<void>

/**
 * Fills a migrated database by SQL, since a million writes through the product would take an hour: without triggers and without
 * waiting for the disk; then analyses it.
 */
export async function filling(
  url: string,
  say: (text: string) => void,
  work: (step: Step, client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const step: Step = async (name, text, values = []) => {
    const from = performance.now()
    await client.query(text, values)
    say(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
  await client.query("set session_replication_role = 'replica'; set synchronous_commit = off; set work_mem = '128MB'")
  try {
    await work(step, client)
    await step('vacuum analyze', 'vacuum analyze')
  } finally {
    await client.end()
  }
}

/** The columns that every record has, and what stands in them from the version on. */
export const head =
  'id, number, state, version, created_at, created_by, updated_at, updated_by, journal_n, journal_head'
export const base = `1, now(), null::uuid, now(), null::uuid, 1, '\\x00'::bytea`

/** By one digit, what an id is of. */
const kinds = { person: 1, component: 2, incident: 3, category: 4, model: 5, place: 6, asset: 7, relation: 8 }
export type Kind = keyof typeof kinds

/** The id of the nth of a kind, as a request names it. */
export const idOf = (kind: Kind, n: number): string =>
  `00000000-0000-7${kinds[kind]}00-8000-${n.toString(16).padStart(12, '0')}`

/** The same in SQL, by an expression of it. */
export const idBy = (kind: Kind, n = 'i'): string =>
  `('00000000-0000-7${kinds[kind]}00-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/** Sixty components, in the order of their numbers. */
export const components = `insert into component (${head}, code, name, kind, environment, criticality, depends_on, actions, health, wanted)
  select ${idBy('component')}, 'CMP-202001-' || lpad(i::text, 4, '0'), 'in-service', ${base}, 'c' || i, '组件' || i, 'service',
    'production', 'ordinary', '{}', '[]', 'unknown', 'running' from generate_series(1, 60) i`
