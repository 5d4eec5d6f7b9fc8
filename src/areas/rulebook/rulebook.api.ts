import type { Reading } from '../../platform/area.ts'
import type { Words } from '../../record/words.ts'
import { controlOf } from './control/catalogue.ts'
import { shown, statesNow } from './control/server/shown.ts'
import type { ControlState } from './control/state.rules.ts'

export { controlIds } from './control/catalogue.ts'

export interface ControlStanding {
  readonly id: string
  readonly title: Words
  readonly state: ControlState
  /** Since when it stands so. */
  readonly since: string | null
}

/** How these controls stand now, in this order; those that there are not are left out. */
export async function controlStandings(at: Reading, ids: readonly string[]): Promise<ControlStanding[]> {
  if (ids.length === 0) return []
  const states = await statesNow(at)
  return ids.flatMap((id) => {
    const control = controlOf(id)
    if (!control) return []
    const { title, state, since } = shown(control, states.get(id))
    return [{ id, title, state, since }]
  })
}
/** How long somebody has to sign what they are asked to, and when they are reminded. */
export { dueFor, firstReminder, nextReminder } from './reading/reading.rules.ts'
