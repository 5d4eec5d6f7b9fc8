import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { senders } from '../../../platform/outgoing/senders.ts'
import type { Tables } from '../../../platform/tables.ts'
import type { OutgoingKind } from '../../../record/outgoing.ts'
import { type AnyRecord, tableOf } from '../../../record/record.ts'
import type {} from './tables.ts'

/** A channel as far as it matters whom it reaches. */
export interface Way {
  readonly id: string
  readonly name: string
  readonly kind: OutgoingKind
  readonly state: string
  readonly fallback: string | null
}

/** Every channel, the first made first. */
export async function waysOf(db: Kysely<Tables>): Promise<Way[]> {
  const rows = await db
    .selectFrom('channel')
    .select(['id', 'name', 'kind', 'state', 'fallback'])
    .orderBy('id')
    .execute()
  return rows.map(({ kind, ...rest }) => ({ ...rest, kind: kind as OutgoingKind }))
}

/** What a channel reaches people by; null where it is the receiver itself. */
export const reachesBy = ({ kind }: Pick<Way, 'kind'>): 'email' | 'phone' | null => senders[kind].reaches

export interface Addresses {
  readonly email: string | null
  readonly phone: string | null
}

/** Mail addresses and telephones of people. */
export async function addressesOf(
  db: Kysely<Tables>,
  directory: AnyRecord,
  people: readonly string[],
): Promise<Map<string, Addresses>> {
  const { rows } = await sql<Addresses & { id: string }>`select id, email, phone from ${sql.table(tableOf(directory))}
    where id = any(${[...people]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...addresses }) => [id, addresses]))
}
