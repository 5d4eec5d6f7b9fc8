import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { personId } from '../../record/actor.ts'
import { mentionedIn, renamed } from '../../record/mention.ts'
import { fault, invalid, notFound, Refusal } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'
import type { CommentTable, Tables } from '../tables.ts'
import type { Tx } from '../tx.ts'
import { demandNotes, privately, seesNotes } from './private.ts'
import { readersAmong } from './readers.ts'
import { letWatch } from './watch.ts'

/** What a person says of a record; a private note is seen by those alone for whom the record's `notes` rule holds. */
export interface Said {
  readonly text: string
  readonly isPrivate?: boolean
}

export interface Comment extends Omit<CommentTable, 'record' | 'recordId'> {}

/** A comment as it was kept, and those it names who cannot read it: they are told nothing. */
export interface Kept {
  readonly comment: Comment
  readonly unreached: readonly string[]
}

const mostMentions = 20

/**
 * Says something about a record, which the speaker and whoever is named watch from then on. The journal names the text by its
 * digest. Refuses `not-found`, `not-allowed` for a private note, `invalid` for more than twenty mentions.
 */
export async function addComment(
  engine: Engine,
  tx: Tx,
  record: AnyRecord,
  id: string,
  { text: given, isPrivate = false }: Said,
): Promise<Kept> {
  const by = speaker(tx)
  const row = await tx.lock(record, id)
  if (isPrivate) demandNotes(record, tx.actor, row)
  const { text, mentions, unreached } = await settle(engine, tx, record, row, given, isPrivate)
  const comment: Comment = {
    id: tx.newId(),
    at: tx.now,
    by,
    text,
    private: isPrivate,
    mentions,
    editedAt: null,
    withdrawnAt: null,
  }
  await tx.db
    .insertInto('comment')
    .values({ ...comment, record: record.name, recordId: id })
    .execute()
  await keepVersion(tx, comment.id, 1, text)
  await letWatch(tx, record, id, new Map([...mentions.map((one) => [one, 'mentioned'] as const), [by, 'commented']]))
  await journal(tx, record, id, 'comment', comment, [null, text])
  return { comment, unreached }
}

/** Says it otherwise: only its author may, and every earlier wording is kept. Refuses as `addComment` does. */
export async function editComment(
  engine: Engine,
  tx: Tx,
  record: AnyRecord,
  id: string,
  comment: string,
  given: string,
): Promise<Kept> {
  const { row, own } = await lockOwn(tx, record, id, comment)
  const { text, mentions, unreached } = await settle(engine, tx, record, row, given, own.private)
  if (text === own.text) return { comment: own, unreached }
  const changed = { text, mentions, editedAt: tx.now }
  await tx.db.updateTable('comment').set(changed).where('id', '=', comment).execute()
  await keepVersion(tx, comment, (await countVersions(tx.db, comment)) + 1, text)
  await letWatch(tx, record, id, new Map(mentions.map((one) => [one, 'mentioned'])))
  await journal(tx, record, id, 'edit-comment', own, [own.text, text])
  return { comment: { ...own, ...changed }, unreached }
}

/** Takes back what one said: that it was there stays to be seen, and its wordings are kept for who may look into them. */
export async function withdrawComment(tx: Tx, record: AnyRecord, id: string, comment: string): Promise<void> {
  const { own } = await lockOwn(tx, record, id, comment)
  const changed = { text: '', mentions: [], withdrawnAt: tx.now }
  await tx.db.updateTable('comment').set(changed).where('id', '=', comment).execute()
  await journal(tx, record, id, 'withdraw-comment', own, [own.text, null])
}

/** The comments of a record that this reader may see, oldest first: the newest five hundred. */
export async function readComments(db: Kysely<Tables>, id: string, withNotes: boolean): Promise<Comment[]> {
  const comments = await db
    .selectFrom('comment')
    .select(['id', 'at', 'by', 'text', 'private', 'mentions', 'editedAt', 'withdrawnAt'])
    .where('recordId', '=', id)
    .$if(!withNotes, (open) => open.where('private', '=', false))
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return comments.reverse()
}

function speaker(tx: Tx): string {
  const by = personId(tx.actor)
  if (by === null) throw new Error('Comments are made by persons')
  return by
}

async function lockOwn(tx: Tx, record: AnyRecord, id: string, comment: string): Promise<{ row: AnyRow; own: Comment }> {
  const me = speaker(tx)
  const row = await tx.lock(record, id)
  const found = await tx.db
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', comment)
    .where('recordId', '=', id)
    .executeTakeFirst()
  if (!found || (found.private && !seesNotes(record, tx.actor, row))) throw notFound()
  if (found.by !== me) throw new Refusal('not-allowed', ['只有作者本人可以修改。', 'Only its author may change it.'])
  if (found.withdrawnAt !== null) throw new Refusal('conflict', ['这条评论已撤回。', 'This comment was withdrawn.'])
  return { row, own: found }
}

/** Whom a text names: under their true names, and only those reached who may read it. */
async function settle(engine: Engine, tx: Tx, record: AnyRecord, row: AnyRow, given: string, isPrivate: boolean) {
  const asked = mentionedIn(given)
  if (asked.length > mostMentions)
    throw invalid([fault('text', 'too-big', '一次最多提及 20 人。', 'At most 20 people can be named at once.')])
  const names = await namesOf(tx, asked)
  const readers = await readersAmong(engine, tx.db, [...names.keys()], { record, row, isPrivate })
  const mentions = readers.map(({ id }) => id)
  return {
    text: renamed(given, (id) => names.get(id)),
    mentions,
    unreached: [...names.keys()].filter((id) => !mentions.includes(id)),
  }
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { directory } = tx
  const { rows } = await sql<{ id: string; name: string }>`select id, ${sql.ref(directory.label)} as name
    from ${sql.table(tableOf(directory))}
    where id = any(${[...ids]}::uuid[]) and ${condition(directory, directory.access.read, tx.actor)}`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const keepVersion = (tx: Tx, comment: string, n: number, text: string) =>
  tx.db.insertInto('commentVersion').values({ comment, n, at: tx.now, text }).execute()

async function countVersions(db: Kysely<Tables>, comment: string): Promise<number> {
  const { n } = await db
    .selectFrom('commentVersion')
    .select(({ fn }) => fn.max('n').as('n'))
    .where('comment', '=', comment)
    .executeTakeFirstOrThrow()
  return n
}

type Wording = readonly [before: string | null, after: string | null]

function journal(tx: Tx, record: AnyRecord, id: string, verb: string, comment: Comment, [before, after]: Wording) {
  const named = (text: string | null) => (text === null ? null : { id: comment.id, digest: digestOfText(text) })
  return tx.journal(record, id, comment.private ? privately(verb) : verb, { comment: [named(before), named(after)] })
}

/** How the journal names a text: its SHA-256 in hex. */
export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex')
