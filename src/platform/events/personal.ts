import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Something of one person's own moved on (long work, a notice, what waits for their hand): their screens fetch it again. */
export interface Personal {
  readonly person: string
  /** What, as screens watch it: `work`, `notice`, `approval`. */
  readonly record: string
  readonly id: string
}

/** Tells that person's screens, wherever they are open; inside a transaction, when it commits. */
export async function tellPerson(db: Kysely<Tables>, about: Personal): Promise<void> {
  await sql`select pg_notify('touchstone', ${`personal ${JSON.stringify(about)}`})`.execute(db)
}
