import type { RowOf } from '../../../record/record.ts'
import type { incident } from '../incident/incident.record.ts'
import type { service } from '../service/service.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    incident: RowOf<typeof incident> & Hidden
    service: RowOf<typeof service> & Hidden
  }
}
