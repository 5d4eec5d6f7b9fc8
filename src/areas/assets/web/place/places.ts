import { useCall } from '../../../../web/client/hooks.ts'
import type { asset } from '../../asset/asset.record.ts'
import type { PlaceKind } from '../../location/place.rules.ts'
import { gapsIn } from '../../location/rack.rules.ts'

export interface Place {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
}

export interface TreePlace extends Place {
  readonly parent: string | null
  /** Assets right in it. */
  readonly count: number
}

export interface Standing {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly tag: string
  readonly name: string
  readonly state: (typeof asset)['states'][number]
  readonly kind: 'hardware' | 'network' | 'software' | 'database' | 'document' | 'facility'
  readonly category: string
  readonly custodian: string | null
  readonly unit: number | null
  readonly units: number
  readonly watts: number | null
}

export interface Rack extends Place {
  readonly height: number
  readonly items: readonly Standing[]
}

export interface Contents {
  readonly path: readonly Place[]
  readonly inside: readonly Place[]
  readonly racks: readonly Rack[]
  readonly items: readonly Standing[]
  readonly count: number
}

/** All places with how many stand in each; live. */
export const usePlaces = () => useCall<{ items: readonly TreePlace[] }>('/places', {}, ['location', 'asset'])

/** What stands in a place, by id or number; live. */
export const useContents = (id: string) => useCall<Contents>(`/locations/${id}/contents`, {}, ['location', 'asset'])

export interface Branch extends TreePlace {
  readonly inside: readonly Branch[]
  /** Assets in it and in all places inside. */
  readonly total: number
}

/** Places as a tree, each with what it holds in all; one whose parent is closed stands at the top. */
export function treeOf(places: readonly TreePlace[]): Branch[] {
  const ids = new Set(places.map(({ id }) => id))
  const byParent = new Map<string | null, TreePlace[]>()
  for (const place of places) {
    const parent = place.parent && ids.has(place.parent) ? place.parent : null
    byParent.set(parent, [...(byParent.get(parent) ?? []), place])
  }
  const branch = (place: TreePlace): Branch => {
    const inside = (byParent.get(place.id) ?? []).map(branch)
    return { ...place, inside, total: inside.reduce((sum, { total }) => sum + total, place.count) }
  }
  return (byParent.get(null) ?? []).map(branch)
}

type Racked = Standing & { readonly unit: number }

/** What stands in the units of a rack. */
export const rackedIn = (rack: Rack): Racked[] => rack.items.filter((one): one is Racked => one.unit !== null)

/** Units that are free, and the watts of all that stands there. */
export function measuresOf(rack: Rack): { free: number; watts: number } {
  const free = gapsIn(rack.height, rackedIn(rack)).reduce((sum, { units }) => sum + units, 0)
  return { free, watts: rack.items.reduce((sum, { watts }) => sum + (watts ?? 0), 0) }
}
