import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { notFound } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { component } from '../component.record.ts'
import { downstream, upstream } from '../component.rules.ts'
import { type GraphNode, loadGraph } from './graph.ts'

const { fields, states } = component
const health = z.enum(fields.health.choices)

const placed = z.object({
  id: z.uuid(),
  number: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(fields.kind.choices),
  environment: z.enum(fields.environment.choices),
  criticality: z.enum(fields.criticality.choices),
  state: z.enum(states),
  health,
})

interface Health {
  id: string
  health: z.output<typeof health>
  since: string | null
}

const openAlarm = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(['firing', 'acknowledged', 'resolved']),
  severity: z.enum(['critical', 'warning']),
})

/** A window in which it is worked on, its own or one of what it stands on. */
const window = z.object({ number: z.string(), title: z.string(), endsAt: z.iso.datetime() })

/** Health as it is now, which the stored one follows within a second while the server runs. */
const healthNow = (now: string) => sql<Health>`
  select c.id, h.health, case when h.health = c.health then c.health_since end as since
  from component c join component_health(${now}::timestamptz) h on h.component = c.id`

export const componentMap = query({
  path: '/api/components/map',
  allow: everyone,
  summary: 'All components that are not retired, with health and open alarm, and what depends on what.',
  input: z.strictObject({}),
  output: z.object({
    nodes: z.array(
      placed.extend({
        installedVersion: z.string().nullable(),
        since: z.iso.datetime().nullable(),
        alarm: openAlarm.nullable(),
        maintenance: window.nullable(),
      }),
    ),
    /** `from` depends on `to`. */
    edges: z.array(z.object({ from: z.uuid(), to: z.uuid() })),
  }),
  run: ({ db, now }) => mapAt(db, now),
})

/** Every component that is not retired, as it stands at an instant. */
export async function mapAt(db: Kysely<Tables>, now: string) {
  const graph = await loadGraph(db)
  const nodes = [...graph.values()].filter((node) => node.state !== 'retired')
  const shown = new Set(nodes.map((node) => node.id))
  const healths = new Map((await healthNow(now).execute(db)).rows.map((row) => [row.id, row]))
  const alarms = await db
    .selectFrom('alarm')
    .select(['id', 'number', 'state', 'severity', 'component'])
    .where('state', '<>', 'resolved')
    .where('component', 'is not', null)
    .orderBy('severity', 'desc') // critical last, so that it is the one that stays
    .orderBy('firstAt', 'desc')
    .execute()
  const maintained = await maintainedAt(db, graph, now)
  const alarmOf = new Map(alarms.map(({ component: id, ...one }) => [id, one]))
  return {
    nodes: nodes.map((node) => ({
      ...node,
      health: healths.get(node.id)?.health ?? ('unknown' as const),
      since: healths.get(node.id)?.since ?? null,
      alarm: alarmOf.get(node.id) ?? null,
      maintenance: maintained.get(node.id) ?? null,
    })),
    edges: nodes.flatMap((node) => node.dependsOn.filter((to) => shown.has(to)).map((to) => ({ from: node.id, to }))),
  }
}

/** Which components are worked on, each by the window that ends last: as `maintenance_of()` says it of one. */
async function maintainedAt(db: Kysely<Tables>, graph: ReadonlyMap<string, GraphNode>, now: string) {
  const windows = await db
    .selectFrom('maintenanceWindow')
    .select(['number', 'title', 'endsAt', 'components', 'dependents'])
    .where('state', 'in', ['planned', 'under-way'])
    .where('startsAt', '<=', now)
    .where('endsAt', '>', now)
    .orderBy('endsAt')
    .orderBy('id', 'desc')
    .execute()
  const found = new Map<string, z.output<typeof window>>()
  for (const { components, dependents, ...one } of windows)
    for (const id of components)
      for (const at of [id, ...(dependents ? downstream(graph, id).keys() : [])]) found.set(at, one)
  return found
}

const reached = z.array(placed.extend({ distance: z.int() }))

export const componentImpact = query({
  path: '/api/components/:id/impact',
  allow: everyone,
  summary: 'What a component stands on and what stands on it, directly or through others, nearest first.',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ standsOn: reached, affects: reached, affectsTrading: z.boolean() }),
  async run({ db, now }, { id }) {
    const graph = await loadGraph(db)
    const self = graph.get(id)
    if (!self) throw notFound()
    const healths = new Map((await healthNow(now).execute(db)).rows.map((row) => [row.id, row.health]))
    const list = (found: ReadonlyMap<string, number>) =>
      [...found].flatMap(([at, distance]) => {
        const node = graph.get(at)
        if (!node || node.state === 'retired') return []
        return [{ ...node, health: healths.get(at) ?? ('unknown' as const), distance }]
      })
    const affects = list(downstream(graph, id))
    return { standsOn: list(upstream(graph, id)), affects, affectsTrading: [self, ...affects].some(isTrading) }
  },
})

export const isTrading = (node: Pick<GraphNode, 'criticality'>): boolean => node.criticality === 'trading'
