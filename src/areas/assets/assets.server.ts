import type { AreaServer } from '../../platform/area.ts'
import './server/tables.ts'

export const assetsServer: AreaServer = { code: 'assets' }
