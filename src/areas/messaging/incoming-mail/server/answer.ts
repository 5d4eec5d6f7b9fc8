import type { Engine } from '../../../../platform/engine.ts'
import { address } from '../../../../platform/settings/house.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import type { AnyRecord, AnyRow, RowOf } from '../../../../record/record.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import { say, type Words } from '../../../../record/words.ts'
import type { mailbox } from '../../mailbox/mailbox.record.ts'
import { queueMessages } from '../../message/server/queue.ts'
import type {} from '../../server/tables.ts'
import type { incomingMail } from '../incoming-mail.record.ts'
import { clipped } from '../incoming-mail.rules.ts'

/** Whoever is told more often talks to a machine that answers. */
const quiet = 10 * 60_000

interface Answered {
  readonly row: RowOf<typeof incomingMail>
  readonly box: RowOf<typeof mailbox>
  readonly sender: PersonActor | null
  readonly record: AnyRecord
  readonly made: AnyRow
}

/**
 * Tells a sender that their mail arrived and what it became, through the mailbox's channel: once in ten minutes to one address, as two
 * machines would answer each other for ever.
 */
export async function answerSender(
  engine: Engine,
  tx: Tx,
  { row, box, sender, record, made }: Answered,
): Promise<void> {
  if (box.answerThrough === null || row.from === null || (await toldLately(tx, row.from))) return
  const lang = sender?.lang ?? 'zh'
  const kind = say(engine.registry.get(record.name).words.name, lang)
  await queueMessages(tx, [
    {
      channel: box.answerThrough,
      why: 'answer',
      lang,
      address: row.from,
      subject: clipped(`[${made.number}] ${say(arrived, lang)}${row.subject}`, 300),
      text: say(sender ? textOf(kind, made.number) : textForOutsider(kind, made.number), lang),
      about: { record: record.name, id: made.id },
      source: `${row.id}:answer`,
      ...(sender && {
        person: sender.id,
        link: `${engine.settings.get(address)}/${record.plural}/${made.number}`,
      }),
    },
  ])
}

async function toldLately(tx: Tx, to: string): Promise<boolean> {
  const told = await tx.db
    .selectFrom('message')
    .select('id')
    .where('address', '=', to)
    .where('why', '=', 'answer')
    .where('createdAt', '>', instantAt(msOf(tx.now) - quiet))
    .executeTakeFirst()
  return told !== undefined
}

const arrived: Words = ['已收到:', 'We have received: ']

const textOf = (kind: string, number: string): Words => [
  `您的来信已收到,并登记为${kind} ${number}。直接回复本邮件即可补充说明。`,
  `Your mail has arrived and became ${kind} ${number}. To add something, simply answer this mail.`,
]

const textForOutsider = (kind: string, number: string): Words => [
  `您的来信已收到,并登记为${kind} ${number}。`,
  `Your mail has arrived and became ${kind} ${number}.`,
]
