import type { Happening } from '../../record/clock.ts'
import type { Follow, Written } from '../follow.ts'
import type { Tx } from '../tx.ts'
import { keepClocks, toldOf } from './keep.ts'
import { clocksNow, fieldsAsked, happeningsOf, retold } from './read.ts'
import type { ClockSource } from './source.ts'

/** Keeps the clocks of whatever was written: at its creation, its verbs, and changes of fields that targets look at. */
export const followClocks =
  (source: ClockSource): Follow =>
  async (tx, written) => {
    const { record, verb, after, changes } = written
    if (!record.clocks || (verb !== 'create' && Object.keys(changes).length === 0)) return
    const moved = verb === 'create' || 'state' in changes || verb in record.transitions
    // Most writes of a record move neither its state nor a field that is declared; nothing is asked then.
    if (!moved && !Object.keys(changes).some((name) => name in record.fields)) return
    const targets = await source.targets(tx.db, record.name)
    const fields = fieldsAsked(targets)
    if (!moved && !fields.some((name) => name in changes)) return
    const happenings = await happeningsUntil(tx, written, fields)
    const told = verb === 'create' ? nothingTold : await toldOf(tx.db, after.id)
    if (verb === 'create' && targets.length === 0) return
    await keepClocks(tx.db, record, after, clocksNow(record, happenings, targets, tx.now), told)
  }

const nothingTold = (): ReadonlySet<string> => new Set()

/** A record that has just been created has no past to be read. */
const happeningsUntil = (
  tx: Tx,
  { record, verb, after, changes }: Written,
  fields: readonly string[],
): Promise<Happening[]> =>
  verb === 'create'
    ? Promise.resolve(retold([{ at: tx.now, verb, changes }], record, fields))
    : happeningsOf(tx.db, record, after.id, fields)
