import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { eicar, startClamd } from '../files/clamd.testing.ts'
import { clamd } from '../files/scan.ts'
import { attachmentMegabytes } from '../settings/house.ts'
import { clearBytes, scanAttachment } from './attachment.tasks.ts'
import { bytesOf, mostFiles } from './attachment.ts'
import { download, png, type Sent, upload } from './upload.testing.ts'

let app: TestApp
let engineer: PersonActor
let business: PersonActor
let client: Client
let token: string
let others: string
/** A record that the business person reads and does not change. */
let at: string
let id: string

beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  ;[engineer, business] = [await app.person('engineer'), await app.person('business')]
  client = await app.as(engineer)
  token = await app.token(engineer)
  others = await app.token(business)
})
afterAll(() => app?.close())

const fresh = async () => {
  const made = await app.inTx(engineer, (tx) => tx.create(sample, { title: '附件', watchers: [business.id] }))
  ;[id, at] = [made.id, `/api/samples/${made.id}`]
}
const send = (...files: Sent[]) => upload(app, token, `${at}/attachments`, files)
const one = async (file: Sent) => (await send(file)).body.items[0]
const fetchOne = (attachment: string, query = '', headers = {}) =>
  download(app, token, `${at}/attachments/${attachment}${query}`, headers)

describe('a file on a record', () => {
  beforeAll(fresh)

  it('comes in with others, is listed, and is had again as it was', async () => {
    const { status, body } = await send({ name: '截图.png', bytes: png }, { name: '日志.txt', bytes: '一切正常' })
    expect(status).toBe(201)
    const [picture, log] = body.items
    expect(picture).toMatchObject({ name: '截图.png', mediaType: 'image/png', size: png.length, shown: true })
    expect(log).toMatchObject({ name: '日志.txt', mediaType: 'text/plain', shown: false, verdict: 'unchecked' })
    const listed = (await client.get(`${at}/attachments`)).body
    expect(listed.items.map((file: Sent) => file.name)).toEqual(['截图.png', '日志.txt'])
    expect(listed.refs[engineer.id]).toMatchObject({ record: 'person' })
    expect((await fetchOne(picture.id)).bytes.equals(png)).toBe(true)
    expect((await fetchOne(log.id)).bytes.toString()).toBe('一切正常')
  })

  it('is sent again only when it is not had already', async () => {
    const { id: file } = await one({ name: 'x.txt', bytes: 'once' })
    const { etag } = (await fetchOne(file)).headers
    const again = await fetchOne(file, '', { 'if-none-match': String(etag) })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })

  it('is journalled when it comes and when it goes, and its trace stays', async () => {
    const { id: file, digest } = await one({ name: '旧.txt', bytes: '旧' })
    expect((await client.delete(`${at}/attachments/${file}`)).status).toBe(204)
    const [gone, came] = (await client.get(`${at}/journal`)).body.items
    const said = { id: file, name: '旧.txt', size: 3, digest }
    expect(came).toMatchObject({ verb: 'attach', actor: engineer.id, changes: { attachment: [null, said] } })
    expect(gone).toMatchObject({ verb: 'detach', changes: { attachment: [said, null] } })
    expect((await fetchOne(file)).status).toBe(404)
    expect((await client.delete(`${at}/attachments/${file}`)).status).toBe(404)
  })

  it('is taken off by who brought it or who may change the record, and by nobody else', async () => {
    const { id: hers } = (await upload(app, others, `${at}/attachments`, [{ name: 'b.txt', bytes: 'b' }])).body.items[0]
    const { id: his } = await one({ name: 'e.txt', bytes: 'e' })
    const stranger = await app.as(business)
    expect(await stranger.delete(`${at}/attachments/${his}`)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
    const offers = (await stranger.get(`${at}/attachments`)).body.items
    expect(
      offers.filter((file: { can: { remove: boolean } }) => file.can.remove).map(({ id }: { id: string }) => id),
    ).toEqual([hers])
    expect((await client.delete(`${at}/attachments/${hers}`)).status).toBe(204)
  })
})

describe('what somebody brings under our address does no harm (R8)', () => {
  beforeAll(fresh)
  const script = '<script>document.title="owned"</script>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`

  it.each<[string, Sent, string, string]>([
    ['a drawing with a script', { name: 'x.svg', bytes: svg, type: 'image/svg+xml' }, 'x.svg', 'image/svg+xml'],
    ['a drawing behind a prolog', { name: 'x.png', bytes: `<?xml version="1.0"?>${svg}` }, 'x.png', 'image/svg+xml'],
    ['a page named as a picture', { name: 'y.png', bytes: `<html>${script}`, type: 'image/png' }, 'y.png', 'text/html'],
    ['a name that leads away', { name: '../../etc/x', bytes: 'root' }, 'x', 'text/plain'],
    ['a name of Windows that leads away', { name: '..\\\\..\\\\x.bat', bytes: 'del' }, 'x.bat', 'text/plain'],
    ['letters turned about', { name: 'photo\u202egnp.exe', bytes: 'MZ' }, 'photognp.exe', 'application/x-msdownload'],
    ['a device', { name: 'CON.txt', bytes: 'x' }, '_CON.txt', 'text/plain'],
    ['two endings', { name: 'a.pdf.exe', bytes: 'x' }, 'a.pdf.exe', 'text/plain'],
    ['no name', { name: '', bytes: 'x' }, 'file', 'text/plain'],
    ['a page that calls itself a PDF', { name: 'z.pdf', bytes: script, type: 'application/pdf' }, 'z.pdf', 'text/html'],
  ])('%s', async (_what, file, name, mediaType) => {
    const made = await one(file)
    expect(made).toMatchObject({ name, mediaType, shown: false })
    for (const query of ['', '?inline=1']) {
      const { status, headers } = await fetchOne(made.id, query)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('application/octet-stream')
      expect(headers['content-disposition']).toMatch(/^attachment; filename=/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none';/)
    }
  })

  it('shows in place only what runs nothing, in a sandbox all the same, and only when asked', async () => {
    const both = Buffer.concat([png, Buffer.from(script)])
    const made = await one({ name: 'both.html', bytes: both, type: 'text/html' })
    expect((await fetchOne(made.id)).headers['content-disposition']).toMatch(/^attachment/)
    const { headers } = await fetchOne(made.id, '?inline=1')
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="both.html"; filename*=UTF-8''both.html`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    })
  })

  it('keeps names to people: bytes lie by digest, and an id says nothing of either', async () => {
    const [made, twin] = [await one({ name: '../a', bytes: 'same' }), await one({ name: 'b', bytes: 'same' })]
    expect(made.digest).toBe(twin.digest)
    expect(made.id).not.toBe(twin.id)
    expect((await download(app, token, `${at}/attachments/${made.digest}`)).status).toBe(422)
  })

  it('refuses what is empty, too much, or no file, and keeps nothing of it', async () => {
    const before = (await client.get(`${at}/attachments`)).body.items.length
    expect(await send({ name: 'empty.txt', bytes: '' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file', code: 'empty' }] },
    })
    expect(await send()).toMatchObject({ status: 422, body: { errors: [{ path: 'file', code: 'required' }] } })
    expect(await send({ name: 'ok.txt', bytes: 'ok' }, { name: 'empty.txt', bytes: '' })).toMatchObject({ status: 422 })
    const many = Array.from({ length: 21 }, (_, n) => ({ name: `${n}.txt`, bytes: 'x' }))
    expect(await send(...many)).toMatchObject({ status: 413, body: { code: 'too-large' } })
    const large = { name: 'large.bin', bytes: Buffer.alloc(attachmentMegabytes.default * 1024 ** 2 + 1) }
    expect(await send(large)).toMatchObject({ status: 413, body: { code: 'too-large' } })
    expect((await client.post(`${at}/attachments`, {})).status).toBe(415)
    expect((await client.get(`${at}/attachments`)).body.items).toHaveLength(before)
  })

  it('takes no form of files where none are wanted', async () => {
    expect(await upload(app, token, `${at}/comments`, [{ name: 'x', bytes: 'x' }])).toMatchObject({
      status: 415,
      body: { code: 'wrong-content-type' },
    })
  })

  it('holds so many files and no more', async () => {
    await fresh()
    await app.sql(
      `insert into attachment (id, record, record_id, name, media_type, size, digest, private, at, verdict)
        select gen_random_uuid(), 'sample', $1, 'x', 'text/plain', 1, 'x', false, now(), 'clean' from generate_series(1, $2)`,
      [id, mostFiles - 1],
    )
    const last = { name: 'x', bytes: 'x' }
    expect(await send(last, last)).toMatchObject({ status: 422, body: { errors: [{ code: 'too-many' }] } })
    expect((await send(last)).status).toBe(201)
    expect((await send(last)).status).toBe(422)
  })
})

describe('a private file', () => {
  it('is not there for those who only read the record', async () => {
    await fresh()
    const made = (await upload(app, token, `${at}/attachments?private=1`, [{ name: '内部.txt', bytes: '内部' }])).body
    const [{ id: file }] = made.items
    const reader = await app.as(business)
    expect((await client.get(`${at}/attachments`)).body.items).toHaveLength(1)
    expect((await reader.get(`${at}/attachments`)).body.items).toEqual([])
    expect((await download(app, others, `${at}/attachments/${file}`)).status).toBe(404)
    expect((await reader.delete(`${at}/attachments/${file}`)).status).toBe(404)
    expect(JSON.stringify((await reader.get(`${at}/journal`)).body)).not.toMatch(/内部|attach/)
    const refused = await upload(app, others, `${at}/attachments?private=1`, [{ name: 'x', bytes: 'x' }])
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })
})

describe('bytes that nothing names', () => {
  const lying = async () => {
    const digests: string[] = []
    for await (const { digest } of bytesOf(app.engine).list()) digests.push(digest)
    return digests
  }

  it('go a day later, and not while another file names them', async () => {
    await fresh()
    const [gone, kept, twin] = (
      await send({ name: 'a', bytes: 'gone' }, { name: 'b', bytes: 'kept' }, { name: 'c', bytes: 'kept' })
    ).body.items
    await client.delete(`${at}/attachments/${gone.id}`)
    await client.delete(`${at}/attachments/${twin.id}`)
    await send({ name: 'x', bytes: 'never hung on anything' }, { name: 'y', bytes: '' })
    const now = app.clock.now()
    app.clock.set(new Date().toISOString())
    await clearBytes(app.engine)
    expect(await lying()).toContain(gone.digest)
    app.clock.set(new Date(Date.now() + 2 * 86_400_000).toISOString())
    await clearBytes(app.engine)
    app.clock.set(now)
    const left = await lying()
    expect(left).not.toContain(gone.digest)
    expect(left).toContain(kept.digest)
    expect((await fetchOne(kept.id)).bytes.toString()).toBe('kept')
    const { rows } = await app.engine.pool.query('select distinct digest from attachment where removed_at is null')
    expect(left.every((digest) => rows.some((row) => row.digest === digest))).toBe(true)
  })
})

describe('a scanner', () => {
  it('lets nobody have a file before it has looked, and puts aside what it finds', async () => {
    const server = await startClamd()
    const scanned = await testApp({
      extra: { area: sampleArea, server: { code: 'samples' } },
      scan: clamd('127.0.0.1', server.port),
    })
    const person = await scanned.person('engineer')
    const own = await scanned.as(person)
    const key = await scanned.token(person)
    const { id: row } = await scanned.inTx(person, (tx) => tx.create(sample, { title: '查毒' }))
    const files = `/api/samples/${row}/attachments`
    const [good, bad] = (
      await upload(scanned, key, files, [
        { name: 'good.txt', bytes: 'good' },
        { name: 'bad.txt', bytes: eicar },
      ])
    ).body.items
    expect([good.verdict, bad.verdict]).toEqual(['checking', 'checking'])
    expect(await own.get(`${files}/${good.id}`)).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    const { rows: jobs } = await scanned.engine.pool.query(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'scan-attachment'`,
    )
    expect(jobs.map(({ payload }) => payload.id).sort()).toEqual([good.id, bad.id].sort())

    for (const { payload } of jobs) await scanAttachment(scanned.engine, payload as never)
    expect((await download(scanned, key, `${files}/${good.id}`)).bytes.toString()).toBe('good')
    expect(await own.get(`${files}/${bad.id}`)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', detail: expect.stringContaining('Eicar-Test-Signature') },
    })
    const [entry] = (await own.get(`/api/samples/${row}/journal`)).body.items
    expect(entry).toMatchObject({ verb: 'quarantine', actor: null, actorName: 'scan' })
    expect(entry.changes.attachment[1]).toMatchObject({ name: 'bad.txt', finding: 'Eicar-Test-Signature' })

    await server.stop()
    const [late] = (await upload(scanned, key, files, [{ name: 'late.txt', bytes: 'late' }])).body.items
    await expect(scanAttachment(scanned.engine, { id: late.id } as never)).rejects.toThrow(/ECONNREFUSED/)
    expect((await own.get(`${files}/${late.id}`)).status).toBe(503)
    await scanned.close()
  })
})
