import type { RowOf } from '../../../record/record.ts'
import type { incident } from '../incident/incident.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    incident: RowOf<typeof incident> & Hidden
  }
}
