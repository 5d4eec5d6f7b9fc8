import type { Tx } from '../../../platform/tx.ts'
import { actorName, personId } from '../../../record/actor.ts'
import type { AnyRecord, AnyRow, Base } from '../../../record/record.ts'
import { message } from '../message/message.record.ts'
import type { Telling } from '../telling.rules.ts'
import { base, rulesFor, tell } from './hear.ts'

interface Along {
  /** So many others are told of along with it. */
  readonly more?: number
  /** Who hears of it besides. */
  readonly people?: readonly string[]
}

/** Tells of a record that was quiet when it was made, as the rules would have: now, and once. */
export async function tellLate(
  tx: Tx,
  record: AnyRecord,
  row: Base,
  { more = 0, people = [] }: Along = {},
): Promise<void> {
  const written = { record, verb: 'create', before: null, after: row as AnyRow, changes: {} }
  const tellings: Telling[] = (await rulesFor(tx, written)).map((one) => ({ ...one, more }))
  if (people.length > 0) tellings.push({ ...base(tx, written), why: 'clock', people, more })
  if (tellings.length > 0) await tell(tx, tellings)
}

interface Said {
  /** As the words of its acts have it. */
  readonly verb: string
  /** What makes it the same telling again, and since when: now, unless it says. */
  readonly key: string
  readonly since?: string
  readonly people: readonly string[]
  /** Also in quiet hours. */
  readonly urgent: boolean
}

/** Tells these people that time has come for something: each by the way they wish. */
export const tellPeople = (
  tx: Tx,
  record: AnyRecord,
  { id }: { readonly id: string },
  { verb, key, since = tx.now, people, urgent }: Said,
): Promise<void> =>
  tell(tx, [
    {
      why: 'clock',
      key: `${id}:${key}:${since}`,
      record: record.name,
      ...{ id, verb, at: tx.now, by: personId(tx.actor), byName: actorName(tx.actor) },
      ...{ changes: {}, people, urgent },
    },
  ])

/** Holds back whatever reminder of this record has not gone out yet, by every channel. */
export async function dropWaiting(tx: Tx, id: string): Promise<void> {
  const waiting = await tx.db
    .selectFrom('message')
    .select('id')
    .where('recordId', '=', id)
    .where('state', '=', 'waiting')
    .where('why', '=', 'clock')
    .orderBy('id')
    .execute()
  for (const one of waiting) await tx.as('notify').act(message, one.id, 'drop')
}
