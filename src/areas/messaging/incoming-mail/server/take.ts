import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { isAuthentic } from '../../../../platform/mail/authentic.ts'
import { type Mail, parseMail } from '../../../../platform/mail/parse.ts'
import { replyOf } from '../../../../platform/mail/reply.ts'
import { attach, bytesOf, type Received } from '../../../../platform/sides/attachment.ts'
import { addComment } from '../../../../platform/sides/comment.ts'
import { addLink } from '../../../../platform/sides/link.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Actor, asSystem, type PersonActor } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { type AnyRecord, type RowOf, tableOf } from '../../../../record/record.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import { letterTaking, sourceOfLetter } from '../../../operations/operations.api.ts'
import type { mailbox } from '../../mailbox/mailbox.record.ts'
import type {} from '../../server/tables.ts'
import { incomingMail } from '../incoming-mail.record.ts'
import { clipped, decide, fitted, lately, numbersIn, type Reason } from '../incoming-mail.rules.ts'
import { answerSender } from './answer.ts'
import { receiveFile } from './keep.ts'

type Row = RowOf<typeof incomingMail>
type Box = RowOf<typeof mailbox>

/** A record that a mail is about. */
interface Target {
  readonly record: AnyRecord
  /** Null where there is none with the number that was named. */
  readonly id: string | null
  readonly by: 'reply' | 'number'
}

/** What a mail is taken with. */
interface Taking {
  readonly engine: Engine
  readonly row: Row
  readonly box: Box
  readonly mail: Mail
  readonly sender: PersonActor | null
  readonly files: readonly Received[]
}

/**
 * Decides what becomes of one mail and does it as its sender, whose rights hold. What they may not do puts the mail aside; so does a
 * fault of ours, which is logged, and the rest go on. Run again after a crash it finds the mail where it left it.
 */
export const takeMail: Task = async (engine, { id }: { id: string }) => {
  const row = await engine.db.selectFrom('incomingMail').selectAll().where('id', '=', id).executeTakeFirst()
  if (row?.state !== 'received') return
  try {
    await take(engine, row)
  } catch (error) {
    if (!(error instanceof Refusal)) engine.log.error({ err: error, mail: id }, 'a mail could not be processed')
    await putAside(engine, id, error instanceof Refusal ? 'refused' : 'fault', saidBy(error))
  }
}

async function take(engine: Engine, row: Row): Promise<void> {
  const mail = await parseMail(await buffer(await bytesOf(engine).get(row.digest ?? '')))
  const box = await engine.db.selectFrom('mailbox').selectAll().where('id', '=', row.mailbox).executeTakeFirstOrThrow()
  const source = mail.from && (await sourceOfLetter(engine.db, box.id, mail.from.address))
  if (source) return report({ engine, row, box, mail }, source)
  const sender = mail.from && (await senderOf(engine, mail.from.address))
  const about = await targetOf(engine, mail)
  const decision = decide({
    automatic: mail.automatic,
    sender: mail.from === null ? 'nobody' : sender ? 'person' : 'outsider',
    authentic: isGenuine(box, mail),
    duplicate: await cameBefore(engine, row),
    lately: await madeLately(engine, row),
    about: about?.by ?? null,
    outsiders: box.outsiders,
    released: row.releasedBy !== null,
  })
  if (decision.do === 'put-aside') return putAside(engine, row.id, decision.why)
  if (decision.do === 'ignore')
    return engine.inTx(asSystem('mail'), async (tx) => {
      await tx.act(incomingMail, row.id, 'ignore', { why: decision.why })
    })
  const taking = { engine, row, box, mail, sender, files: await filesOf(engine, mail) }
  if (about) await post(taking, about)
  else await make(taking)
}

/** Does the firm's mail server vouch for its sender, where the mailbox asks that? */
const isGenuine = ({ settings: { authserv } }: Box, { from, headers }: Mail): boolean =>
  authserv === undefined || (from !== null && isAuthentic(headers, authserv, from.address))

/** Says what a program wrote: an event of its source, once for each letter. One of a source that is paused waits to be let through. */
async function report(
  { engine, row, box, mail }: Pick<Taking, 'engine' | 'row' | 'box' | 'mail'>,
  source: NonNullable<Awaited<ReturnType<typeof sourceOfLetter>>>,
): Promise<void> {
  if (row.releasedBy === null && !isGenuine(box, mail)) return putAside(engine, row.id, 'unauthentic')
  const { subject, text } = mail
  const taking = letterTaking(source, { from: mail.from?.address ?? '', subject, text })
  if (taking.isPaused) return putAside(engine, row.id, 'refused', '事件来源已暂停。 The event source is paused.')
  const isSecond = row.releasedBy === null && (await cameBefore(engine, row))
  return withMail(engine, asSystem('mail'), row.id, async (tx, mine) => {
    const { record, id } = taking.source
    if (isSecond) await mine.act(incomingMail, row.id, 'ignore', { why: 'duplicate' })
    else if (taking.fits) await mine.act(incomingMail, row.id, 'report', { why: 'event', record, recordId: id })
    else await mine.act(incomingMail, row.id, 'ignore', { why: 'no-rule' })
    // Last: it may stand in the operations log.
    if (!isSecond) await taking.take(tx)
  })
}

/** Who has this address now: they may have been given it since the mail came. */
async function senderOf({ db, directory }: Engine, address: string): Promise<PersonActor | null> {
  const id = await directory.personBy(db, 'email', address)
  return id === null ? null : directory.actor(db, id, 'mail')
}

/** Says it on the record, as its sender; what an outsider says, as whoever let it through. */
async function post({ engine, row, mail, sender, files }: Taking, { record, id, by }: Target): Promise<void> {
  const speaker = sender ?? (row.releasedBy && (await engine.directory.actor(engine.db, row.releasedBy, 'mail')))
  if (!speaker || id === null) return putAside(engine, row.id, 'refused')
  const said = replyOf(mail.text) || (files.length > 0 ? (speaker.lang === 'zh' ? '见附件。' : 'See the files.') : '')
  if (said === '') return putAside(engine, row.id, 'empty')
  const text = sender ? said : `${introduction(speaker, row)}\n\n${said}`
  await withMail(engine, speaker, row.id, async (tx, mine) => {
    await addComment(engine, tx, record, id, { text: clipped(text, 20_000) })
    if (files.length > 0) await attach(engine, tx, record, id, files)
    await mine.act(incomingMail, row.id, 'post', {
      why: by,
      record: record.name,
      recordId: id,
      person: sender?.id ?? null,
    })
    await addLink(mine, 'relates-to', { record: incomingMail, id: row.id }, { record, id })
  })
}

const introduction = ({ lang }: PersonActor, { number, from }: Row): string =>
  lang === 'zh' ? `来信 ${number},发件人 ${from ?? '—'}:` : `Mail ${number} from ${from ?? '—'}:`

/** Makes the record of its mailbox, and tells its sender so. */
async function make(taking: Taking): Promise<void> {
  const { engine, row, box, mail, sender, files } = taking
  const { makes } = box
  const { record } = engine.registry.get(makes.record)
  const subject = mail.subject || (mail.text.split('\n')[0] ?? '')
  await withMail(engine, sender ?? asSystem('mail'), row.id, async (tx, mine) => {
    const made = await tx.create(record, {
      ...makes.values,
      [makes.subject]: fitted(record, makes.subject, subject),
      [makes.text]: fitted(record, makes.text, mail.text),
    } as never)
    if (files.length > 0) await attach(engine, tx, record, made.id, files)
    await mine.act(incomingMail, row.id, 'make', {
      why: 'new',
      record: record.name,
      recordId: made.id,
      person: sender?.id ?? null,
    })
    await addLink(mine, 'relates-to', { record: incomingMail, id: row.id }, { record, id: made.id })
    await answerSender(engine, mine, { row, box, sender, record, made })
  })
}

/** One transaction of the speaker's, if the mail still waits; `mine` writes to the mail itself. */
const withMail = (
  engine: Engine,
  speaker: Actor,
  id: string,
  work: (tx: Tx, mine: Tx) => Promise<void>,
): Promise<void> =>
  engine.inTx(speaker, async (tx) => {
    const mine = tx.as('mail')
    const { state } = await mine.lock(incomingMail, id)
    if (state === 'received') await work(tx, mine)
  })

const putAside = (engine: Engine, id: string, why: Reason, detail: string | null = null): Promise<void> =>
  withMail(engine, asSystem('mail'), id, async (_tx, mine) => {
    await mine.act(incomingMail, id, 'put-aside', { why, detail })
  })

/** In both languages: who will read it is not known. */
function saidBy(error: unknown): string {
  if (!(error instanceof Refusal)) return clipped(String(error), 1_000)
  const said = [error.text, ...error.faults.map(({ text }) => text)].map(([zh, en]) => `${zh} ${en}`)
  return clipped([...new Set(said)].join(' '), 1_000)
}

/** The record it is about: that of the nearest mail of ours which it answers, or the first that its subject names. */
async function targetOf({ db, registry }: Engine, { answers, subject }: Mail): Promise<Target | null> {
  const ours =
    answers.length === 0
      ? []
      : await db
          .selectFrom('message')
          .select(['messageId', 'record', 'recordId'])
          .where('messageId', 'in', [...answers])
          .where('recordId', 'is not', null)
          .execute()
  const nearest = answers.map((id) => ours.find(({ messageId }) => messageId === id)).find((found) => found)
  if (nearest?.record) return { record: registry.get(nearest.record).record, id: nearest.recordId, by: 'reply' }
  const [named] = numbersIn(subject, registry)
  if (!named) return null
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(named.record))}
    where number = ${named.number}`.execute(db)
  return { record: named.record, id: rows[0]?.id ?? null, by: 'number' }
}

/** A mail that was sent to an address twice, or sent again, and was taken already. */
async function cameBefore({ db }: Engine, { id, mailbox, messageId, from }: Row): Promise<boolean> {
  if (messageId === null || from === null) return false
  const before = await db
    .selectFrom('incomingMail')
    .select('id')
    .where('messageId', '=', messageId)
    .where('mailbox', '=', mailbox)
    .where('from', '=', from)
    .where('state', 'in', ['created', 'answered', 'reported'])
    .where('id', '<>', id)
    .executeTakeFirst()
  return before !== undefined
}

async function madeLately({ db, clock }: Engine, { from }: Row): Promise<number> {
  if (from === null) return 0
  const { n } = await db
    .selectFrom('incomingMail')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('from', '=', from)
    .where('state', '=', 'created')
    .where('createdAt', '>', instantAt(msOf(clock.now()) - lately))
    .executeTakeFirstOrThrow()
  return n
}

async function filesOf(engine: Engine, { files }: Mail): Promise<Received[]> {
  const received: Received[] = []
  for (const { name, content } of files) {
    const file = await receiveFile(engine, content, name)
    if (file) received.push(file)
  }
  return received
}
