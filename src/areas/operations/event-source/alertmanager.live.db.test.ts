import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Alertmanager, hasAlertmanager, startAlertmanager } from '../../../testing/alertmanager.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeSource } from '../testing/sources.ts'
import { alarmsOf } from '../testing/watching.ts'

let app: TestApp
let alertmanager: Alertmanager
let source: string

beforeAll(async () => {
  if (!hasAlertmanager) return
  app = await testApp()
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const engineer = await app.as(await app.person('engineer'))
  const { id, token } = await makeSource(engineer, { name: '监控', settings: { is: 'alertmanager' } })
  source = id
  const { port } = app.http.server.address() as AddressInfo
  alertmanager = await startAlertmanager({ url: `http://127.0.0.1:${port}/api/intake/alertmanager`, token, most: 2 })
})
afterAll(async () => {
  await alertmanager?.stop()
  await app?.close()
})

const alert = (host: string, cluster: string, endsAt?: string) => ({
  labels: { alertname: 'Down', host, cluster, severity: 'critical' },
  annotations: { summary: `${host} 无应答` },
  startsAt: '2026-11-24T01:00:00.000Z',
  ...(endsAt && { endsAt }),
})
const standing = async () => (await alarmsOf(app)).map(({ title, state }) => `${title} ${state}`).sort()
const until = (what: () => Promise<unknown>, is: unknown) => expect.poll(what, { timeout: 30_000 }).toEqual(is)
const deliveries = async () => {
  const [row] = await app.sql<{ accepted: number; refused: number }>(
    'select accepted, refused from event_source_traffic where source = $1',
    [source],
  )
  return row ?? { accepted: 0, refused: 0 }
}

describe.skipIf(!hasAlertmanager)('Alertmanager itself', () => {
  it('resends a group and raises one alarm for each alert, resolved once', async () => {
    const later = new Date(Date.now() + 600_000).toISOString()
    await alertmanager.post([alert('web1', 'a', later), alert('web2', 'a', later)])
    await until(standing, ['web1 无应答 firing', 'web2 无应答 firing'])
    const { accepted } = await deliveries()
    await until(async () => (await deliveries()).accepted > accepted + 2, true)
    await alertmanager.post([alert('web1', 'a', new Date(Date.now() - 1_000).toISOString())])
    await until(standing, ['web1 无应答 resolved', 'web2 无应答 firing'])
    const events = await app.sql(`select "to" from event order by id`)
    expect(events.map(({ to }) => to)).toEqual(['down', 'down', 'up'])
    expect((await deliveries()).refused).toBe(0)
  })

  it('says of a group how many alerts it left out', async () => {
    await alertmanager.post(['db1', 'db2', 'db3', 'db4', 'db5'].map((host) => alert(host, 'b')))
    const leftOut = async () => (await standing()).filter((one) => one.includes('max_alerts'))
    await until(leftOut, ['Alertmanager 一组告警省略了 3 条(max_alerts),内容未知 firing'])
  })
})
