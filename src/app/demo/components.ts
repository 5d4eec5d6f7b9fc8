import { component } from '../../areas/operations/component/component.record.ts'
import { probe } from '../../areas/operations/probe/probe.record.ts'
import type { Tx } from '../../platform/tx.ts'
import type { RowOf } from '../../record/record.ts'
import type { Listed } from './components.data.ts'

/** What was put in place, as the rest of the demo names it: by the component's code. */
export interface Placed {
  readonly name: string
  readonly component: string
  /** The component's probe, where it has one. */
  readonly probe: Pick<RowOf<typeof probe>, 'id' | 'number' | 'name' | 'settings'> | undefined
}

export type Places = ReadonlyMap<string, Placed>

/** Puts components into service, each after what it stands on, with their probes. Lists are in that order. */
export async function install(tx: Tx, listed: readonly Listed[], ownerTeam: string, before?: Places): Promise<Places> {
  const placed = new Map(before)
  for (const { dependsOn, probe: asked, beside = [], ...values } of listed) {
    const made = await tx.create(component, {
      ...values,
      ownerTeam,
      dependsOn: dependsOn.map((code) => placeOf(placed, code).component),
    })
    await tx.act(component, made.id, 'commission')
    const watched = asked && (await tx.create(probe, { ...asked, component: made.id }))
    for (const more of beside) await tx.create(probe, { ...more, component: made.id })
    placed.set(values.code, {
      name: made.name,
      component: made.id,
      probe: watched,
    })
  }
  return placed
}

/** The component of this code; throws when the demo names one that it never installed. */
export function placeOf(places: Places, code: string): Placed {
  const found = places.get(code)
  if (!found) throw new Error(`The demo firm has no component ${code}`)
  return found
}

/** The number of a component's probe, as runbooks name it. */
export function probeNumber(places: Places, code: string): string {
  const { probe: found } = placeOf(places, code)
  if (!found) throw new Error(`The component ${code} has no probe`)
  return found.number
}
