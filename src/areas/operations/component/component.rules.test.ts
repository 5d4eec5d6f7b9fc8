import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cycleThrough, dependencyFaults, downstream, graphOf, type Node, upstream } from './component.rules.ts'

const node = (id: string, dependsOn: string[] = [], state = 'in-service'): Node => ({
  id,
  name: id.toUpperCase(),
  state,
  dependsOn,
})
const firm = graphOf([node('switch'), node('host', ['switch']), node('db', ['host']), node('gw', ['db', 'switch'])])

describe('the dependency graph', () => {
  it('says what a component stands on and what it carries, nearest first', () => {
    expect([...upstream(firm, 'gw')]).toEqual([
      ['db', 1],
      ['switch', 1],
      ['host', 2],
    ])
    expect([...downstream(firm, 'switch')]).toEqual([
      ['host', 1],
      ['gw', 1],
      ['db', 2],
    ])
    expect([...upstream(firm, 'switch')]).toEqual([])
  })

  it('refuses a ring and names it', () => {
    const [found] = dependencyFaults(firm, node('switch', ['gw']))
    expect(found).toMatchObject({ path: 'dependsOn', code: 'cycle' })
    expect(found?.text[1]).toBe('The dependencies form a ring: SWITCH → GW → SWITCH.')
  })

  it('refuses a component that depends on itself', () => {
    expect(cycleThrough(graphOf([node('a', ['a'])]), 'a')).toEqual(['a', 'a'])
  })

  it('refuses what is retired, beside any ring', () => {
    const graph = graphOf([node('old', [], 'retired'), node('a'), node('b', ['a'])])
    expect(dependencyFaults(graph, node('a', ['old', 'b'])).map((each) => each.code)).toEqual(['retired', 'cycle'])
    expect(dependencyFaults(graph, node('c', ['b']))).toEqual([])
  })

  it('finds a ring exactly where something upstream leads back', () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
    fc.assert(
      fc.property(edges, (pairs) => {
        const ids = Array.from({ length: 8 }, (_, i) => `n${i}`)
        const graph = graphOf(
          ids.map((id, i) =>
            node(
              id,
              pairs.filter(([from]) => from === i).map(([, to]) => `n${to}`),
            ),
          ),
        )
        const back = (graph.get('n0')?.dependsOn ?? []).some((id) => id === 'n0' || upstream(graph, id).has('n0'))
        const ring = cycleThrough(graph, 'n0')
        expect(ring !== null).toBe(back)
        ring?.slice(1).forEach((id, i) => void expect(graph.get(ring[i] as string)?.dependsOn).toContain(id))
      }),
    )
  })
})
