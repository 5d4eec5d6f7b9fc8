import { layersOf } from '../../../../record/graph.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { component } from '../../component/component.record.ts'
import { downstream, graphOf, upstream } from '../../component/component.rules.ts'

type Choices = (typeof component)['fields']
type Choice<K extends 'health' | 'kind' | 'environment' | 'criticality'> = Choices[K]['choices'][number]

/** A component as the queries place it. */
export interface Placed {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly name: string
  readonly kind: Choice<'kind'>
  readonly environment: Choice<'environment'>
  readonly criticality: Choice<'criticality'>
  readonly state: string
  readonly health: Choice<'health'>
}

export interface MapNode extends Placed {
  readonly installedVersion: string | null
  readonly since: string | null
  readonly alarm: { readonly id: string; readonly number: string; readonly state: string } | null
  /** The window in which it is worked on now. */
  readonly maintenance: { readonly number: string; readonly title: string; readonly endsAt: string } | null
}

/** `from` depends on `to`. */
export interface MapEdge {
  readonly from: string
  readonly to: string
}

export interface ComponentMap {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
}

export interface Impact {
  readonly standsOn: readonly Reached[]
  readonly affects: readonly Reached[]
  readonly affectsTrading: boolean
}

export type Reached = Placed & { readonly distance: number }

/** All components with their health; live. */
export const useMap = () => useCall<ComponentMap>('/components/map', {}, ['component', 'alarm', 'maintenance-window'])

/** What a component stands on and what stands on it; live. */
export const useImpact = (id: string) => useCall<Impact>(`/components/${id}/impact`, {}, ['component'])

/** The map of one environment; `undefined` leaves all. Edges that lead out of it are left out. */
export function within({ nodes, edges }: ComponentMap, environment: string | undefined): ComponentMap {
  const kept = environment === undefined ? nodes : nodes.filter((node) => node.environment === environment)
  const ids = new Set(kept.map(({ id }) => id))
  return { nodes: kept, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}

/** A component and whatever it stands on or carries, directly or through others. */
export function neighbourhood(map: ComponentMap, id: string): ReadonlySet<string> {
  const graph = graphOf(
    map.nodes.map((node) => ({
      ...node,
      dependsOn: map.edges.filter(({ from }) => from === node.id).map(({ to }) => to),
    })),
  )
  return new Set([id, ...upstream(graph, id).keys(), ...downstream(graph, id).keys()])
}

/**
 * Which way the map reads best: upwards from what carries everything, or to the right where layers would be wider than
 * a screen. By the shape alone, so that it does not turn while one looks.
 */
export function directionOf({ nodes, edges }: ComponentMap): 'UP' | 'RIGHT' {
  const layers = layersOf(
    nodes.map(({ id }) => ({ key: id, needs: edges.filter(({ from }) => from === id).map(({ to }) => to) })),
  )
  const widest = Math.max(0, ...layers.map((layer) => layer.length))
  return widest > mostAbreast ? 'RIGHT' : 'UP'
}

const mostAbreast = 6

const badness = { down: 0, slow: 1, unknown: 2, stopped: 3, up: 4 } as const

/** Those that are worst first, then by code: how a phone lists them. */
export const worstFirst = (nodes: readonly MapNode[]): MapNode[] =>
  [...nodes].sort((a, b) => badness[a.health] - badness[b.health] || a.code.localeCompare(b.code))

/** How many are in each health, in the order in which one wants to know. */
export const countByHealth = (nodes: readonly Placed[]): readonly (readonly [Placed['health'], number])[] =>
  (['down', 'slow', 'unknown', 'stopped', 'up'] as const).map(
    (health) => [health, nodes.filter((node) => node.health === health).length] as const,
  )
