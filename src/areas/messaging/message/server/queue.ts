import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Lang } from '../../../../record/words.ts'
import type {} from '../../server/tables.ts'
import { message } from '../message.record.ts'

/** What is to go out. */
export interface Outgoing {
  readonly channel: string
  readonly why: RowOf<typeof message>['why']
  readonly lang: Lang
  readonly subject: string
  readonly text: string
  /** A full address. */
  readonly link?: string | null
  readonly event?: Readonly<Record<string, unknown>> | null
  /** The record it is about. */
  readonly about?: { readonly record: string; readonly id: string }
  readonly urgent?: boolean
  /** When it goes out; at once, unless it says. */
  readonly due?: string
  /** Told once: nothing is queued where there is one of this already. */
  readonly source?: string
  readonly insteadOf?: string
  /** Whom it is for; nobody, where a robot or a machine listens, or the address is nobody's. */
  readonly person?: string
  /** Their address, or what the channel is called. */
  readonly address: string
}

export type Queued = RowOf<typeof message>

/** Queues messages in this transaction; those whose source is known already are left out. */
export async function queueMessages(tx: Tx, all: readonly Outgoing[]): Promise<Queued[]> {
  const known = await knownSources(tx, all)
  const queued: Queued[] = []
  for (const one of all) {
    if (one.source !== undefined && known.has(one.source)) continue
    if (one.source !== undefined) known.add(one.source)
    const { about, due = tx.now, person, ...rest } = one
    queued.push(
      await tx.create(message, {
        ...rest,
        person: person ?? null,
        due,
        record: about?.record ?? null,
        recordId: about?.id ?? null,
      }),
    )
  }
  return queued
}

async function knownSources(tx: Tx, all: readonly Outgoing[]): Promise<Set<string>> {
  const sources = all.flatMap(({ source }) => source ?? [])
  if (sources.length === 0) return new Set()
  const rows = await tx.db.selectFrom('message').select('source').where('source', 'in', sources).execute()
  return new Set(rows.flatMap(({ source }) => source ?? []))
}
