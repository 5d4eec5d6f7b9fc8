import { expect, test } from 'vitest'
import {
  type ComponentMap,
  countByHealth,
  directionOf,
  type MapNode,
  neighbourhood,
  within,
  worstFirst,
} from './map.ts'

const node = (id: string, more: Partial<MapNode> = {}): MapNode => ({
  id,
  number: `CMP-${id}`,
  code: id,
  name: id,
  kind: 'service',
  environment: 'production',
  criticality: 'ordinary',
  state: 'in-service',
  health: 'up',
  installedVersion: null,
  since: null,
  maintenance: null,
  alarm: null,
  ...more,
})

/** web → app → db → host, and a printer that has nothing to do with them; the test host carries only itself. */
const map: ComponentMap = {
  nodes: [
    node('web'),
    node('app', { health: 'slow' }),
    node('db', { health: 'down' }),
    node('host', { environment: 'test', health: 'unknown' }),
    node('printer'),
  ],
  edges: [
    { from: 'web', to: 'app' },
    { from: 'app', to: 'db' },
    { from: 'db', to: 'host' },
  ],
}

test('one environment shows only itself, and no edge leads out of it', () => {
  const { nodes, edges } = within(map, 'production')
  expect(nodes.map(({ id }) => id)).toEqual(['web', 'app', 'db', 'printer'])
  expect(edges).toEqual([
    { from: 'web', to: 'app' },
    { from: 'app', to: 'db' },
  ])
  expect(within(map, undefined)).toEqual(map)
})

test('the neighbourhood reaches both ways and leaves strangers out', () => {
  expect([...neighbourhood(map, 'app')].sort()).toEqual(['app', 'db', 'host', 'web'])
  expect([...neighbourhood(map, 'printer')]).toEqual(['printer'])
})

test('what is down comes first, what is unknown before what is up', () => {
  expect(worstFirst(map.nodes).map(({ id }) => id)).toEqual(['db', 'app', 'host', 'printer', 'web'])
  expect(countByHealth(map.nodes)).toEqual([
    ['down', 1],
    ['slow', 1],
    ['unknown', 1],
    ['stopped', 0],
    ['up', 2],
  ])
})

test('a narrow map grows upwards, one with wide layers to the right', () => {
  expect(directionOf(map)).toBe('UP')
  expect(directionOf({ nodes: [...'abcdefg'].map((id) => node(id)), edges: [] })).toBe('RIGHT')
})
