import { asSystem } from '../../record/actor.ts'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import type { Service } from '../area.ts'
import type { Engine } from '../engine.ts'
import { rhythm } from '../jobs/rhythm.ts'
import type { Tx } from '../tx.ts'
import { keepClocks } from './keep.ts'
import { type Mark, marksAhead } from './marks.ts'
import { type ClockNow, clocksNow, fieldsAsked, pastOf } from './read.ts'
import type { ClockSource } from './source.ts'
import type {} from './tables.ts'

const turnMs = 2_000
const atOnce = 100

/** Looks every two seconds for clocks whose next moment has come. */
export const clockTimer =
  (source: ClockSource): Service =>
  async (engine) =>
    rhythm(turnMs, engine.log, () => turn(engine, source))

/**
 * Tells whatever has come: warnings, escalations, breaches. Every copy of the server may do so at once: each looks again
 * under the record's lock, and a mark is written once. A fault with one record is logged and holds up no other.
 */
export async function turn(engine: Engine, source: ClockSource): Promise<void> {
  const failed: string[] = []
  for (;;) {
    const due = await engine.db
      .selectFrom('clock')
      .select(['record', 'recordId'])
      .where('nextAt', '<=', engine.clock.now())
      .$if(failed.length > 0, (query) => query.where('recordId', 'not in', failed))
      .orderBy('nextAt')
      .limit(atOnce)
      .execute()
    const ids = new Map(due.map(({ record, recordId }) => [recordId, record]))
    for (const [id, name] of ids) {
      const { record } = engine.registry.get(name)
      await readAgain(engine, source, record, id).catch((error) => {
        failed.push(id)
        engine.log.error({ err: error, record: name, id }, 'The clocks of a record could not be read')
      })
    }
    if (due.length < atOnce) return
  }
}

/** Reads the clocks of one record anew, tells what has come, and keeps what follows. */
export function readAgain(engine: Engine, source: ClockSource, record: AnyRecord, id: string): Promise<void> {
  return engine.inTx(asSystem('clock'), async (tx) => {
    const row = (await tx.lock(record, id)) as AnyRow
    const targets = await source.targets(tx.db, record.name)
    const fields = fieldsAsked(targets)
    const past = await pastOf(tx.db, record, id, fields)
    const clocks = clocksNow(record, past.happenings, targets, tx.now)
    const come = clocks.flatMap((one) =>
      marksAhead(one, past.told(one.clock))
        .filter(({ at }) => at <= tx.now)
        .map((mark) => ({ one, mark })),
    )
    for (const { one, mark } of come) await tell(tx, record, row, one, mark)
    const { told } = come.length > 0 ? await pastOf(tx.db, record, id, fields) : past
    await keepClocks(tx.db, record, row, clocks, told)
  })
}

async function tell(
  tx: Tx,
  record: AnyRecord,
  row: AnyRow,
  { clock }: ClockNow,
  { key, kind, share, at, to }: Mark,
): Promise<void> {
  const { numInsertedOrUpdatedRows: written } = await tx.db
    .insertInto('clockMark')
    .values({ recordId: row.id, clock, mark: key, at: tx.now })
    .onConflict((one) => one.doNothing())
    .executeTakeFirst()
  if (!written) return
  const said = { clock: [null, clock], share: [null, share], at: [null, at] } as const
  await tx.journal(record, row.id, `clock-${kind}`, { ...said, ...(to.length > 0 && { to: [null, to] }) })
}
