import type { AreaServer } from '../../platform/area.ts'
import { registerServer } from './asset/register.server.ts'
import { discoveryServer } from './discovery/discovery.server.ts'
import { handoversServer } from './handover/handovers.server.ts'
import { licencesServer } from './licence/licences.server.ts'
import { purchasingServer } from './purchase/purchasing.server.ts'
import { resourcesServer } from './resource/resources.server.ts'
import { stocktakesServer } from './stocktake/stocktakes.server.ts'
import './server/tables.ts'

export const assetsServer: AreaServer = {
  code: 'assets',
  behaviours: [
    ...registerServer.behaviours,
    ...discoveryServer.behaviours,
    ...licencesServer.behaviours,
    ...resourcesServer.behaviours,
    ...stocktakesServer.behaviours,
    ...purchasingServer.behaviours,
    ...handoversServer.behaviours,
  ],
  queries: [
    ...discoveryServer.queries,
    ...registerServer.queries,
    ...stocktakesServer.queries,
    ...licencesServer.queries,
    ...resourcesServer.queries,
    ...purchasingServer.queries,
  ],
  besides: [
    ...registerServer.besides,
    ...stocktakesServer.besides,
    ...licencesServer.besides,
    ...resourcesServer.besides,
  ],
  follows: [...licencesServer.follows],
  tasks: { ...discoveryServer.tasks, ...licencesServer.tasks, ...resourcesServer.tasks, ...handoversServer.tasks },
  crontab: [
    ...discoveryServer.crontab,
    ...licencesServer.crontab,
    ...resourcesServer.crontab,
    ...handoversServer.crontab,
  ],
  settings: [
    ...discoveryServer.settings,
    ...licencesServer.settings,
    ...resourcesServer.settings,
    ...purchasingServer.settings,
    ...handoversServer.settings,
  ],
  commands: [
    ...registerServer.commands,
    ...discoveryServer.commands,
    ...stocktakesServer.commands,
    ...resourcesServer.commands,
  ],
  downloads: registerServer.downloads,
  retentions: [...discoveryServer.retentions],
  texts: discoveryServer.texts,
}
