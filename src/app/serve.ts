import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { takeDeliveries } from '../areas/messaging/incoming-mail/server/delivery.ts'
import type { Engine } from '../platform/engine.ts'
import { makeHttp } from '../platform/http/server.ts'
import { platformCrontab, platformTasks } from '../platform/jobs/tasks.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import { root } from '../platform/root.ts'
import { platformWorks } from '../platform/work/kinds.ts'
import { workTask } from '../platform/work/work.ts'
import { areaServers } from './areas.ts'
import { firstAdministrator, setUpRoutes } from './set-up.ts'

export interface Serving {
  readonly address: string
  /** The one-time code of an empty firm; null once somebody administers it. */
  readonly setUpCode: string | null
  stop(): Promise<void>
}

const webRoot = fileURLToPath(new URL('dist/web/', root))

/** Brings up everything that lives as long as the server: HTTP, jobs, and the areas' services. */
export async function serve(
  engine: Engine,
  at: { host: string; port: number; smtpPort?: number | null },
): Promise<Serving> {
  const setUp = await firstAdministrator(engine)
  const http = await makeHttp(engine, { areas: areaServers, webRoot, more: (app) => setUpRoutes(app, engine) })
  const worker = await startWorker(
    engine,
    {
      ...platformTasks,
      work: workTask([...platformWorks, ...areaServers.flatMap((area) => area.works ?? [])]),
      ...Object.assign({}, ...areaServers.map((area) => area.tasks ?? {})),
    },
    [...platformCrontab, ...areaServers.flatMap((area) => area.crontab ?? [])],
  )
  const services: { stop(): Promise<void> }[] = []
  for (const start of areaServers.flatMap((area) => area.services ?? [])) services.push(await start(engine))
  if (typeof at.smtpPort === 'number') services.push(await takeDeliveries(engine, { host: at.host, port: at.smtpPort }))
  await http.listen({ host: at.host, port: at.port })
  return {
    address: addressOf(at.host, (http.server.address() as AddressInfo).port),
    setUpCode: setUp.code,
    async stop() {
      await http.close()
      for (const service of services.reverse()) await service.stop()
      await worker.stop()
    },
  }
}

/** Where browsers find a server that listens there. */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`
