import { type Actor, personId } from '../../../record/actor.ts'
import { dayAway } from '../../../record/time.ts'
import { firstReminder } from '../reading/reading.rules.ts'

/** So long at most is a clause out of scope by one statement of two people. */
export const mostOutDays = 366

/** What follows from attesting: who and when, and by when it is done again. */
export function attested({ every }: { readonly every: number }, { actor, now }: { actor: Actor; now: string }) {
  const today = actor.kind === 'person' ? actor.today : now.slice(0, 10)
  const dueOn = dayAway(today, every)
  return { attestedBy: personId(actor), attestedAt: now, dueOn, remindOn: firstReminder(dueOn, today) }
}
