import type { AreaServer } from '../../platform/area.ts'

export const serviceServer: AreaServer = { code: 'service' }
