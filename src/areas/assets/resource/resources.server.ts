import type { AreaPart } from '../../../platform/area.ts'
import { destructionBehaviour } from '../destruction/server/destruction.behaviour.ts'
import { disposalBehaviour } from '../disposal/server/disposal.behaviour.ts'
import { leavingBeside } from '../disposal/server/leaving.beside.ts'
import { maintenanceOrderBehaviour } from '../maintenance-order/server/maintenance-order.behaviour.ts'
import { upkeep } from '../maintenance-order/server/upkeep.query.ts'
import { maintenancePlanBehaviour } from '../maintenance-plan/server/maintenance-plan.behaviour.ts'
import { keepMaintenance, keepMaintenanceCrontab } from '../maintenance-plan/server/plan.task.ts'
import { resourceSettings } from './resource.settings.ts'
import { countResources, countResourcesCrontab } from './server/figures.ts'
import { resourceParts } from './server/parts.query.ts'
import { countNow, resources, standingOfAsset } from './server/resources.queries.ts'

/** How assets are kept, how they do, and how they leave. */
export const resourcesServer: AreaPart = {
  behaviours: [maintenancePlanBehaviour, maintenanceOrderBehaviour, disposalBehaviour, destructionBehaviour],
  queries: [upkeep, resources, resourceParts, standingOfAsset],
  besides: [leavingBeside],
  commands: [countNow],
  tasks: { 'keep-maintenance': keepMaintenance, 'count-resources': countResources },
  crontab: [keepMaintenanceCrontab, countResourcesCrontab],
  settings: resourceSettings,
}
