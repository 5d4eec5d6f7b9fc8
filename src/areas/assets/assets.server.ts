import type { AreaServer } from '../../platform/area.ts'
import { registerServer } from './asset/register.server.ts'
import { handoversServer } from './handover/handovers.server.ts'
import { licencesServer } from './licence/licences.server.ts'
import { purchasingServer } from './purchase/purchasing.server.ts'
import { stocktakesServer } from './stocktake/stocktakes.server.ts'
import './server/tables.ts'

export const assetsServer: AreaServer = {
  code: 'assets',
  behaviours: [
    ...registerServer.behaviours,
    ...licencesServer.behaviours,
    ...stocktakesServer.behaviours,
    ...purchasingServer.behaviours,
    ...handoversServer.behaviours,
  ],
  queries: [...stocktakesServer.queries, ...licencesServer.queries, ...purchasingServer.queries],
  besides: [...registerServer.besides, ...stocktakesServer.besides, ...licencesServer.besides],
  follows: [...licencesServer.follows],
  tasks: { ...licencesServer.tasks, ...handoversServer.tasks },
  crontab: [...licencesServer.crontab, ...handoversServer.crontab],
  settings: [...licencesServer.settings, ...purchasingServer.settings, ...handoversServer.settings],
  commands: [...registerServer.commands, ...stocktakesServer.commands],
}
