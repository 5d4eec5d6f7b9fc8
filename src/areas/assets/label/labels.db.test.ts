import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { download } from '../../../platform/sides/upload.testing.ts'
import { textOfPdf } from '../../../platform/transfer/pdf.testing.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'

let app: TestApp
let world: World
let token: string
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  token = await app.token(world.people.engineer)
})
afterAll(() => app?.close())

async function register(name: string, tag: string): Promise<string> {
  const input = { ...(await world.input(asset)), name, tag }
  return (await world.clients.engineer.post('/api/assets', input)).body.item.id
}

const labels = (query: string, by = token) => download(app, by, `/api/assets/labels?${query}`)

/** The pages' sizes, and the rectangles on the first, in millimetres. */
function measures(bytes: Buffer) {
  const text = bytes.toString('latin1')
  const mm = (points: string) => (Number(points) * 25.4) / 72
  const pages = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w = '', h = '']) => [mm(w), mm(h)])
  const at = bytes.indexOf('stream\n')
  const stream = inflateSync(bytes.subarray(at + 7, bytes.indexOf('\nendstream', at))).toString('latin1')
  const boxes = [...stream.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map(([, ...four]) => four.map(mm))
  return { pages, boxes }
}

it('prints the chosen assets from the place that is free on, in millimetres and in Chinese', async () => {
  const ids = [await register('交易数据库服务器', 'LBL-1'), await register('结算服务器', 'LBL-2')]
  const { status, headers, bytes } = await labels(`stock=a4-24&start=24&ids=${ids.join(',')}`)
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(String(headers['content-disposition'])).toContain('attachment')
  const { pages, boxes } = measures(bytes)
  expect(pages.map((size) => size.map(Math.round))).toEqual([
    [210, 297],
    [210, 297],
  ])
  // The last of 24 places: its left upper corner is 139.25 mm and 250.2 mm from that of the sheet.
  for (const [x = 0, y = 0, width = 0, height = 0] of boxes) {
    expect(x).toBeGreaterThanOrEqual(139.25)
    expect(x + width).toBeLessThanOrEqual(139.25 + 63.5)
    expect(y).toBeGreaterThanOrEqual(250.2)
    expect(y + height).toBeLessThanOrEqual(250.2 + 33.9 + 0.01)
  }
  expect(boxes.length).toBeGreaterThan(100)
  const text = textOfPdf(bytes)
  for (const word of ['交易数据库服务器', 'LBL-1', '结算服务器', 'LBL-2']) expect(text).toContain(word)
})

it('cuts a tape after each, and takes what a list means', async () => {
  await register('打印机甲', 'TAP-1')
  await register('打印机乙', 'TAP-2')
  const { bytes } = await labels(`stock=tape-12&code=code128&q=${encodeURIComponent('打印机')}&sort=tag`)
  expect(measures(bytes).pages.map((size) => size.map(Math.round))).toEqual([
    [60, 12],
    [60, 12],
  ])
})

it('refuses what cannot be printed, and prints nothing that one may not read', async () => {
  const id = await register('机密设备', 'HID-1')
  const refused = async (query: string, by = token) => {
    const { status, bytes } = await labels(query, by)
    return [
      status,
      JSON.parse(bytes.toString()).errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`),
    ]
  }
  expect(await refused(`stock=a4-21&start=22&ids=${id}`)).toEqual([422, ['start too-big']])
  expect(await refused('stock=a5&code=x&start=0')).toEqual([
    422,
    ['stock not-a-choice', 'code not-a-choice', 'start too-small'],
  ])
  expect(await refused('color=red')).toEqual([422, ['color unknown-field']])
  const business = await app.token(world.people.business)
  expect(await refused(`ids=${id}`, business)).toEqual([422, [' nothing']])
})
