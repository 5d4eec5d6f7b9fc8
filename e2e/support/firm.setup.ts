import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo firm in it, and the floor's ports it knows: each journey takes a copy. */
    firm: { home: string; floorPort: number }
  }
}

/** Once per run of journeys: makes the demo firm, which takes longer than most journeys do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  await server.stop()
  project.provide('firm', { home: server.home, floorPort: server.floorPort })
  return () => rm(server.home, { recursive: true, force: true })
}
