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
import { bringUp } from './bring-up.ts'
import { firstAdministrator, setUpRoutes } from './set-up.ts'

export interface Serving {
  readonly address: string
  /** The one-time code of an empty firm; null once somebody administers it. */
  readonly setUpCode: string | null
  stop(): Promise<void>
}

const webRoot = fileURLToPath(new URL('dist/web/', root))

/** Brings up everything that lives as long as the server: jobs, the areas' services, and at last HTTP. */
export const serve = (engine: Engine, at: { host: string; port: number; smtpPort?: number | null }): Promise<Serving> =>
  bringUp(async (ends) => {
    const setUp = await firstAdministrator(engine)
    const worker = await startWorker(
      engine,
      {
        ...platformTasks,
        work: workTask([...platformWorks, ...areaServers.flatMap((area) => area.works ?? [])]),
        ...Object.assign({}, ...areaServers.map((area) => area.tasks ?? {})),
      },
      [...platformCrontab, ...areaServers.flatMap((area) => area.crontab ?? [])],
    )
    ends(() => worker.stop())
    const keep = (service: { stop(): Promise<void> }) => ends(() => service.stop())
    for (const start of areaServers.flatMap((area) => area.services ?? [])) keep(await start(engine))
    if (typeof at.smtpPort === 'number') keep(await takeDeliveries(engine, { host: at.host, port: at.smtpPort }))
    const http = await makeHttp(engine, { areas: areaServers, webRoot, more: (app) => setUpRoutes(app, engine) })
    ends(() => http.close())
    await http.listen({ host: at.host, port: at.port })
    return { address: addressOf(at.host, (http.server.address() as AddressInfo).port), setUpCode: setUp.code }
  })

/** Where browsers find a server that listens there. */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`
