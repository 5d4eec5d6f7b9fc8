import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { probeSettings } from '../../probe.settings.ts'
import { samplesOf } from './exposition.ts'
import { observe } from './observe.ts'

const page = `# HELP orders_total Orders.
# TYPE orders_total counter
orders_total{contract="Au(T+D)",side="buy"} 12
orders_total{contract="Au(T+D)",side="sell",} 3.5e1 1764032400000
orders_total_created 5
queue_depth 7
temperature NaN
odd{text="a \\"quoted\\", b\\\\c\\nd }"} -0.5
 spaced { a = "1" , b = "2" } +Inf
broken{a=1} 2
`
const now = 1_764_032_400_000

describe('the exposition format', () => {
  it('is read by name', () => {
    expect(samplesOf(page, 'orders_total')).toEqual([
      { name: 'orders_total', labels: { contract: 'Au(T+D)', side: 'buy' }, value: 12, at: null },
      { name: 'orders_total', labels: { contract: 'Au(T+D)', side: 'sell' }, value: 35, at: now },
    ])
    expect(samplesOf(page, 'odd')).toMatchObject([{ labels: { text: 'a "quoted", b\\c\nd }' }, value: -0.5 }])
    expect(samplesOf(page, 'spaced')).toMatchObject([{ labels: { a: '1', b: '2' }, value: Number.POSITIVE_INFINITY }])
    expect(samplesOf(page, 'none')).toEqual([])
    expect(() => samplesOf(page, 'broken')).toThrow('malformed')
  })

  it('is read back whatever was written in it', () => {
    const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
    const anyLabels = fc.dictionary(fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}$/), fc.string({ unit: 'grapheme' }), {
      noNullPrototype: true,
    })
    const anySample = fc.record({ labels: anyLabels, value: fc.double({ noNaN: true }).map((n) => n + 0) })
    fc.assert(
      fc.property(fc.array(anySample), (samples) => {
        const text = samples.map(
          ({ labels, value }) =>
            `m{${Object.entries(labels).map(([name, one]) => `${name}="${escaped(one)}"`)}} ${String(value).replace('Infinity', 'Inf')}`,
        )
        expect(samplesOf(text.join('\n'), 'm').map(({ labels, value }) => ({ labels, value }))).toEqual(samples)
      }),
    )
  })
})

let server: Server | undefined
afterEach(() => {
  server?.close()
})

async function seen(metric: string, more: object = {}, answer: RequestListener = (_, response) => response.end(page)) {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`
  const settings = probeSettings.parse({ kind: 'prometheus', url, metric, ...more })
  const { outcome, value, note } = await observe(settings, { intervalMs: 10_000, now })
  return { outcome, value, note }
}

const side = (value: string) => ({ labels: [{ name: 'side', value }] })

describe('prometheus', () => {
  it.each([
    ['queue_depth', {}, 'up', 7, 'scraped'],
    ['queue_depth', { warnWhen: { op: '>', than: 5 }, downWhen: { op: '>', than: 9 } }, 'slow', 7, '> 5'],
    ['orders_total', { ...side('sell'), downWhen: { op: '>', than: 9 } }, 'down', 35, '> 9'],
    ['orders_total', side('hold'), 'unknown', null, 'series absent'],
    ['orders_total', {}, 'unknown', null, '2 series match'],
    ['orders', {}, 'unknown', null, 'series absent'],
    ['temperature', {}, 'unknown', null, 'value NaN'],
    ['broken', {}, 'unknown', null, 'malformed: broken{a=1} 2'],
  ])('%s with %j', async (metric, more, outcome, value, note) => {
    expect(await seen(metric, more)).toEqual({ outcome, value, note })
  })

  it('does not take an old sample for one of now', async () => {
    const old: RequestListener = (_, response) => response.end(`m 1 ${now - 300_001}`)
    expect(await seen('m', {}, old)).toMatchObject({ outcome: 'unknown', note: 'series stale' })
  })

  it('is down when the page is not there', async () => {
    const gone: RequestListener = (_, response) => response.writeHead(503).end(page)
    expect(await seen('queue_depth', {}, gone)).toMatchObject({ outcome: 'down', note: 'HTTP 503' })
  })
})
