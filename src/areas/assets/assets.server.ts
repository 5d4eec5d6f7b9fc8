import type { AreaServer } from '../../platform/area.ts'
import { registerServer } from './asset/register.server.ts'
import { licencesServer } from './licence/licences.server.ts'
import './server/tables.ts'

export const assetsServer: AreaServer = {
  code: 'assets',
  ...licencesServer,
  behaviours: [...registerServer.behaviours, ...licencesServer.behaviours],
  besides: [...registerServer.besides, ...licencesServer.besides],
  commands: registerServer.commands,
}
