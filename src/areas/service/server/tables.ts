import type { RowOf } from '../../../record/record.ts'
import type { incident } from '../incident/incident.record.ts'
import type { offering } from '../offering/offering.record.ts'
import type { request } from '../request/request.record.ts'
import type { requestTask } from '../request-task/request-task.record.ts'
import type { service } from '../service/service.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    incident: RowOf<typeof incident> & Hidden
    service: RowOf<typeof service> & Hidden
    offering: RowOf<typeof offering> & Hidden
    request: RowOf<typeof request> & Hidden
    requestTask: RowOf<typeof requestTask> & Hidden
  }
}
