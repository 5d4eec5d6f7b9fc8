import { sql } from 'kysely'
import type pg from 'pg'
import type { Service } from '../../../../platform/area.ts'
import { keptConnection } from '../../../../platform/db/kept.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { fetchUnseen, Unreachable } from '../../../../platform/mail/imap.ts'
import { secretOf } from '../../../../platform/secret.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { mailbox } from '../../mailbox/mailbox.record.ts'
import type {} from '../../server/tables.ts'
import { keepMail } from './keep.ts'

type Box = RowOf<typeof mailbox>

const turnMs = 30_000
/** How long a server may be silent. */
const timeoutMs = 20_000

/** Fetches from every mailbox, twice a minute. Of several copies one at a time has a mailbox in hand. */
export const fetchService: Service = async (engine) => {
  const locks = keptConnection(engine.url, ({ message }) =>
    engine.log.warn({ error: message }, 'fetching mail lost its connection'),
  )
  const turns = rhythm(turnMs, engine.log, async () => fetchAll(engine, await locks.get()))
  return {
    async stop() {
      await turns.stop()
      await locks.end()
    },
  }
}

/** One turn. `client` holds the locks. */
export async function fetchAll(engine: Engine, client: pg.Client): Promise<void> {
  const boxes = await engine.db
    .selectFrom('mailbox')
    .selectAll()
    .where('state', '=', 'in-use')
    .where(sql<boolean>`settings->>'is' = 'imap'`)
    .execute()
  await Promise.all(
    boxes.map(async (box) => {
      const key = `fetch ${box.id}`
      const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [key])
      if (!rows[0].got) return
      try {
        await fetchFrom(engine, box)
      } catch (error) {
        engine.log.error({ err: error, mailbox: box.number }, 'mail could not be fetched')
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
      }
    }),
  )
}

async function fetchFrom(engine: Engine, box: Box): Promise<void> {
  const { settings, id } = box
  if (settings.is !== 'imap') return
  const { host, folder, user } = settings
  const password = (await secretOf(engine.db, mailbox.name, id)) ?? ''
  try {
    await fetchUnseen(
      settings,
      password,
      timeoutMs,
      async ({ uid, at, raw, size }) => {
        await keepMail(engine, { mailbox: id, source: ['imap', id, host, user, folder, uid], at, raw, size })
      },
      (uid, error) => engine.log.error({ err: error, mailbox: box.number, uid }, 'a mail could not be kept'),
    )
    await mark(engine, box, null)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    await mark(engine, box, error.message)
  }
}

/** Writes down when it begins and when it ends, and not each try in between. */
async function mark(engine: Engine, { id, unreachableSince }: Box, trouble: string | null): Promise<void> {
  if ((trouble === null) === (unreachableSince === null)) return
  await engine.inTx(asSystem('mail'), (tx) =>
    tx.update(mailbox, id, { unreachableSince: trouble === null ? null : tx.now, trouble }),
  )
}
