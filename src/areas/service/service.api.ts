import type { Tx } from '../../platform/tx.ts'
import type { RowOf } from '../../record/record.ts'
import { incident } from './incident/incident.record.ts'
import './server/tables.ts'

/** What another area knows when something it watches becomes an incident. */
export interface IncidentReport {
  readonly title: string
  readonly description: string
  readonly component: string | null
  readonly affectsTrading: boolean
}

/** Opens an incident under the transaction's actor; what may affect trading starts as urgent. */
export const openIncident = (tx: Tx, report: IncidentReport): Promise<RowOf<typeof incident>> =>
  tx.create(incident, {
    ...report,
    channel: 'alarm',
    impact: report.affectsTrading ? 'high' : 'medium',
    urgency: report.affectsTrading ? 'high' : 'medium',
  })

/** The open incident of a component, newest first, for an alarm to join; null when there is none. */
export async function openIncidentOf(tx: Tx, component: string): Promise<string | null> {
  const found = await tx.db
    .selectFrom('incident')
    .select('id')
    .where('component', '=', component)
    .where('state', 'not in', ['resolved', 'closed'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found?.id ?? null
}
