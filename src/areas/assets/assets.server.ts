import type { AreaServer } from '../../platform/area.ts'
import { licencesServer } from './licence/licences.server.ts'
import './server/tables.ts'

export const assetsServer: AreaServer = { code: 'assets', ...licencesServer }
