import { administrationServer } from '../areas/administration/administration.server.ts'
import { assetsServer } from '../areas/assets/assets.server.ts'
import { changeServer } from '../areas/change/change.server.ts'
import { continuityServer } from '../areas/continuity/continuity.server.ts'
import { messagingServer } from '../areas/messaging/messaging.server.ts'
import { operationsServer } from '../areas/operations/operations.server.ts'
import { organisationServer } from '../areas/organisation/organisation.server.ts'
import { rulebookServer } from '../areas/rulebook/rulebook.server.ts'
import { securityServer } from '../areas/security/security.server.ts'
import { serviceServer } from '../areas/service/service.server.ts'
import type { AreaServer } from '../platform/area.ts'
import type { Look } from '../platform/health/health.ts'
import { houseRetentions } from '../platform/retention/house.ts'
import { type Retention, settingsOfRetentions } from '../platform/retention/retention.ts'
import { houseSettings } from '../platform/settings/house.ts'
import type { Setting } from '../record/setting.ts'

/** The server side of every area. */
export const areaServers: readonly AreaServer[] = [
  operationsServer,
  serviceServer,
  changeServer,
  continuityServer,
  assetsServer,
  securityServer,
  rulebookServer,
  organisationServer,
  messagingServer,
  administrationServer,
]

/** Everything that a firm may set, the engine's own first. */
export const settingsOf = (servers: readonly AreaServer[]): Setting[] => [
  ...houseSettings,
  ...servers.flatMap((area) => area.settings ?? []),
  ...settingsOfRetentions(retentionsOf(servers)),
]

/** Everything that grows, the engine's own first. */
export const retentionsOf = (servers: readonly AreaServer[]): Retention[] => [
  ...houseRetentions,
  ...servers.flatMap((area) => area.retentions ?? []),
]

/** What areas look at to tell how the house stands. */
export const looksOf = (servers: readonly AreaServer[]): Readonly<Record<string, Look>> =>
  Object.assign({}, ...servers.map((area) => area.looks ?? {}))
