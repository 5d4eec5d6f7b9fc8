import { expect, it } from 'vitest'
import { arrowsOf, type Impact, type ImpactNode, worstOn } from './impact.ts'

const node = (id: string, level: number) => ({ id, level, components: [] }) as unknown as ImpactNode

it('draws from what carries to what is carried, each pair once, and one step at a time', () => {
  const impact = {
    nodes: [node('host', 0), node('vm', 1), node('app', 2), node('switch', -1)],
    edges: [
      { from: 'vm', to: 'host', kind: 'runs-on' },
      { from: 'vm', to: 'host', kind: 'backed-up-by' },
      { from: 'app', to: 'vm', kind: 'runs-on' },
      { from: 'app', to: 'host', kind: 'connects-to' },
      { from: 'host', to: 'switch', kind: 'connects-to' },
    ],
  } as unknown as Impact
  expect(arrowsOf(impact)).toEqual([
    { from: 'host', to: 'vm' },
    { from: 'vm', to: 'app' },
    { from: 'switch', to: 'host' },
  ])
})

it('names the worst of what runs on it, and nothing where nothing does', () => {
  const runs = (...healths: string[]) =>
    ({ components: healths.map((health) => ({ health })) }) as unknown as ImpactNode
  expect([worstOn(runs()), worstOn(runs('up', 'slow')), worstOn(runs('up', 'unknown'))]).toEqual([
    ...[undefined, 'slow', 'unknown'],
  ])
})
