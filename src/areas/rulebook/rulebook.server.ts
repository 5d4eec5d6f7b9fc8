import type { AreaServer } from '../../platform/area.ts'
import { controlItems, controlPage } from './control/server/control.queries.ts'
import { hearChanges } from './control/server/hear.ts'
import { controlPreview } from './control/server/preview.query.ts'
import { rulebookHistory, rulebookPage } from './control/server/rulebook.queries.ts'
import { controlService } from './control/server/service.ts'
import { controlExceptionBehaviour } from './control-exception/server/control-exception.behaviour.ts'
import { controlSettingBehaviour } from './control-setting/server/control-setting.behaviour.ts'
import { policyComparison } from './policy/server/comparison.query.ts'
import { policyBehaviour } from './policy/server/policy.behaviour.ts'
import { turnTheDay, turnTheDayCrontab } from './server/day.task.ts'
import './server/tables.ts'

export const rulebookServer: AreaServer = {
  code: 'rulebook',
  behaviours: [policyBehaviour, controlSettingBehaviour, controlExceptionBehaviour],
  queries: [policyComparison, rulebookPage, rulebookHistory, controlPage, controlItems, controlPreview],
  follows: [hearChanges],
  tasks: { 'turn-rulebook-day': turnTheDay },
  crontab: [turnTheDayCrontab],
  services: [controlService],
}
