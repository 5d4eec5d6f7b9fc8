import './server/tables.ts'
import type { AreaPart, AreaServer } from '../../platform/area.ts'
import { together } from '../../record/together.ts'
import { accessServer } from './server/access.ts'
import { protectionServer } from './server/protection.ts'
import { riskServer } from './server/risk.ts'

/** The server side of security, as the composition root takes it. */
export const securityServer: AreaServer = {
  code: 'security',
  ...together<AreaPart>([accessServer, riskServer, protectionServer]),
}
