import type { AreaServer } from '../../platform/area.ts'
import { registerServer } from './asset/register.server.ts'
import { handoversServer } from './handover/handovers.server.ts'
import { licencesServer } from './licence/licences.server.ts'
import { purchasingServer } from './purchase/purchasing.server.ts'
import './server/tables.ts'

export const assetsServer: AreaServer = {
  code: 'assets',
  ...licencesServer,
  behaviours: [...registerServer.behaviours, ...licencesServer.behaviours, ...purchasingServer.behaviours, ...handoversServer.behaviours],
  besides: [...registerServer.besides, ...licencesServer.besides],
  commands: registerServer.commands,
  queries: [...purchasingServer.queries],
  settings: [...purchasingServer.settings, ...handoversServer.settings],
  crontab: [...handoversServer.crontab],
  tasks: { ...handoversServer.tasks },
}
