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

/**
 * Queues messages in this transaction. One whose source is known is not queued again; where that still waits for a later time than
 * this one would, it goes out then.
 */
export async function queueMessages(tx: Tx, all: readonly Outgoing[]): Promise<Queued[]> {
  const known = await knownBySource(tx, all)
  const queued: Queued[] = []
  for (const { about, due = tx.now, person, ...rest } of all) {
    const same = rest.source === undefined ? undefined : known.get(rest.source)
    if (same) {
      if (same.state === 'waiting' && due < same.due)
        await tx.update(message, same.id, { due, urgent: rest.urgent ?? false })
      continue
    }
    const made = await tx.create(message, {
      ...rest,
      person: person ?? null,
      due,
      record: about?.record ?? null,
      recordId: about?.id ?? null,
    })
    if (rest.source !== undefined) known.set(rest.source, made)
    queued.push(made)
  }
  return queued
}

type Known = Pick<Queued, 'id' | 'state' | 'due'>

async function knownBySource(tx: Tx, all: readonly Outgoing[]): Promise<Map<string, Known>> {
  const sources = all.flatMap(({ source }) => source ?? [])
  if (sources.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('message')
    .select(['id', 'state', 'due', 'source'])
    .where('source', 'in', sources)
    .execute()
  return new Map(rows.map(({ source, ...one }) => [source as string, one]))
}
