import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { carriersOf, reach } from '../../component/component.rules.ts'
import { loadGraph } from '../../component/server/graph.ts'

export interface Affects {
  /** Components that stand on it, directly or through others. */
  readonly count: number
  /** The first few by name, those that affect trading first. */
  readonly names: readonly string[]
  /** It, or something that stands on it, affects trading. */
  readonly trading: boolean
}

const mostNames = 6

/** What the failure of each of these components affects. */
export async function affectsOf(db: Kysely<Tables>, components: readonly string[]): Promise<Map<string, Affects>> {
  if (components.length === 0) return new Map()
  const graph = await loadGraph(db)
  const carries = carriersOf(graph)
  const of = (id: string): Affects => {
    const nodes = [...reach(id, (at) => carries.get(at) ?? []).keys()].flatMap((at) => graph.get(at) ?? [])
    const live = nodes.filter((node) => node.state !== 'retired')
    const trading = live.filter((node) => node.criticality === 'trading')
    const others = live.filter((node) => node.criticality !== 'trading')
    return {
      count: live.length,
      names: [...trading, ...others].slice(0, mostNames).map((node) => node.name),
      trading: trading.length > 0 || graph.get(id)?.criticality === 'trading',
    }
  }
  return new Map([...new Set(components)].map((id) => [id, of(id)]))
}
