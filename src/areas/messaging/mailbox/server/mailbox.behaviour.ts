import { behave } from '../../../../platform/behaviour.ts'
import { setSecret } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { holds } from '../../../../record/rule.ts'
import type {} from '../../server/tables.ts'
import { mailbox } from '../mailbox.record.ts'
import { mailboxFaults } from '../mailbox.rules.ts'

type Row = RowOf<typeof mailbox>

/** Who says what is made lends strangers no more than they may do themselves; receipts go out as mail. */
async function sound(tx: Tx, row: Row): Promise<Fault[]> {
  const faults = mailboxFaults(row, tx.registry)
  if (faults.length > 0) return faults
  const { record } = tx.registry.get(row.makes.record)
  if (!holds(record.access.create, tx.actor, row.makes.values)) faults.push(notYours)
  if (row.answerThrough !== null && !(await isMail(tx, row.answerThrough))) faults.push(noMail)
  return faults
}

async function isMail(tx: Tx, channel: string): Promise<boolean> {
  const found = await tx.db.selectFrom('channel').select('kind').where('id', '=', channel).executeTakeFirst()
  return found?.kind === 'mail'
}

/** A password is for one server and one user: shown to no other. */
async function forgetElsewhere(tx: Tx, row: Row, before: Row | null): Promise<void> {
  if (!row.secretSet || placeOf(row) === (before && placeOf(before))) return
  await tx.db.deleteFrom('secret').where('record', '=', mailbox.name).where('id', '=', row.id).execute()
  await tx.as('secret').update(mailbox, row.id, { secretSet: false })
}

const placeOf = ({ settings }: Row): string =>
  settings.is === 'imap' ? JSON.stringify([settings.host, settings.port, settings.security, settings.user]) : ''

export const mailboxBehaviour = behave(mailbox, {
  guards: { create: sound, update: sound },
  effects: { update: forgetElsewhere },
  actions: { 'set-secret': setSecret(mailbox) },
})

const notYours = fault(
  'makes.record',
  'not-allowed',
  '您不能新建这类记录,也就不能让来信代为新建。',
  'You may not make such records, and so no mail makes them for you.',
)

const noMail = fault(
  'answerThrough',
  'no-mail',
  '回执只能通过邮件渠道发出。',
  'Receipts go out through a channel that sends mail.',
)
