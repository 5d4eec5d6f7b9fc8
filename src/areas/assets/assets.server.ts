import type { AreaServer } from '../../platform/area.ts'
import { together } from '../../record/together.ts'
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
  ...together([
    registerServer,
    discoveryServer,
    licencesServer,
    resourcesServer,
    stocktakesServer,
    purchasingServer,
    handoversServer,
  ]),
}
