import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { Words } from '../../../../record/words.ts'
import type { Notice } from '../notice.rules.ts'
import { type SourceRow, type Taken, takeNotices } from './take.ts'

/** What is kept of a body to look at, characters. */
const mostBody = 20_000
const mostReasons = 50

/** New alarms stand in the operations log, whose numbers are drawn one after the other: nobody else shall wait long for theirs. */
const handful = 50

/**
 * Takes a delivery: once this has returned, what it says is in the alarms and the delivery in the source's traffic. It is read
 * whole before anything is written, and taken by handfuls, each in a transaction of its own; where that ends in the middle the sender
 * hears of no success, and what it says again changes nothing twice. One that is refused leaves nothing but that it came and why.
 */
export async function deliver(
  engine: Engine,
  source: SourceRow,
  body: string,
  read: () => readonly Notice[],
): Promise<Taken> {
  try {
    if (source.state !== 'in-use') throw paused()
    const notices = read()
    let taken = none
    for (let at = 0; at === 0 || at < notices.length; at += handful) {
      const before = taken
      const some = notices.slice(at, at + handful)
      const isLast = at + handful >= notices.length
      taken = await engine.inTx(asSystem('event-sources'), (tx) =>
        settle(tx, source, some, { before, ...(isLast && { body }) }),
      )
    }
    return taken
  } catch (error) {
    if (error instanceof Refusal) await refused(engine, source.id, body, reasonsOf(error))
    throw error
  }
}

const none: Taken = { raised: 0, resolved: 0, known: 0 }

/** Takes a handful as part of the caller's transaction; with the last of a delivery goes its body, which is kept. */
export async function settle(
  tx: Tx,
  source: SourceRow,
  notices: readonly Notice[],
  { before = none, body }: { readonly before?: Taken; readonly body?: string },
): Promise<Taken> {
  await oneAtATime(tx, source.id)
  const sum = plus(before, await takeNotices(tx, source, notices))
  if (body === undefined) return sum
  await count(tx, source.id, true)
  await keep(tx, source.id, body, { accepted: true, ...sum, reasons: [] })
  return sum
}

const reasonsOf = ({ text, faults }: Refusal): Words[] => [
  text,
  ...faults.map(({ path, text: [zh, en] }): Words => [`${path}:${zh}`, `${path}: ${en}`]),
]

/**
 * Writes down that something was refused, and why. Where it came `times` it may come by the thousand: of what is refused within ten seconds
 * the first alone is kept, and all are counted.
 */
export const refused = (
  engine: Engine,
  source: string,
  body: string,
  reasons: readonly Words[],
  times?: number,
): Promise<void> =>
  engine.inTx(asSystem('event-sources'), async (tx) => {
    await count(tx, source, false, times)
    if (times === undefined || !(await refusedJustNow(tx, source)))
      await keep(tx, source, body, { accepted: false, ...none, reasons })
  })

async function refusedJustNow(tx: Tx, source: string): Promise<boolean> {
  const { rows } = await sql`select from event_delivery where source = ${source} and not accepted
    and at > ${tx.now}::timestamptz - interval '10 seconds' limit 1`.execute(tx.db)
  return rows.length > 0
}

const oneAtATime = (tx: Tx, source: string): Promise<unknown> =>
  sql`select from event_source where id = ${source} for no key update`.execute(tx.db)

const plus = (one: Taken, other: Taken): Taken => ({
  raised: one.raised + other.raised,
  resolved: one.resolved + other.resolved,
  known: one.known + other.known,
})

/** Something came that asks for nothing. */
export const heard = async (engine: Engine, source: string): Promise<void> => {
  await engine.inTx(asSystem('event-sources'), (tx) => count(tx, source, true))
}

export const count = (tx: Tx, source: string, accepted: boolean, times = 1): Promise<unknown> =>
  sql`insert into event_source_traffic (source, last_at, accepted, refused)
    values (${source}, ${tx.now}, ${accepted ? times : 0}, ${accepted ? 0 : times})
    on conflict (source) do update set last_at = excluded.last_at,
      accepted = event_source_traffic.accepted + excluded.accepted, refused = event_source_traffic.refused + excluded.refused`.execute(
    tx.db,
  )

async function keep(
  tx: Tx,
  source: string,
  body: string,
  outcome: Taken & { accepted: boolean; reasons: readonly Words[] },
): Promise<void> {
  const { reasons, ...rest } = outcome
  await tx.db
    .insertInto('eventDelivery')
    .values({
      id: tx.newId(),
      source,
      at: tx.now,
      ...rest,
      reasons: JSON.stringify(reasons.slice(0, mostReasons)) as never,
      body: body.slice(0, mostBody).replaceAll('\u0000', '\ufffd').toWellFormed(),
    })
    .execute()
}

const paused = () =>
  new Refusal('wrong-state', ['该事件来源已暂停,没有接收。', 'This event source is paused; nothing was taken.'])
