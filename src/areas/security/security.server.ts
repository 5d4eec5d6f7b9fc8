import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { emergencyAccessHours } from './access-grant/access-grant.settings.ts'
import { whoCanDoWhat } from './access-grant/server/access.query.ts'
import { accessGrantBehaviour } from './access-grant/server/access-grant.behaviour.ts'
import { askForAccess } from './access-grant/server/ask.command.ts'
import { endGrant, endGrants, endGrantsCrontab } from './access-grant/server/end.task.ts'
import { accessRightBehaviour } from './access-right/server/access-right.behaviour.ts'
import { accessSystemBehaviour } from './access-system/server/access-system.behaviour.ts'
import { dutySeparationBehaviour } from './duty-separation/server/duty-separation.behaviour.ts'
import { settleSeparation } from './duty-separation/server/settle.task.ts'

/** The server side of security, as the composition root takes it. */
export const securityServer: AreaServer = {
  code: 'security',
  behaviours: [accessGrantBehaviour, accessRightBehaviour, accessSystemBehaviour, dutySeparationBehaviour],
  queries: [whoCanDoWhat],
  commands: [askForAccess],
  tasks: {
    'end-access-grant': endGrant,
    'end-access-grants': endGrants,
    'settle-separation': settleSeparation,
  },
  crontab: [endGrantsCrontab],
  settings: [emergencyAccessHours],
}
