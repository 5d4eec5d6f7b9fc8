import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { buildServer, buildWeb } from '../../scripts/build.mjs'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo firm in it, and the floor's ports it knows: each journey takes a copy. */
    firm: { home: string; floorPort: number }
  }
}

/** Once per run of journeys: builds the product, and makes the demo firm, which takes longer than most journeys do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!(await buildServer())) throw new Error('The server could not be built.')
  const [server, built] = await Promise.all([startServer(), buildWeb()])
  await server.stop()
  if (!built) throw new Error('The web app could not be built.')
  project.provide('firm', { home: server.home, floorPort: server.floorPort })
  return () => rm(server.home, { recursive: true, force: true })
}
