/** Something with a place and a width on the ribbon, in pixels. */
export interface Extent {
  readonly left: number
  readonly right: number
}

/** The lane of each, from 0: the first in which it touches nothing that was placed before it. In order of their left ends. */
export function lanesOf(extents: readonly Extent[], gap = 6): number[] {
  const order = extents.map((_, index) => index).sort((a, b) => leftOf(extents, a) - leftOf(extents, b))
  const ends: number[] = []
  const lanes = extents.map(() => 0)
  for (const index of order) {
    const { left, right } = extents[index] as Extent
    const free = ends.findIndex((end) => end + gap <= left)
    const lane = free < 0 ? ends.length : free
    ends[lane] = right
    lanes[index] = lane
  }
  return lanes
}

/** Those that stand at least `apart` pixels from the one kept before: labels that do not run into each other. */
export function apartFrom<T>(items: readonly T[], at: (item: T) => number, apart: number): T[] {
  const kept: T[] = []
  for (const item of items) {
    const last = kept.at(-1)
    if (last === undefined || at(item) - at(last) >= apart) kept.push(item)
  }
  return kept
}

/** Gathers what stands closer than `near` pixels to the first of a group: marks that would lie on each other. */
export function groupsOf<T>(items: readonly T[], at: (item: T) => number, near: number): T[][] {
  const groups: T[][] = []
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    const group = groups.at(-1)
    if (group && at(item) - at(group[0] as T) < near) group.push(item)
    else groups.push([item])
  }
  return groups
}

/** About how wide a text is at 12 px: a Chinese sign is a square, the rest about half of one. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 12 : 6.7), 0)

const leftOf = (extents: readonly Extent[], index: number): number => (extents[index] as Extent).left
