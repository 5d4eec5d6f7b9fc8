/** What must come before what, as a graph. Pure; an unknown need is no edge here, since whoever checks the things names it. */

export interface Node {
  readonly key: string
  readonly needs: readonly string[]
}

/** One ring of steps for each knot of steps that wait for each other, as keys in the order of waiting. */
export function cyclesIn(nodes: readonly Node[]): string[][] {
  const rings: string[][] = []
  let rest = unsorted(known(nodes))
  while (rest.length > 0) {
    const ring = ringFrom(rest)
    rings.push(ring)
    rest = unsorted(known(rest.filter((node) => !ring.includes(node.key))))
  }
  return rings
}

/** Keys grouped by what is connected, whichever way the edges point; the largest group first. */
export function islandsOf(nodes: readonly Node[]): string[][] {
  const neighbours = new Map<string, string[]>(nodes.map(({ key }) => [key, []]))
  for (const { key, needs } of known(nodes)) {
    for (const need of needs) {
      neighbours.get(key)?.push(need)
      neighbours.get(need)?.push(key)
    }
  }
  const seen = new Set<string>()
  const islands: string[][] = []
  for (const { key } of nodes) {
    if (seen.has(key)) continue
    seen.add(key)
    const island = [key]
    // Grows while it is walked: each member adds its neighbours.
    for (const member of island) {
      for (const next of neighbours.get(member) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        island.push(next)
      }
    }
    islands.push(island)
  }
  return islands.sort((a, b) => b.length - a.length)
}

/** Rows for drawing: each step one row below the lowest of its needs. The graph must have no cycle. */
export function layersOf(nodes: readonly Node[]): string[][] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const depths = new Map<string, number>()
  const depth = (key: string): number => {
    const found = depths.get(key)
    if (found !== undefined) return found
    const needs = (byKey.get(key)?.needs ?? []).filter((need) => byKey.has(need))
    const own = Math.max(-1, ...needs.map(depth)) + 1
    depths.set(key, own)
    return own
  }
  const layers: string[][] = []
  for (const { key } of nodes) {
    const own = depth(key)
    layers[own] = [...(layers[own] ?? []), key]
  }
  return layers
}

/** For each key, every key that must be satisfied before it, directly or not. The graph must have no cycle. */
export function allBefore(nodes: readonly Node[]): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, Set<string>>()
  for (const key of layersOf(nodes).flat()) {
    const needs = known(nodes).find((node) => node.key === key)?.needs ?? []
    before.set(key, new Set(needs.flatMap((need) => [need, ...(before.get(need) ?? [])])))
  }
  return before
}

const known = (nodes: readonly Node[]): Node[] => {
  const keys = new Set(nodes.map(({ key }) => key))
  return nodes.map(({ key, needs }) => ({ key, needs: needs.filter((need) => keys.has(need)) }))
}

/** What is left once every step that can come in some order is taken away: each of these waits for another of them. */
function unsorted(nodes: readonly Node[]): Node[] {
  let rest = [...nodes]
  for (;;) {
    const left = new Set(rest.map(({ key }) => key))
    const next = rest.filter(({ needs }) => needs.some((need) => left.has(need)))
    if (next.length === rest.length) return rest
    rest = next
  }
}

/** Follows needs until a key comes again; every node here has a need among the others, so one does. */
function ringFrom(nodes: readonly Node[]): string[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const path: string[] = []
  let at = nodes[0] as Node
  while (!path.includes(at.key)) {
    path.push(at.key)
    at = at.needs.map((need) => byKey.get(need)).find((node) => node !== undefined) as Node
  }
  return path.slice(path.indexOf(at.key))
}
