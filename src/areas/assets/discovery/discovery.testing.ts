import type { TestApp } from '../../../testing/app.ts'
import { compareDiscovery } from './server/discovery.behaviour.ts'
import { takeReports } from './server/take.task.ts'

/** A report of a machine as an agent sends it; what is given replaces the usual. */
export const reportOf = (more: Readonly<Record<string, unknown>> = {}) => ({
  at: '2026-11-24T01:00:00.000Z',
  identity: { hostname: 'db01.firm.example', serial: 'CN0001', macs: ['3c:ec:ef:01:02:03'], addresses: ['10.1.2.3'] },
  kind: 'server',
  hardware: {
    maker: 'Dell Inc.',
    model: 'PowerEdge R750',
    cpu: 'Intel(R) Xeon(R) Gold 6330 CPU @ 2.00GHz',
    memoryMb: 257_540,
  },
  os: { name: 'Debian GNU/Linux', version: '12' },
  software: [
    { name: 'nginx', version: '1.24.0' },
    { name: 'postgresql-16', version: '16.4' },
  ],
  ...more,
})

/** Sends reports as this person and takes them, as the jobs' worker would. */
export async function report(app: TestApp, person: Parameters<TestApp['as']>[0], ...reports: object[]) {
  const answer = await (await app.as(person)).post('/api/discovery', { reports })
  if (answer.status === 200) await takeReports(app.engine, {} as never)
  return answer
}

/** Does what was queued for machines that were matched or let go. */
export async function lookAgain(app: TestApp, id: string): Promise<void> {
  await compareDiscovery(app.engine, { id } as never)
}
