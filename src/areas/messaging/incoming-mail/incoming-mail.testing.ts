import { Logger, runOnce } from 'graphile-worker'
import type { Engine } from '../../../platform/engine.ts'
import { asSystem } from '../../../record/actor.ts'
import type { RowOf, ValuesOf } from '../../../record/record.ts'
import type { TestApp } from '../../../testing/app.ts'
import { mailbox } from '../mailbox/mailbox.record.ts'
import type { incomingMail } from './incoming-mail.record.ts'
import { takeMail } from './server/take.ts'

/** For tests: a mailbox whose mail becomes incidents. */
export const makeMailbox = async (app: TestApp, some: ValuesOf<typeof mailbox> = {}): Promise<string> =>
  (
    await app.inTx(asSystem('test'), (tx) =>
      tx.create(mailbox, {
        name: '服务台',
        address: 'it@firm.example',
        settings: { is: 'delivery' },
        makes: { record: 'incident', subject: 'title', text: 'description', values: { urgency: 'high' } },
        ...some,
      }),
    )
  ).id

/** What the jobs' worker would do with the mails that wait. */
export const takeAll = (engine: Engine): Promise<void> =>
  runOnce({
    pgPool: engine.pool,
    noHandleSignals: true,
    taskList: { 'take-mail': ((payload: never) => takeMail(engine, payload)) as never },
    logger: new Logger(() => () => undefined),
  })

export const allMail = ({ engine }: TestApp): Promise<RowOf<typeof incomingMail>[]> =>
  engine.db.selectFrom('incomingMail').selectAll().orderBy('id').execute()
