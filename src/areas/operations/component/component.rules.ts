/** The dependency graph of components. Pure: the graph is loaded elsewhere. */
import { type Fault, fault } from '../../../record/problem.ts'

export interface Node {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly dependsOn: readonly string[]
}

/** By id. */
export type Graph<N extends Node = Node> = ReadonlyMap<string, N>

export const graphOf = <N extends Node>(nodes: readonly N[]): Graph<N> => new Map(nodes.map((node) => [node.id, node]))

/** What a component stands on, directly or through others, with its distance; nearest first, itself never in it. */
export const upstream = (graph: Graph, id: string): Map<string, number> =>
  reach(id, (at) => graph.get(at)?.dependsOn ?? [])

/** What stands on a component, directly or through others, with its distance; nearest first, itself never in it. */
export function downstream(graph: Graph, id: string): Map<string, number> {
  const carries = carriersOf(graph)
  return reach(id, (at) => carries.get(at) ?? [])
}

/** Each component with those that stand directly on it. */
export function carriersOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const carries = new Map<string, string[]>()
  for (const node of graph.values()) {
    for (const base of node.dependsOn) {
      const list = carries.get(base)
      if (list) list.push(node.id)
      else carries.set(base, [node.id])
    }
  }
  return carries
}

/** Everything that can be reached by following `next`, in breadth, with the number of steps. */
export function reach(id: string, next: (at: string) => readonly string[]): Map<string, number> {
  const found = new Map([[id, 0]])
  for (const [at, distance] of found) {
    for (const other of next(at)) if (!found.has(other)) found.set(other, distance + 1)
  }
  found.delete(id)
  return found
}

/** The faults of what a component is to depend on: itself through others (the ring is named), or something retired. */
export function dependencyFaults(graph: Graph, changed: Node): Fault[] {
  const faults: Fault[] = []
  const retired = changed.dependsOn.flatMap((id) => {
    const node = graph.get(id)
    return node?.state === 'retired' ? [node.name] : []
  })
  if (retired.length > 0) {
    const names = retired.join('、')
    faults.push(
      fault(
        'dependsOn',
        'retired',
        `已下线的组件不能作为依赖:${names}。`,
        `Retired, so nothing can depend on it: ${names}.`,
      ),
    )
  }
  const ring = cycleThrough(new Map([...graph, [changed.id, changed]]), changed.id)
  if (ring) {
    const names = ring.map((id) => (id === changed.id ? changed.name : (graph.get(id)?.name ?? id))).join(' → ')
    faults.push(fault('dependsOn', 'cycle', `依赖成环:${names}。`, `The dependencies form a ring: ${names}.`))
  }
  return faults
}

/** The shortest way from a component back to itself, both ends included; null where there is none. */
export function cycleThrough(graph: Graph, id: string): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [id]
  for (const at of queue) {
    for (const base of graph.get(at)?.dependsOn ?? []) {
      if (base === id) return [...pathTo(cameFrom, at, id), id]
      if (cameFrom.has(base)) continue
      cameFrom.set(base, at)
      queue.push(base)
    }
  }
  return null
}

function pathTo(cameFrom: ReadonlyMap<string, string>, end: string, start: string): string[] {
  const path = [end]
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) as string
    path.unshift(at)
  }
  return path
}
