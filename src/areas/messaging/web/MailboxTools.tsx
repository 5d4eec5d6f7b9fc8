import type { PageProps } from '../../../web/plugin.ts'
import { mailbox } from '../mailbox/mailbox.record.ts'
import { SetSecret } from './SetSecret.tsx'
import { noticeWords as words } from './words.ts'

/** Beside a mailbox that is fetched from: its password, which is set and never shown. */
export function MailboxTools({ row }: PageProps) {
  const can = row.can as Readonly<Record<string, unknown>> | undefined
  const settings = row['settings'] as { is?: string } | null
  if (can?.['set-secret'] !== true || settings?.is !== 'imap') return null
  return <SetSecret record={mailbox} id={row.id} title={words.mailboxPassword} />
}
