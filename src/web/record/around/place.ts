import type { Group, Picture, Spot } from './tree.ts'

/** Measures of a picture in pixels. */
export interface Sizes {
  readonly box: { readonly width: number; readonly height: number }
  readonly middle: { readonly width: number; readonly height: number }
  /** From a record to those around it. */
  readonly reach: number
  /** Height of the words above a group, and of a line below it that says there are more. */
  readonly heading: number
  readonly gap: number
  readonly groupGap: number
}

export interface At {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedSpot extends At {
  readonly spot: Spot
  /** How far from the middle. */
  readonly step: number
  /** On which side of the middle it stands. */
  readonly side: 'left' | 'right'
}

export interface PlacedGroup extends At {
  readonly group: Group
  /** Where the line that says that there are more begins; undefined where there are none. */
  readonly moreAt: number | undefined
  /** The record it stands around. */
  readonly of: string
}

/** Where everything stands: what a screen draws. */
export interface Placed {
  readonly width: number
  readonly height: number
  readonly spots: readonly PlacedSpot[]
  readonly groups: readonly PlacedGroup[]
  /** Lines along which the picture grew, then those between records that also stand together. */
  readonly lines: readonly { readonly path: string; readonly isTie: boolean }[]
}

/**
 * Places a picture around its middle: groups to the right and to the left, so that both sides become about equally high, and
 * what was opened further out on its side. Nothing lies over anything else.
 */
export function place({ middle, ties }: Picture, sizes: Sizes): Placed {
  const sides = shareSides(middle.groups, sizes)
  const depth = { left: depthOf(sides.left), right: depthOf(sides.right) }
  const column = sizes.reach + sizes.box.width
  const heights = { left: heightOfGroups(sides.left, sizes), right: heightOfGroups(sides.right, sizes) }
  const height = Math.max(sizes.middle.height, heights.left, heights.right)
  const width = sizes.middle.width + (depth.left + depth.right) * column
  const spots: PlacedSpot[] = []
  const groups: PlacedGroup[] = []

  const at = { x: depth.left * column, y: (height - sizes.middle.height) / 2, ...sizes.middle }
  spots.push({ spot: middle, step: 0, side: 'right', ...at })
  for (const side of ['right', 'left'] as const) fan(sides[side], at, side, 1, (height - heights[side]) / 2)

  /** Stacks groups beside the record they stand around, from `top` downwards. */
  function fan(
    around: readonly Group[],
    from: At & { id?: string },
    side: 'left' | 'right',
    step: number,
    top: number,
  ) {
    const x = side === 'right' ? from.x + from.width + sizes.reach : from.x - sizes.reach - sizes.box.width
    let y = top
    for (const group of around) {
      y += sizes.heading
      // The words stand at the group's own boxes, which what was opened beside them may push apart.
      let [first, last] = [y, y]
      for (const [n, spot] of group.spots.entries()) {
        if (n > 0) y += sizes.gap
        const tall = heightOfSpot(spot, sizes)
        const box = { x, y: y + (tall - sizes.box.height) / 2, ...sizes.box }
        spots.push({ spot, step, side, ...box })
        const from = y + (tall - heightOfGroups(spot.groups, sizes)) / 2
        fan(spot.groups, { ...box, id: spot.node.id }, side, step + 1, from)
        if (n === 0) first = box.y
        last = box.y + box.height
        y += tall
      }
      const moreAt = isCut(group) ? last : undefined
      if (moreAt !== undefined) y += sizes.heading
      const end = last + (moreAt === undefined ? 0 : sizes.heading)
      const above = first - sizes.heading
      groups.push({
        group,
        moreAt,
        of: from.id ?? middle.node.id,
        x,
        y: above,
        width: sizes.box.width,
        height: end - above,
      })
      y += sizes.groupGap
    }
  }

  const placed = new Map(spots.map((one) => [one.spot.node.id, one]))
  const grown = spots.flatMap((from) =>
    from.spot.groups.flatMap((group) =>
      group.spots.map(({ node }) => ({ path: branch(from, placed.get(node.id) as PlacedSpot), isTie: false })),
    ),
  )
  const tied = ties.flatMap(({ from, to }) => {
    const [a, b] = [placed.get(from), placed.get(to)]
    return a && b ? [{ path: bow(a, b), isTie: true }] : []
  })
  return { width, height, spots, groups, lines: [...grown, ...tied] }
}

const isCut = ({ hidden, more }: Group) => hidden > 0 || more

const depthOf = (groups: readonly Group[]): number =>
  Math.max(0, ...groups.flatMap(({ spots }) => [1, ...spots.map((spot) => 1 + depthOf(spot.groups))]))

const heightOfSpot = (spot: Spot, sizes: Sizes): number =>
  Math.max(sizes.box.height, heightOfGroups(spot.groups, sizes))

function heightOfGroup(group: Group, sizes: Sizes): number {
  const boxes = group.spots.reduce((sum, spot) => sum + heightOfSpot(spot, sizes) + sizes.gap, -sizes.gap)
  return sizes.heading + Math.max(0, boxes) + (isCut(group) ? sizes.heading : 0)
}

const heightOfGroups = (groups: readonly Group[], sizes: Sizes): number =>
  Math.max(
    0,
    groups.reduce((sum, group) => sum + heightOfGroup(group, sizes) + sizes.groupGap, -sizes.groupGap),
  )

/** Each group goes where it is less high so far; they keep their order. */
function shareSides(groups: readonly Group[], sizes: Sizes): { left: Group[]; right: Group[] } {
  const sides = { left: [] as Group[], right: [] as Group[] }
  for (const group of groups) {
    const lower = heightOfGroups(sides.left, sizes) < heightOfGroups(sides.right, sizes) ? 'left' : 'right'
    sides[lower].push(group)
  }
  return sides
}

/** From the side of one box to the near side of the next, leaving and arriving level. */
function branch(from: At, to: PlacedSpot): string {
  const [start, end] = to.side === 'right' ? [from.x + from.width, to.x] : [from.x, to.x + to.width]
  const half = (start + end) / 2
  return `M${start} ${middleOf(from)}C${half} ${middleOf(from)} ${half} ${middleOf(to)} ${end} ${middleOf(to)}`
}

/** Between two boxes anywhere, bent so that it does not lie over a branch. */
function bow(a: PlacedSpot, b: PlacedSpot): string {
  const [start, end] = [inner(a), inner(b)]
  const bend = 24
  const x = a.side === 'right' ? Math.min(start, end) - bend : Math.max(start, end) + bend
  return `M${start} ${middleOf(a)}C${x} ${middleOf(a)} ${x} ${middleOf(b)} ${end} ${middleOf(b)}`
}

const middleOf = ({ y, height }: At) => y + height / 2
const inner = ({ x, width, side }: PlacedSpot) => (side === 'right' ? x : x + width)
