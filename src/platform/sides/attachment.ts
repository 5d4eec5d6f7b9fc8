import { Readable } from 'node:stream'
import { type Kysely, sql } from 'kysely'
import { type Actor, personId } from '../../record/actor.ts'
import { fault, invalid, notFound, Refusal } from '../../record/problem.ts'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import type { Engine } from '../engine.ts'
import type { FileStore, Stored } from '../files/store.ts'
import { attachmentMegabytes } from '../settings/house.ts'
import type { AttachmentTable, Tables } from '../tables.ts'
import type { Tx } from '../tx.ts'
import { cleanName } from './file-name.ts'
import { headBytes, mediaTypeOf } from './media.ts'
import { demandNotes, privately, seesNotes } from './private.ts'

/** The most files on one record; as many again in private. */
export const mostFiles = 200

/** Bytes that have come in and are in the store, but hang on nothing yet. */
export interface Received extends Stored {
  readonly name: string
  readonly mediaType: string
}

export type Attachment = Omit<AttachmentTable, 'record' | 'recordId' | 'removedAt' | 'removedBy'>

/** Where the bytes of attachments lie: nobody else keeps any there, so what no attachment names may go. */
export const bytesOf = (engine: Engine): FileStore => engine.files.part('attachments')

/** Takes a file in, before any transaction. Refuses `too-large`, and `invalid` when it is empty. */
export async function receive(engine: Engine, bytes: Readable, given: string): Promise<Received> {
  const name = cleanName(given)
  const head: Buffer[] = []
  let seen = 0
  async function* seenFirst() {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (seen < headBytes) head.push(chunk)
      seen += chunk.length
      yield chunk
    }
  }
  const stored = await bytesOf(engine).put(
    Readable.from(seenFirst()),
    engine.settings.get(attachmentMegabytes) * 1024 ** 2,
  )
  if (stored.size === 0) throw invalid([fault('file', 'empty', `「${name}」是空文件。`, `“${name}” is an empty file.`)])
  return { ...stored, name, mediaType: await mediaTypeOf(Buffer.concat(head).subarray(0, headBytes), name) }
}

/**
 * Hangs what was received on a record: all of it or nothing. Where there is a scanner, nobody gets it before that has looked.
 * Refuses `not-found`, `not-allowed` in private, `invalid` when there are too many.
 */
export async function attach(
  engine: Engine,
  tx: Tx,
  record: AnyRecord,
  id: string,
  files: readonly Received[],
  isPrivate = false,
): Promise<Attachment[]> {
  const row = await tx.lock(record, id)
  if (isPrivate) demandNotes(record, tx.actor, row)
  if (record.access.files) tx.demand(record.access.files, row)
  await refuseTooMany(tx, id, files.length, isPrivate)
  await holdBytes(engine, tx, files)
  const made: Attachment[] = []
  for (const { name, mediaType, size, digest } of files) {
    const attachment: Attachment = {
      id: tx.newId(),
      name,
      mediaType,
      size,
      digest,
      private: isPrivate,
      at: tx.now,
      by: personId(tx.actor),
      verdict: engine.scan ? 'checking' : 'unchecked',
      finding: null,
    }
    await tx.db
      .insertInto('attachment')
      .values({ ...attachment, record: record.name, recordId: id, removedAt: null, removedBy: null })
      .execute()
    await journal(tx, record, id, 'attach', attachment, [null, named(attachment)])
    if (engine.scan) await tx.job('scan-attachment', { id: attachment.id }, { key: `scan ${attachment.id}` })
    made.push(attachment)
  }
  return made
}

/** Takes a file off a record: whoever brought it may, and whoever may change the record. Its row stays as a trace. */
export async function detach(tx: Tx, record: AnyRecord, id: string, attachment: string): Promise<void> {
  const row = await tx.lock(record, id)
  const found = await findAttachment(tx.db, id, attachment, seesNotes(record, tx.actor, row))
  if (!mayDetach(record, tx.actor, row, found))
    throw new Refusal('not-allowed', [
      '只有上传者和可以修改这条记录的人能移除附件。',
      'Only who brought the file and those who may change the record may remove it.',
    ])
  await tx.db
    .updateTable('attachment')
    .set({ removedAt: tx.now, removedBy: personId(tx.actor) })
    .where('id', '=', attachment)
    .execute()
  await journal(tx, record, id, 'detach', found, [named(found), null])
}

export const mayDetach = (record: AnyRecord, actor: Actor, row: AnyRow, { by }: Attachment): boolean =>
  (!record.access.files || holds(record.access.files, actor, row)) &&
  ((by !== null && by === personId(actor)) || holds(record.access.update, actor, row))

/** The files on a record that this reader may see, oldest first. */
export const readAttachments = (db: Kysely<Tables>, id: string, withNotes: boolean): Promise<Attachment[]> =>
  present(db, id, withNotes).orderBy('id').execute()

/** One of them; refuses `not-found`. */
export async function findAttachment(
  db: Kysely<Tables>,
  id: string,
  attachment: string,
  withNotes: boolean,
): Promise<Attachment> {
  const found = await present(db, id, withNotes).where('id', '=', attachment).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** Refuses bytes that nobody may have: `unavailable` while they are being checked, `not-allowed` once something was found. */
export function demandClean({ verdict, finding }: Attachment): void {
  if (verdict === 'checking')
    throw new Refusal('unavailable', [
      '正在检查病毒,完成后即可下载。',
      'The file is being checked for malware; it can be had once that is done.',
    ])
  if (verdict === 'infected')
    throw new Refusal('not-allowed', [
      `检查发现恶意内容(${finding}),文件已隔离,不能下载。`,
      `Malware was found (${finding}); the file is in quarantine and cannot be had.`,
    ])
}

/** Writes into the journal what was done to a file, under a private name where the file is. */
export const journal = (
  tx: Tx,
  record: AnyRecord,
  id: string,
  verb: string,
  attachment: Pick<Attachment, 'private'>,
  change: readonly [before: unknown, after: unknown],
): Promise<void> => tx.journal(record, id, attachment.private ? privately(verb) : verb, { attachment: change })

/** As the journal names a file. */
export const named = ({ id, name, size, digest }: Attachment) => ({ id, name, size, digest })

/**
 * Held until the end of the transaction by whoever names a digest, and by whoever removes its bytes because nobody does.
 */
export const holdDigest = (db: Kysely<Tables>, digest: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`attachment ${digest}`}, 0))`.execute(db)

const present = (db: Kysely<Tables>, id: string, withNotes: boolean) =>
  db
    .selectFrom('attachment')
    .select(['id', 'name', 'mediaType', 'size', 'digest', 'private', 'at', 'by', 'verdict', 'finding'])
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .$if(!withNotes, (open) => open.where('private', '=', false))

async function refuseTooMany(tx: Tx, id: string, more: number, isPrivate: boolean): Promise<void> {
  const { n } = await tx.db
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .where('private', '=', isPrivate)
    .executeTakeFirstOrThrow()
  if (n + more > mostFiles)
    throw invalid([
      fault('file', 'too-many', `一条记录最多 ${mostFiles} 个附件。`, `A record holds at most ${mostFiles} files.`),
    ])
}

/** The same bytes may just have been cleared away, since nothing named them when they came in. */
async function holdBytes(engine: Engine, tx: Tx, files: readonly Received[]): Promise<void> {
  const store = bytesOf(engine)
  for (const digest of [...new Set(files.map((file) => file.digest))].sort()) {
    await holdDigest(tx.db, digest)
    if (!(await store.has(digest)))
      throw new Refusal('unavailable', ['文件未能保存,请再上传一次。', 'The file was not kept; send it again.'])
  }
}
