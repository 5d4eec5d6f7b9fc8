import type { Tx } from '../../platform/tx.ts'
import { actorName, personId } from '../../record/actor.ts'
import type { AnyRecord } from '../../record/record.ts'
import type { Who } from '../../record/who.ts'
import type { Words } from '../../record/words.ts'
import { tell } from './server/hear.ts'

export { dropWaiting, tellLate, tellPeople } from './server/late.ts'

/** Tells those meant that a record is now theirs to see to: for what no field of it names, such as a whole team. */
export const tellGiven = (
  tx: Tx,
  record: AnyRecord,
  { id }: { readonly id: string },
  who: readonly Who[],
): Promise<void> => tellOf(tx, record, id, { why: 'assigned', verb: 'create' }, who)

/** Tells those meant that a record's time has come or gone, as the verb says, with what there is to say of it. */
export const tellDue = (
  tx: Tx,
  record: AnyRecord,
  { id }: { readonly id: string },
  verb: string,
  who: readonly Who[],
  said?: Words,
): Promise<void> => tellOf(tx, record, id, { why: 'clock', verb, ...(said && { said }) }, who)

/** The same, once on a day however often it is tried, and with what there is to say of it. */
export const tellToday = (
  tx: Tx,
  record: AnyRecord,
  { id }: { readonly id: string },
  verb: string,
  who: readonly Who[],
  said: Words,
): Promise<void> => tellOf(tx, record, id, { why: 'clock', verb, key: `${id}:clock:${verb}:${tx.today}`, said }, who)

interface Told {
  readonly why: 'assigned' | 'clock'
  readonly verb: string
  readonly key?: string
  readonly said?: Words
}

const tellOf = (
  tx: Tx,
  record: AnyRecord,
  id: string,
  { why, verb, key = `${id}:${why}:${verb}:${tx.now}`, ...more }: Told,
  who: readonly Who[],
): Promise<void> =>
  tell(tx, [
    {
      ...{ why, key, verb, record: record.name, id, ...more },
      at: tx.now,
      by: personId(tx.actor),
      byName: actorName(tx.actor),
      changes: {},
      people: [],
      who,
    },
  ])
