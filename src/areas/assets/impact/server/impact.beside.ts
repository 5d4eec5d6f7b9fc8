import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { asset } from '../../asset/asset.record.ts'
import { assetCategory } from '../../asset-category/asset-category.record.ts'
import { assetRelation } from '../../asset-relation/asset-relation.record.ts'
import { moreOf, nearest } from '../impact.rules.ts'
import { stepsAround } from './reach.ts'

const node = z.object({
  id: z.uuid(),
  number: z.string(),
  tag: z.string(),
  name: z.string(),
  state: z.enum(asset.states),
  category: z.string(),
  categoryEn: z.string(),
  kind: z.enum(assetCategory.fields.kind.choices),
  components: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      health: z.enum(['unknown', 'up', 'slow', 'down', 'stopped']),
      criticality: z.enum(['trading', 'important', 'ordinary']),
    }),
  ),
})

const tie = z.object({ from: z.uuid(), to: z.uuid(), kind: z.enum(assetRelation.fields.kind.choices) })

export const assetImpact = beside({
  name: 'impact',
  of: ({ name }) => name === 'asset',
  summary: 'What stands on an asset and what it stands on, three levels to either side, with the components on them',
  output: z.object({
    /** `level` is 0 for itself, above 0 for what stands on it, below for what it stands on. */
    nodes: z.array(node.extend({ level: z.int() })),
    edges: z.array(tie),
    /** Levels of which not all are shown. */
    more: z.array(z.object({ level: z.int(), count: z.int(), atLeast: z.boolean() })),
    affectsTrading: z.boolean(),
  }),
  async run({ db, person }, _record, { id }) {
    const steps = await stepsAround(db, id, person)
    const levelOf = nearest([
      { id, level: 0 },
      ...steps.flatMap(({ level, shown }) => shown.map((one) => ({ id: one, level }))),
    ])
    const nodes = (await describe(db, [...levelOf.keys()])).map((one) => ({ ...one, level: levelOf.get(one.id) ?? 0 }))
    return {
      nodes,
      edges: await tiesAmong(db, [...levelOf.keys()], person),
      more: moreOf(steps),
      affectsTrading: nodes.some(
        ({ level, components }) => level >= 0 && components.some(({ criticality }) => criticality === 'trading'),
      ),
    }
  },
})

async function describe(db: Kysely<Tables>, ids: readonly string[]): Promise<z.output<typeof node>[]> {
  const { rows } = await sql<z.output<typeof node>>`
    select a.id, a.number, a.tag, a.name, a.state, k.name as category, k.name_en as "categoryEn", k.kind,
      coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'name', c.name, 'health', c.health,
        'criticality', c.criticality) order by c.code) from component c
        where c.id = any(a.components) and c.state <> 'retired'), '[]') as components
    from asset a join asset_category k on k.id = a.category
    where a.id = any(${ids}::uuid[]) order by a.name, a.id`.execute(db)
  return rows
}

async function tiesAmong(db: Kysely<Tables>, ids: readonly string[], person: PersonActor) {
  const { rows } = await sql<z.output<typeof tie>>`select "from", "to", kind from asset_relation
    where "from" = any(${ids}::uuid[]) and "to" = any(${ids}::uuid[]) and state = 'standing'
      and ${condition(assetRelation, assetRelation.access.read, person)} order by id`.execute(db)
  return rows
}
