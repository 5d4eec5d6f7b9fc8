import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { component } from '../component.record.ts'
import { type Graph, graphOf } from '../component.rules.ts'

type Row = RowOf<typeof component>

const columns = [
  'id',
  'number',
  'code',
  'name',
  'kind',
  'environment',
  'criticality',
  'installedVersion',
  'state',
  'dependsOn',
] as const

export type GraphNode = Pick<Row, (typeof columns)[number]>

/** All components and what they depend on, by id, in the order of their codes. */
export async function loadGraph(db: Kysely<Tables>): Promise<Graph<GraphNode>> {
  const rows = await db.selectFrom('component').select(columns).orderBy('code').execute()
  return graphOf(rows)
}
