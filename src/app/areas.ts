import { administrationServer } from '../areas/administration/administration.server.ts'
import { messagingServer } from '../areas/messaging/messaging.server.ts'
import { operationsServer } from '../areas/operations/operations.server.ts'
import { organisationServer } from '../areas/organisation/organisation.server.ts'
import { serviceServer } from '../areas/service/service.server.ts'
import type { AreaServer } from '../platform/area.ts'

/** The server side of every area. */
export const areaServers: readonly AreaServer[] = [
  operationsServer,
  serviceServer,
  organisationServer,
  messagingServer,
  administrationServer,
]
