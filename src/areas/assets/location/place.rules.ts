import { type Fault, fault } from '../../../record/problem.ts'
import type { location } from './location.record.ts'
import { locationWords } from './location.words.ts'

export type PlaceKind = (typeof location)['fields']['kind']['choices'][number]

/** What each kind of place may stand in; a room may be a cage within a room. */
const standsIn: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  site: [],
  building: ['site'],
  room: ['site', 'building', 'room'],
  rack: ['room'],
  cabinet: ['room', 'building', 'site'],
  desk: ['room', 'building', 'site'],
}

/** What is wrong with where a place is said to be: within a kind that cannot hold it. Nothing around it is always well. */
export function nestingFaults(kind: PlaceKind, parent: PlaceKind | null): Fault[] {
  if (parent === null || standsIn[kind].includes(parent)) return []
  const [inner, outer] = [locationWords.choices.kind[kind], locationWords.choices.kind[parent]]
  return [
    fault(
      'parent',
      'does-not-fit',
      `${inner[0]}不能设在${outer[0]}之内。`,
      `A ${inner[1].toLowerCase()} cannot be inside a ${outer[1].toLowerCase()}.`,
    ),
  ]
}
