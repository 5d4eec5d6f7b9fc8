import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { eventSource } from '../event-source.record.ts'
import type { MailSettings } from '../event-source.settings.ts'
import { isFrom, type Letter, noticeOfLetter, writtenLetter } from '../mail.rules.ts'
import { count, settle } from './deliver.ts'
import type { SourceRow } from './take.ts'

/** The source to which a letter at a mailbox speaks: the first that listens to its sender there. */
export async function sourceOfLetter(
  db: Kysely<Tables>,
  mailbox: string,
  sender: string,
): Promise<SourceRow | undefined> {
  const rows = await db.selectFrom('eventSource').selectAll().where('kind', '=', 'mail').orderBy('id').execute()
  return rows.find(({ settings }) => {
    const mail = settings as MailSettings
    return mail.mailbox === mailbox && isFrom(mail, sender)
  })
}

/** What a source makes of a letter, to be taken as part of a transaction; nothing where no rule fits, and that it came is counted. */
export function letterTaking(row: SourceRow, letter: Letter) {
  const notice = noticeOfLetter(letter, row.settings as MailSettings, row.componentFrom)
  return {
    source: { record: eventSource.name, id: row.id },
    isPaused: row.state !== 'in-use',
    fits: notice !== null,
    async take(tx: Tx): Promise<void> {
      const mine = tx.as('event-sources')
      if (notice) await settle(mine, row, [notice], { body: writtenLetter(letter) })
      else await count(mine, row.id, true)
    },
  }
}
