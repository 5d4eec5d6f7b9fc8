import { sql } from 'kysely'
import { finding, type Look } from '../../../platform/health/health.ts'
import type {} from './tables.ts'

/** Above this a message that is due is late. */
const mostLate = '10 minutes'

/** Whether what the house has to say gets out, and what is written to it comes in. */
export const messagingLooks: Readonly<Record<string, Look>> = {
  async messages({ db, clock }) {
    const { rows } = await sql<{ failed: number; late: number }>`select
      (select count(*) from message where state = 'failed') as failed,
      (select count(*) from message where state = 'waiting' and attempts = 0
        and due < ${clock.now()}::timestamptz - ${mostLate}::interval) as late`.execute(db)
    const { failed = 0, late = 0 } = rows[0] ?? {}
    return finding('messages', failed + late > 0 ? 'warning' : 'ok', [
      `外发消息:未送达 ${failed},逾时未发 ${late}`,
      `Outgoing messages: ${failed} could not be delivered, ${late} overdue`,
    ])
  },
  async mailboxes({ db }) {
    const { rows } = await sql<{ name: string }>`select name from mailbox
      where state = 'in-use' and unreachable_since is not null order by name`.execute(db)
    const names = rows.map(({ name }) => name)
    return finding('mailboxes', names.length > 0 ? 'bad' : 'ok', [
      names.length > 0 ? `收不到信的邮箱:${names.join('、')}` : '收件邮箱正常',
      names.length > 0 ? `Mailboxes that cannot be read: ${names.join(', ')}` : 'Mailboxes can be read',
    ])
  },
}
