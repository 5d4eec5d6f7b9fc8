import type { AreaServer } from '../../platform/area.ts'

/** The server side of security, as the composition root takes it. */
export const securityServer: AreaServer = {
  code: 'security',
  behaviours: [],
}
