import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import { BadMail, type Mail, parseMail } from '../../../../platform/mail/parse.ts'
import { attach, type Received, receive } from '../../../../platform/sides/attachment.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type {} from '../../server/tables.ts'
import { incomingMail } from '../incoming-mail.record.ts'
import { clipped, type Reason } from '../incoming-mail.rules.ts'

/** A mail at our door. */
export interface Arrival {
  /** The id of the mailbox it is for. */
  readonly mailbox: string
  /** Where it came in, and as what there: the same again is the same mail. */
  readonly source: readonly string[]
  /** When it came in, UTC; now, unless it says. */
  readonly at?: string | null
  /** Null where it has too many bytes to be had. */
  readonly raw: Buffer | null
  readonly size: number
}

/**
 * Keeps a mail as it came and queues what is to become of it, in one transaction: once this has returned it is not lost. What cannot be
 * read is put aside with its bytes. A mail that was kept before is left as it is. Answers its id.
 */
export async function keepMail(engine: Engine, arrival: Arrival): Promise<string> {
  const source = createHash('sha256').update(JSON.stringify(arrival.source)).digest('hex')
  const known = await findBySource(engine.db, source)
  if (known) return known
  const { file, mail, bad } = await look(engine, arrival.raw)
  return engine.inTx(asSystem('mail'), async (tx) => {
    // Two copies may have been handed the same: the second finds it taken.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${source}`}, 0))`.execute(tx.db)
    const taken = await findBySource(tx.db, source)
    if (taken) return taken
    const row = await tx.create(incomingMail, {
      mailbox: arrival.mailbox,
      size: arrival.size,
      receivedAt: arrival.at ?? tx.now,
      digest: file?.digest ?? null,
      subject: '—',
      ...(mail && (await valuesOf(engine, tx, mail))),
    })
    await tx.db.insertInto('incomingMailSource').values({ source, mail: row.id }).execute()
    if (file) await attach(engine, tx, incomingMail, row.id, [file])
    if (bad) await tx.act(incomingMail, row.id, 'put-aside', bad)
    else await queueTaking(tx, row.id)
    return row.id
  })
}

/** It is looked at again and again until something has become of it. */
export const queueTaking = (tx: Tx, id: string): Promise<void> =>
  tx.job('take-mail', { id }, { key: `take-mail ${id}` })

const findBySource = async (db: Engine['db'], source: string): Promise<string | undefined> =>
  (await db.selectFrom('incomingMailSource').select('mail').where('source', '=', source).executeTakeFirst())?.mail

interface Looked {
  readonly file?: Received
  readonly mail?: Mail
  /** Why it is put aside at once. */
  readonly bad?: { readonly why: Reason; readonly detail?: string }
}

async function look(engine: Engine, raw: Buffer | null): Promise<Looked> {
  if (raw === null) return { bad: { why: 'too-large' } }
  const file = await receiveFile(engine, raw, 'mail.eml')
  if (file === null) return { bad: { why: 'too-large' } }
  try {
    return { file, mail: await parseMail(raw) }
  } catch (error) {
    if (!(error instanceof BadMail)) throw error
    return { file, bad: { why: 'unreadable', detail: clipped(error.message, 1_000) } }
  }
}

/** Bytes as uploads are taken in; null where they are more than an attachment may have, or none. */
export async function receiveFile(engine: Engine, bytes: Buffer, name: string): Promise<Received | null> {
  if (bytes.length === 0) return null
  try {
    return await receive(engine, Readable.from([bytes]), name)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-large') return null
    throw error
  }
}

async function valuesOf(engine: Engine, tx: Tx, mail: Mail): Promise<Partial<RowOf<typeof incomingMail>>> {
  const { from, subject, text, date, messageId } = mail
  return {
    from: from?.address ?? null,
    fromName: from?.name || null,
    person: from && (await engine.directory.personBy(tx.db, 'email', from.address)),
    subject: clipped(subject, 300) || '—',
    text: clipped(text, 20_000) || null,
    sentAt: date,
    messageId,
  }
}
