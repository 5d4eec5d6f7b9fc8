import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { entriesOf } from './server/entries.ts'
import { readFeeds } from './server/read.task.ts'

const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>V</title><link>https://v.example</link>${items.join('')}</channel></rss>`
const item = (guid: string, title: string, more = '') =>
  `<item><guid>${guid}</guid><title>${title}</title><pubDate>Mon, 23 Nov 2026 09:00:00 +0800</pubDate>${more}</item>`

describe('a feed', () => {
  it('is read as RSS, its HTML as plain text', () => {
    const html =
      '<description><![CDATA[<p>6.3.7 &amp; before</p><p>Upgrade.</p>]]></description><link>https://v.example/1</link>'
    expect(entriesOf(rss(item('1', '闪断', html)))).toEqual([
      {
        ...{ key: '1', title: '闪断', text: '6.3.7 & before\nUpgrade.', url: 'https://v.example/1' },
        publishedAt: '2026-11-23T01:00:00.000Z',
      },
    ])
  })

  it('is read as Atom', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>V</title><entry><id>urn:1</id><title>Fix</title>
      <link rel="self" href="https://v.example/x"/><link href="https://v.example/1"/><updated>2026-11-23T01:00:00Z</updated>
      <author><name>N</name></author><summary>Text</summary></entry></feed>`
    expect(entriesOf(atom)).toMatchObject([{ key: 'urn:1', title: 'Fix', url: 'https://v.example/1', text: 'Text' }])
  })

  it.each([
    ['<html><body/></html>', /Neither/],
    ['<rss><channel>', /Not XML/],
    ['<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss/>', /document type/],
  ])('is none: %s', (text, why) => expect(() => entriesOf(text)).toThrow(why))
})

describe('feeds that are read', () => {
  let app: TestApp
  let engineer: Client
  let vendor: Server
  let answer: { status: number; body: string }
  beforeAll(async () => {
    app = await testApp()
    engineer = await app.as(await app.person('engineer'))
    vendor = createServer((_request, response) => response.writeHead(answer.status).end(answer.body)).listen(
      0,
      '127.0.0.1',
    )
    await once(vendor, 'listening')
  })
  afterAll(async () => {
    vendor?.close()
    await app?.close()
  })

  it('make each entry a bulletin once, and say why they could not be read', async () => {
    expect(faultsIn((await engineer.post('/api/bulletin-feeds', { name: 'V', url: 'ftp://v' })).body)).toEqual([
      'url not-an-address',
    ])
    const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/rss`
    const { id } = (await engineer.post('/api/bulletin-feeds', { name: 'V', url, product: '交易平台' })).body.item
    const titles = async () =>
      (await engineer.get('/api/vendor-bulletins?sort=number')).body.items.map(({ title }: { title: string }) => title)
    const fault = async () => (await engineer.get(`/api/bulletin-feeds/${id}`)).body.item.fault
    answer = { status: 200, body: rss(item('2', '第二'), item('1', '第一')) }
    await Promise.all([readFeeds(app.engine, {} as never), readFeeds(app.engine, {} as never)])
    expect([await titles(), await fault()]).toEqual([['第一', '第二'], null])
    answer = { status: 200, body: rss(item('3', '第三'), item('2', '第二')) }
    await readFeeds(app.engine, {} as never)
    expect(await titles()).toEqual(['第一', '第二', '第三'])
    answer = { status: 503, body: '' }
    await readFeeds(app.engine, {} as never)
    expect(await fault()).toBe('HTTP 503')
  })
})
