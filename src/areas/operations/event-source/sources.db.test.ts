import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { alarmsOf, makeComponent } from '../testing/watching.ts'

let app: TestApp
let engineer: Client

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  engineer = await app.as(await app.person('engineer'))
})

async function makeSource(values: object): Promise<{ id: string; token: string }> {
  const { body } = await engineer.post('/api/event-sources', { name: '来源', ...values })
  const { token } = (await engineer.post(`/api/event-sources/${body.item.id}/make-token`)).body
  return { id: body.item.id, token }
}

describe('Zabbix', () => {
  /** What the media type's own script posts for these macros, as Zabbix runs it. */
  async function posted(macros: Record<string, string>) {
    const text = (await app.anyone.get('/integrations/zabbix/media_touchstone.yaml')).body
    const [{ script, parameters }] = parse(text).zabbix_export.media_types
    const value = Object.fromEntries(
      parameters.map((one: { name: string; value: string }) => [one.name, macros[one.value] ?? one.value]),
    )
    const sent: { url: string; headers: Record<string, string>; body: string }[] = []
    class HttpRequest {
      readonly headers: Record<string, string> = {}
      addHeader(line: string) {
        const [name = '', ...rest] = line.split(': ')
        this.headers[name.toLowerCase()] = rest.join(': ')
      }
      post(url: string, body: string) {
        sent.push({ url, headers: this.headers, body })
        return ''
      }
      getStatus = () => 200
    }
    runInNewContext(`(function (value) { ${script} })(value)`, { value: JSON.stringify(value), HttpRequest })
    return sent[0] as (typeof sent)[number]
  }

  it('sends by its media type what becomes one alarm, and its end', async () => {
    const { token } = await makeSource({ settings: { is: 'zabbix' } })
    const host = await makeComponent(app, '数据库主机', { code: 'db01' })
    const macros = {
      '{$TOUCHSTONE.TOKEN}': token,
      '{EVENT.SOURCE}': '0',
      '{EVENT.ID}': '4711',
      '{EVENT.VALUE}': '1',
      '{EVENT.NAME}': '磁盘剩余空间不足 5%',
      '{EVENT.SEVERITY}': 'Disaster',
      '{HOST.HOST}': 'db01',
      '{EVENT.OPDATA}': '剩余 4.1 GB',
      '{EVENT.TAGSJSON}': '[{"tag":"scope","value":"capacity"}]',
    }
    const send = async (changed: Record<string, string> = {}) => {
      const { url, headers, body } = await posted({ ...macros, ...changed })
      const answer = await app.http.inject({ method: 'POST', url: new URL(url).pathname, headers, payload: body })
      expect(answer.statusCode, answer.body).toBe(200)
    }
    await send()
    await send()
    await send({ '{EVENT.VALUE}': '0' })
    await send({ '{EVENT.VALUE}': '0' })
    await send({ '{EVENT.ID}': '4900', '{EVENT.TAGSJSON}': '{EVENT.TAGSJSON}' })
    expect(await alarmsOf(app)).toMatchObject([
      { title: 'db01:磁盘剩余空间不足 5%', severity: 'critical', state: 'resolved', component: host.id, events: 1 },
      { title: 'db01:磁盘剩余空间不足 5%', state: 'firing' },
    ])
  })
})

describe('JSON of any shape', () => {
  const settings = {
    is: 'json',
    list: 'items',
    key: '{host}/{check}',
    title: '{text}',
    severity: '{level}',
    state: '{state}',
  }
  const item = (values: object = {}) => ({
    host: 'h1',
    check: 'tape',
    text: '磁带机离线',
    level: 'fatal',
    state: 'bad',
    ...values,
  })

  it('becomes alarms by the mapping, counted while they stand', async () => {
    const { token } = await makeSource({ settings })
    const send = (...items: object[]) => app.anyone.post(`/api/intake/json/${token}`, { items })
    await send(item(), item({ host: 'h2' }))
    await send(item())
    await send(item({ state: 'OK' }))
    expect(await alarmsOf(app)).toMatchObject([
      { title: '磁带机离线', severity: 'critical', state: 'resolved', events: 2 },
      { state: 'firing', events: 1 },
    ])
    await send(item())
    expect(await alarmsOf(app)).toHaveLength(3)
  })

  it('is refused whole where the mapping finds something missing', async () => {
    const { id, token } = await makeSource({ settings })
    const answer = await app.anyone.post(`/api/intake/json/${token}`, { items: [item(), { host: 'h2' }] })
    expect([answer.status, answer.body.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['items.1.check', 'items.1.text'],
    ])
    expect(await alarmsOf(app)).toEqual([])
    const preview = await engineer.post(`/api/event-sources/${id}/preview`, { content: '{"items":[{"host":"h2"}]}' })
    expect(preview.body.errors).toHaveLength(2)
  })

  it('is taken at the address of its own kind alone', async () => {
    const { token } = await makeSource({ settings })
    expect((await app.anyone.post(`/api/intake/alertmanager/${token}`, { items: [item()] })).status).toBe(401)
  })
})
