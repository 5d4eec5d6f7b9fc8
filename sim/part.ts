import { mkdirSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gateOf, type Lease, leaseOf } from './faults.ts'
import { ask, type Routes, serve } from './http.ts'
import { type PartCode, partOf, portOf } from './parts.ts'
import { forgetPid, pidFile } from './pid.ts'

/** Where a floor lives: its folder, and the port of its first part. */
export interface Floor {
  home: string
  base: number
}

/** What a part brings of its own. */
export interface PartWork {
  routes: Routes
  /** Figures for the health answer. */
  figures: () => Record<string, unknown>
  /** Neighbours that answer but do not deliver. */
  lacks?: () => PartCode[]
}

export const exitRefused = 3

const watchEvery = 200

/**
 * Runs a part until it is told to stop. Refuses to start (exit code 3) while a dependency is not ready; later
 * it only turns `degraded`, and is ready again when the dependency is. The port is taken before `open` touches
 * any data: of two copies one wins.
 */
export async function runPart(
  code: PartCode,
  open: (floor: Floor, fault: () => Lease | undefined, release: string) => PartWork,
): Promise<void> {
  const { release = partOf(code).version, ...floor } = readFloor()
  const fault = () => leaseOf(floor.home, code, process.pid, Date.now())
  const { dependsOn } = partOf(code)
  const missing = await notReady(dependsOn, floor.base)
  if (missing.length > 0) {
    console.error(`${code} refuses to start: ${missing.join(', ')} not ready`)
    process.exit(exitRefused)
  }

  const health = { status: 'starting', since: new Date().toISOString(), waitingFor: [] as PartCode[] }
  let work: PartWork | undefined
  const routes: Routes = {
    'GET /health': () => ({
      status: health.status === 'ready' ? 200 : 503,
      body: { part: code, version: release, ...health, pid: process.pid, ...work?.figures() },
    }),
  }
  const server = await serve(portOf(code, floor.base), routes, gateOf(code, fault))
  mkdirSync(floor.home, { recursive: true })
  writeFileSync(pidFile(floor.home, code), `${process.pid}\n`)
  stopOnSignal(server, floor.home, code)
  work = open(floor, fault, release)
  let told: string | undefined
  Object.assign(routes, work.routes)

  for (;;) {
    const waitingFor = [...new Set([...(await notReady(dependsOn, floor.base)), ...(work.lacks?.() ?? [])])]
    const status = waitingFor.length === 0 ? 'ready' : health.status === 'starting' ? 'starting' : 'degraded'
    if (status !== health.status) {
      health.since = new Date().toISOString()
      console.log(health.since, code, status, waitingFor.map((each) => `waiting for ${each}`).join(', '))
    }
    Object.assign(health, { status, waitingFor })
    const lease = fault()
    if (lease?.id !== told) console.log(new Date().toISOString(), code, lease ? `fault ${lease.kind}` : 'fault over')
    told = lease?.id
    listenUnless(lease?.kind === 'stop', server, portOf(code, floor.base))
    await wait(watchEvery)
  }
}

/** A part that is to look dead gives its port up, and takes it again afterwards. */
function listenUnless(isGone: boolean, server: Server, port: number): void {
  if (isGone && server.listening) {
    server.close()
    server.closeAllConnections()
  } else if (!isGone && !server.listening) server.listen(port, '127.0.0.1')
}

async function notReady(codes: readonly PartCode[], base: number): Promise<PartCode[]> {
  const ready = await Promise.all(
    codes.map(async (code) => {
      const health = await ask(portOf(code, base), '/health')
      return health?.status === 200 && (health.body as { part?: string }).part === code
    }),
  )
  return codes.filter((_, index) => !ready[index])
}

/** `release` is which one this process runs, whatever is put in place meanwhile. */
function readFloor(): Floor & { release?: string } {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { home: text, base: text, release: text } })
  if (!values.home || !values.base) throw new Error('a part wants --home DIR and --base PORT')
  return {
    home: values.home,
    base: Number(values.base),
    ...(values.release === undefined ? {} : { release: values.release }),
  }
}

// The port is given back before the process is gone, so that the next one never finds it taken.
function stopOnSignal(server: Server, home: string, code: PartCode): void {
  const stop = () => {
    server.close()
    server.closeAllConnections()
    console.log(new Date().toISOString(), code, 'stopped')
    forgetPid(home, code, process.pid)
    process.exit(0)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}
