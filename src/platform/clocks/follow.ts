import { fieldsOfRecord } from '../../record/record.ts'
import type { Follow, Written } from '../follow.ts'
import type { Tx } from '../tx.ts'
import { keepClocks } from './keep.ts'
import { clocksNow, fieldsAsked, type Past, pastOf, retold } from './read.ts'
import type { ClockSource } from './source.ts'

/** Keeps the clocks of whatever was written: at its creation, its verbs, and changes of fields that targets look at. */
export const followClocks =
  (source: ClockSource): Follow =>
  async (tx, written) => {
    const { record, verb, after, changes } = written
    if (!record.clocks) return
    const moved = verb === 'create' || 'state' in changes || verb in record.transitions
    // Targets look at fields that lists are filtered by: most changes are of others, and ask nothing of the database.
    if (!moved && !fieldsOfRecord(record).some(([name, { filter }]) => filter && name in changes)) return
    const targets = await source.targets(tx.db, record.name)
    const fields = fieldsAsked(targets)
    if (verb === 'create' ? targets.length === 0 : !moved && !fields.some((name) => name in changes)) return
    const { happenings, told } = await pastUntil(tx, written, fields)
    await keepClocks(tx.db, record, after, clocksNow(record, happenings, targets, tx.now), told)
  }

/** A record that has just been created has no past to be read. */
const pastUntil = async (
  tx: Tx,
  { record, verb, after, changes }: Written,
  fields: readonly string[],
): Promise<Past> =>
  verb === 'create' ? retold([{ at: tx.now, verb, changes }], record, fields) : pastOf(tx.db, record, after.id, fields)
