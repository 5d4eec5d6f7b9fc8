import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../platform/tables.ts'

/** The newest copy of a component that a restore test has proven; null where there is none. */
export interface ProvenBackup {
  readonly name: string
  readonly takenAt: string | null
  readonly proof: string | null
}

/** Of each of these components, in the order of their codes. */
export async function provenBackups(db: Kysely<Tables>, components: readonly string[]): Promise<ProvenBackup[]> {
  if (components.length === 0) return []
  const { rows } = await sql<ProvenBackup>`
    select c.name, b.taken_at, b.number as proof from component c left join lateral (
      select taken_at, number from restore_test
      where component = c.id and state = 'proven' order by taken_at desc limit 1) b on true
    where c.id = any(${[...components]}::uuid[]) order by c.code`.execute(db)
  return rows
}
