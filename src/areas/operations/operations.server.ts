import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'

/** The server side of operations, as the composition root takes it. */
export const operationsServer: AreaServer = {
  code: 'operations',
}
