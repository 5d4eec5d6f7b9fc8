import type { FastifyInstance } from 'fastify'
import type { AnyRecord } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { approvalRoute } from './approval.routes.ts'
import { attachmentRoutes } from './attachment.routes.ts'
import { commentRoutes } from './comment.routes.ts'
import { journalRoute } from './journal.routes.ts'
import { linkRoutes } from './link.routes.ts'
import { neighbourhoodRoute } from './neighbourhood.routes.ts'
import { sideOf } from './side.ts'
import { signatureRoute } from './signature.routes.ts'
import { watchRoutes } from './watch.routes.ts'

/**
 * What hangs on every record, under its own reader's filter: whatever one asks of a record that one may not read is not
 * found. To a record that is append only nothing is added, since its row could not say where its journal ends; others
 * may link to it.
 */
export function sideRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  const side = sideOf(app, engine, record)
  journalRoute(side)
  commentRoutes(side)
  attachmentRoutes(side)
  linkRoutes(side)
  neighbourhoodRoute(side)
  signatureRoute(side)
  watchRoutes(side)
  approvalRoute(side)
}
