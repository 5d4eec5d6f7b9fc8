import type { Reading } from '../../platform/area.ts'
import type { Words } from '../../record/words.ts'
import { catalogueOf } from './control/server/held.ts'
import { shown, statesNow } from './control/server/shown.ts'
import { type ShownState, shownStates } from './control/state.rules.ts'

export { idsIn as controlIdsIn } from './control/server/held.ts'

/** How a control may stand. */
export const controlStandingStates = shownStates

export interface ControlStanding {
  readonly id: string
  readonly title: Words
  readonly state: ShownState
  /** Since when it stands so. */
  readonly since: string | null
}

/** How these controls stand now, in this order; those that there are not are left out. */
export async function controlStandings(at: Reading, ids: readonly string[]): Promise<ControlStanding[]> {
  if (ids.length === 0) return []
  const [states, catalogue] = [await statesNow(at), catalogueOf(at.engine)]
  return ids.flatMap((id) => {
    const control = catalogue.of(id)
    if (!control) return []
    const { title, state, since } = shown(at, control, states.get(id))
    return [{ id, title, state, since }]
  })
}

/** How long somebody has to sign what they are asked to, and when they are reminded. */
export { dueFor, firstReminder, nextReminder } from './reading/reading.rules.ts'
