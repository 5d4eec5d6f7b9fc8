import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { component } from '../component.record.ts'
import { type Graph, graphOf } from '../component.rules.ts'

type Row = RowOf<typeof component>

export type GraphNode = Pick<Row, 'id' | 'number' | 'code' | 'name' | 'kind' | 'criticality' | 'state' | 'dependsOn'>

/** All components and what they depend on, by id, in the order of their codes. */
export async function loadGraph(db: Kysely<Tables>): Promise<Graph<GraphNode>> {
  const rows = await db
    .selectFrom('component')
    .select(['id', 'number', 'code', 'name', 'kind', 'criticality', 'state', 'dependsOn'])
    .orderBy('code')
    .execute()
  return graphOf(rows)
}
