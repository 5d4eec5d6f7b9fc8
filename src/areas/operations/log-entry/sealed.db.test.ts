import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonical, digestOf } from '../../../platform/write/canonical.ts'
import { merkleRoot, seal, sealDigest } from '../../../platform/write/seal.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'

let app: TestApp
let operator: Client
let auditor: Client
beforeAll(async () => {
  app = await testApp()
  operator = await app.as(await app.person('operator'))
  auditor = await app.as(await app.person('auditor'))
})
afterAll(() => app?.close())

const bytes = (hex: string) => Buffer.from(hex, 'hex')

it('goes out with what proves it: every line, entry and seal can be worked out anew', async () => {
  app.clock.set('2026-11-24T02:00:00.000Z')
  for (const text of ['机房温度 22 度', '行情主机重启', '报单网关重连'])
    await operator.post('/api/log-entries', { text })
  await seal(app.engine)
  app.clock.advance(60_000)
  await operator.post('/api/log-entries', { text: '刚刚写下' })

  const { status, body, headers } = await auditor.get('/api/log/sealed?from=2026-11-24&to=2026-11-24')
  expect([status, headers['content-type']]).toEqual([200, 'application/json'])
  const { digest, ...content } = body
  expect(digest).toBe(digestOf(canonical(content)).toString('hex'))
  expect(body.lines.map(({ text }: { text: string }) => text)).toEqual([
    ...['机房温度 22 度', '行情主机重启', '报单网关重连', '刚刚写下'],
  ])
  for (const line of body.lines) {
    const entry = body.entries.find((one: { recordId: string }) => one.recordId === line.id)
    expect(entry.changes.text).toEqual([null, line.text])
    const { at, record, recordId, n, verb, actor, actorName, via, changes } = entry
    const said = canonical([at, record, recordId, n, verb, actor, actorName, via, changes])
    expect(digestOf(bytes(entry.prev), said).toString('hex')).toBe(entry.digest)
    const over = body.seals.find(({ id }: { id: number }) => id === entry.seal)
    if (line.text === '刚刚写下') expect(over).toBeUndefined()
    else expect(over.digests).toContain(entry.digest)
  }
  expect(body.seals).toHaveLength(1)
  for (const one of body.seals) {
    expect(merkleRoot(one.digests.map(bytes)).toString('hex')).toBe(one.root)
    expect(sealDigest(bytes(one.prev), one.at, one.count, bytes(one.root)).toString('hex')).toBe(one.digest)
  }
})

it('is for those who answer for the log, and for days in order', async () => {
  expect((await operator.get('/api/log/sealed?from=2026-11-24&to=2026-11-24')).status).toBe(403)
  expect((await auditor.get('/api/log/sealed?from=2026-11-24&to=2026-11-23')).status).toBe(422)
})
