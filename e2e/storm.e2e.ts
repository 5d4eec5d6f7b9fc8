import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { looked, useFirm } from './support/journey.ts'

const firm = useFirm()
const hosts = 200
let engineer: Page
let operator: Page
let token: string

const read = async (page: Page, path: string) => (await page.request.get(`/api/${path}`)).json()
const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
/** What of the storm lies under somebody's bell. */
const told = async (page: Page): Promise<string[]> =>
  (await read(page, 'notices')).items
    .map(({ text }: { text: string | string[] }) => [text].flat().join(' '))
    .filter((text: string) => text.includes('机架'))

/** One switch is gone, and with it every host of a rack; as Alertmanager tells it, forty at a time. */
async function send(status: 'firing' | 'resolved'): Promise<void> {
  const at = new Date(Date.now() - 60_000).toISOString()
  for (let from = 0; from < hosts; from += 40) {
    const alerts = Array.from({ length: 40 }, (_, n) => ({
      status,
      labels: { alertname: 'HostDown', instance: `rack7-${from + n}`, severity: 'critical' },
      annotations: { summary: `机架 7 的主机 ${from + n} 失联` },
      startsAt: started,
      endsAt: status === 'firing' ? '0001-01-01T00:00:00Z' : at,
      generatorURL: 'http://prometheus/graph',
      fingerprint: `rack7-${from + n}`,
    }))
    const answer = await fetch(`${firm.server.url}/api/intake/alertmanager`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        ...{ version: '4', groupKey: '{}:{rack="7"}', truncatedAlerts: 0, status, receiver: 'touchstone' },
        ...{ groupLabels: {}, commonLabels: {}, commonAnnotations: {}, externalURL: 'http://alertmanager', alerts },
      }),
    })
    expect(answer.status, await answer.text()).toBe(200)
  }
}
const started = new Date(Date.now() - 120_000).toISOString()

beforeAll(async () => {
  ;[engineer, operator] = await Promise.all([firm.at('engineer'), firm.at('operator')])
  const { item } = await post(engineer, 'event-sources', {
    name: '机架监控',
    settings: { is: 'alertmanager', severity: 'severity' },
  })
  token = (await post(engineer, `event-sources/${item.id}/make-token`)).token
  await post(engineer, 'alarm-groupings', {
    ...{ name: '机架 7', priority: 1, by: 'source', source: item.id, minutes: 1, firstAtOnce: false },
  })
})

describe('a storm', () => {
  it('of two hundred alerts with one root is one card on the console', async () => {
    await operator.goto('/duty')
    await operator.locator('.ops-panel, .ops-alarms').first().waitFor()
    await send('firing')
    const cards = operator.locator('.ops-alarm', { hasText: '机架' })
    await cards.getByText(`同组另有 ${hosts - 1} 条`).waitFor()
    expect(await cards.count()).toBe(1)
    await looked(operator, 'storm-duty-zh', 'main')
  })

  it('is one message, which says how many more there are', async () => {
    await expect.poll(() => told(operator), { timeout: 120_000, interval: 2_000 }).toHaveLength(1)
    expect((await told(operator))[0]).toContain(`${hosts - 1}`)
    expect(await told(engineer), 'by the rule and by the first step of the escalation').toHaveLength(1)
  })

  it('calms down aloud: the card goes, and the log says of each that it is over', async () => {
    await send('resolved')
    await operator.locator('.ops-alarm', { hasText: '机架' }).waitFor({ state: 'detached' })
    const over = await read(operator, `log-entries?q=${encodeURIComponent('机架')}&limit=200`)
    const lines = over.items.filter(({ text }: { text: string }) => text.startsWith('告警解除'))
    expect(lines.length).toBe(hosts)
    expect(await told(operator)).toHaveLength(1)
    await operator.goto('/log')
    await operator.getByText('机架 7 的主机').first().waitFor()
    await looked(operator, 'storm-log-zh', 'main')
  })
})
