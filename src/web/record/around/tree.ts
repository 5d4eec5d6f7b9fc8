/** A record in the picture, as the server tells it. */
export interface Node {
  readonly id: string
  readonly record: string
  readonly number: string
  readonly label: string
  readonly state: string
}

/** A typed link, or a field of one that names the other; seen from the record in the middle. */
export interface Relation {
  readonly kind: 'link' | 'field'
  readonly name: string
}

/** What stands one step around a record. */
export interface Neighbourhood {
  readonly nodes: readonly Node[]
  readonly edges: readonly (Relation & { readonly from: string; readonly to: string })[]
  /** Kinds of relation of which there are more than are told. */
  readonly more: readonly (Relation & Sight & { readonly of: string })[]
}

interface Sight {
  readonly direction: 'in' | 'out'
  /** The kind of record at the other end. */
  readonly record: string
}

/** How those of a group stand to the record they stand around; several where they do so in more than one way. */
export type Way = Relation & Pick<Sight, 'direction'>

/** Records that stand around another in the same way. */
export interface Group {
  readonly key: string
  readonly ways: readonly Way[]
  readonly record: string
  readonly spots: readonly Spot[]
  /** So many of those told are not shown. */
  readonly hidden: number
  /** The server knows of more than it told. */
  readonly more: boolean
}

/** A record with what stands around it, where that was asked for. */
export interface Spot {
  readonly node: Node
  readonly groups: readonly Group[]
}

/** Two records of the picture that stand together, beside the lines that the picture grew along. */
export interface Tie {
  readonly from: string
  readonly to: string
}

export interface Picture {
  readonly middle: Spot
  readonly ties: readonly Tie[]
  /** How many records it shows. */
  readonly size: number
}

/** How many records a picture shows: in all, around its middle, and around each that was opened. */
export interface Most {
  readonly all: number
  readonly first: number
  readonly further: number
}

/**
 * A picture that grows from the middle outwards along what was opened, in that order. Every record stands in it once, where
 * it was met first. Undefined while what is around the middle is not known.
 */
export function pictureOf(
  middle: string,
  opened: readonly string[],
  told: ReadonlyMap<string, Neighbourhood>,
  most: Most,
): Picture | undefined {
  const first = told.get(middle)
  const start = first?.nodes.find(({ id }) => id === middle)
  if (!first || !start) return undefined
  const shown = new Set([middle])
  const around = new Map<string, Group[]>()
  for (const id of [middle, ...opened.filter((one) => one !== middle)]) {
    const answer = told.get(id)
    if (!answer || !shown.has(id)) continue
    const room = Math.min(id === middle ? most.first : most.further, most.all - shown.size)
    const groups = shareOut(groupsOf(id, answer, shown), room)
    for (const { spots } of groups) for (const { node } of spots) shown.add(node.id)
    around.set(id, groups)
  }
  const grow = (node: Node): Spot => ({
    node,
    groups: (around.get(node.id) ?? []).map((group) => ({ ...group, spots: group.spots.map((one) => grow(one.node)) })),
  })
  return { middle: grow(start), ties: tiesOf(around, told, shown), size: shown.size }
}

/** Typed links first, then what its fields name, then what names it in a field. */
const ranks = ['link out', 'link in', 'field out', 'field in']
const rankOf = ({ kind, direction }: Way) => ranks.indexOf(`${kind} ${direction}`)

/** What stands around a record and is not in the picture yet, by how it stands to it and what it is. */
function groupsOf(id: string, { nodes, edges, more }: Neighbourhood, shown: ReadonlySet<string>): Group[] {
  const ways = new Map<string, Way[]>()
  for (const { from, to, kind, name } of edges) {
    const direction = from === id ? 'out' : 'in'
    const other = direction === 'out' ? to : from
    if (from === id || to === id) ways.set(other, [...(ways.get(other) ?? []), { kind, name, direction }])
  }
  const groups = new Map<string, Group>()
  for (const node of nodes) {
    const how = ways.get(node.id)?.sort((a, b) => rankOf(a) - rankOf(b))
    if (!how || node.id === id || shown.has(node.id)) continue
    const key = [id, node.record, ...how.map(keyOf)].join(' ')
    const group = groups.get(key)
    const isMore = more.some((one) => one.record === node.record && how.some((way) => keyOf(way) === keyOf(one)))
    const spots = [...(group?.spots ?? []), { node, groups: [] }]
    groups.set(key, { key, ways: how, record: node.record, spots, hidden: 0, more: isMore })
  }
  return [...groups.values()].sort((a, b) => rankOf(a.ways[0] as Way) - rankOf(b.ways[0] as Way))
}

const keyOf = ({ kind, name, direction }: Way) => `${kind} ${name} ${direction}`

/** One of each group in turn, until there is no more room; the others are counted. */
function shareOut(groups: readonly Group[], room: number): Group[] {
  const kept = groups.map(() => 0)
  for (let left = room, took = true; left > 0 && took; ) {
    took = false
    for (const [at, { spots }] of groups.entries()) {
      if (left === 0 || (kept[at] as number) === spots.length) continue
      kept[at] = (kept[at] as number) + 1
      left--
      took = true
    }
  }
  return groups.map((group, at) => ({
    ...group,
    spots: group.spots.slice(0, kept[at]),
    hidden: group.spots.length - (kept[at] as number),
  }))
}

function tiesOf(
  around: ReadonlyMap<string, readonly Group[]>,
  told: ReadonlyMap<string, Neighbourhood>,
  shown: ReadonlySet<string>,
): Tie[] {
  const pair = (a: string, b: string) => [a, b].sort().join(' ')
  const drawn = new Set<string>()
  for (const [id, groups] of around)
    for (const { spots } of groups) for (const { node } of spots) drawn.add(pair(id, node.id))
  const ties: Tie[] = []
  for (const { edges } of told.values())
    for (const { from, to } of edges) {
      if (from === to || !shown.has(from) || !shown.has(to) || drawn.has(pair(from, to))) continue
      drawn.add(pair(from, to))
      ties.push({ from, to })
    }
  return ties
}
