import type { Tx } from '../../platform/tx.ts'
import { actorName, personId } from '../../record/actor.ts'
import type { AnyRecord } from '../../record/record.ts'
import type { Who } from '../../record/who.ts'
import { tell } from './server/hear.ts'

export { dropWaiting, tellLate, tellPeople } from './server/late.ts'

/** Tells those meant that a record is now theirs to see to: for what no field of it names, such as a whole team. */
export const tellGiven = (
  tx: Tx,
  record: AnyRecord,
  { id }: { readonly id: string },
  who: readonly Who[],
): Promise<void> =>
  tell(tx, [
    {
      why: 'assigned',
      key: `${id}:given:${tx.now}`,
      record: record.name,
      id,
      verb: 'create',
      at: tx.now,
      by: personId(tx.actor),
      byName: actorName(tx.actor),
      changes: {},
      people: [],
      who,
    },
  ])
