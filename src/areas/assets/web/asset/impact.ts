import { useCall } from '../../../../web/client/hooks.ts'
import type { GraphArrow } from '../../../../web/graph/Graph.tsx'
import type { Standing } from '../place/places.ts'

export interface ImpactNode {
  readonly id: string
  readonly number: string
  readonly tag: string
  readonly name: string
  readonly state: Standing['state']
  readonly category: string
  readonly categoryEn: string
  readonly kind: Standing['kind']
  readonly components: readonly {
    readonly number: string
    readonly name: string
    readonly health: 'unknown' | 'up' | 'slow' | 'down' | 'stopped'
    readonly criticality: 'trading' | 'important' | 'ordinary'
  }[]
  readonly level: number
}

export interface Impact {
  readonly nodes: readonly ImpactNode[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[]
  readonly more: readonly { readonly level: number; readonly count: number; readonly atLeast: boolean }[]
  readonly affectsTrading: boolean
}

/** What stands on an asset and what it stands on; live. */
export const useImpact = (id: string) =>
  useCall<Impact>(`/assets/${id}/impact`, {}, ['asset', 'asset-relation', 'component'])

/** From what carries to what is carried; between two of one level only where nothing else holds them in the picture. */
export function arrowsOf({ nodes, edges }: Impact): GraphArrow[] {
  const levels = new Map(nodes.map(({ id, level }) => [id, level]))
  const pairs = new Set<string>()
  return edges.flatMap(({ from, to }) => {
    const pair = `${to}>${from}`
    const [low, high] = [levels.get(to) ?? 0, levels.get(from) ?? 0]
    // What stands one step further; others would only make the picture dense.
    if (high !== low + 1 || pairs.has(pair)) return []
    pairs.add(pair)
    return [{ from: to, to: from }]
  })
}

/** The worst that runs on it; undefined where nothing does. */
export function worstOn({ components }: ImpactNode): ImpactNode['components'][number]['health'] | undefined {
  return (['down', 'slow', 'unknown', 'stopped', 'up'] as const).find((health) =>
    components.some((one) => one.health === health),
  )
}
