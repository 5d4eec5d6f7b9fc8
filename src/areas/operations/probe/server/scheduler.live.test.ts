/** The scheduler with the real clock, real checks and a real server that goes away and comes back. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { expect, it, vi } from 'vitest'
import { type TcpSettings, tcpSettings } from '../kinds/network.settings.ts'
import { observe } from './checks/observe.ts'
import { type ProbeReading, ProbeScheduler, type ScheduledProbe } from './scheduler.ts'

type TcpProbe = ScheduledProbe & { settings: TcpSettings }

async function listen(port: number): Promise<Server> {
  const server = createServer((socket) => socket.resume()).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

it('sees within an interval that a server went, and that it is back', async () => {
  let server = await listen(0)
  const { port } = server.address() as AddressInfo
  const stored: ProbeReading[] = []
  const latest = new Map<string, string>()
  const scheduler = new ProbeScheduler<TcpProbe>({
    check: ({ settings, intervalMs }) => observe(settings, { intervalMs, now: Date.now() }),
    sink: (readings) => void stored.push(...readings),
    urgent: ({ probeId, reading }) => latest.set(probeId, reading.outcome),
    fault: (error) => {
      throw error
    },
  })
  const settings = tcpSettings.parse({ kind: 'tcp', host: '127.0.0.1', port })
  for (let i = 0; i < 40; i++) scheduler.set({ id: `p${i}`, intervalMs: 1_000, settings })
  const allAre = (outcome: string) =>
    vi.waitFor(() => expect([...latest.values()]).toEqual(Array(40).fill(outcome)), { timeout: 4_000, interval: 10 })

  await allAre('up')
  server.close()
  await once(server, 'close')
  const gone = Date.now()
  await allAre('down')
  server = await listen(port)
  await allAre('up')
  await scheduler.stop()
  server.close()

  const firstDown = (i: number) => stored.find((r) => r.probeId === `p${i}` && r.reading.outcome === 'down')!.reading
  for (let i = 0; i < 40; i++) expect(Date.parse(firstDown(i).at) - gone).toBeLessThanOrEqual(1_000)
  expect(scheduler.figures()).toMatchObject({ inFlight: 0, waiting: 0, done: stored.length })
  // A reading is named by probe and planned instant: none twice.
  expect(new Set(stored.map((r) => `${r.probeId} ${r.reading.at}`)).size).toBe(stored.length)
}, 15_000)
