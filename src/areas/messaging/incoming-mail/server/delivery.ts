import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import { type Listener, listenForMail } from '../../../../platform/mail/smtp.ts'
import type {} from '../../server/tables.ts'
import { keepMail } from './keep.ts'

/** Takes mail by SMTP for the addresses of mailboxes that are in use and wait for it. */
export const takeDeliveries = (engine: Engine, at: { host: string; port: number }): Promise<Listener> =>
  listenForMail(
    at,
    async (address) => {
      const found = await engine.db
        .selectFrom('mailbox')
        .select('id')
        .where('address', '=', address)
        .where('state', '=', 'in-use')
        .where(sql<boolean>`settings->>'is' = 'delivery'`)
        .executeTakeFirst()
      return found?.id ?? null
    },
    async ({ raw, to }) => {
      // A server that did not hear our answer sends the same again.
      const digest = createHash('sha256').update(raw).digest('hex')
      for (const mailbox of to)
        await keepMail(engine, { mailbox, source: ['smtp', mailbox, digest], raw, size: raw.length })
    },
    (error) => engine.log.error({ err: error }, 'a delivery failed'),
  )
