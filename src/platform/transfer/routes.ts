import type { FastifyInstance } from 'fastify'
import type { AnyRecord } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { exportRoutes } from './export/routes.ts'
import { importRoutes } from './import/routes.ts'

/** Lists as files, both ways. */
export function transferRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  exportRoutes(app, engine, record)
  importRoutes(app, engine, record)
}
