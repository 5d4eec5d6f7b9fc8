import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOfPdf } from '../../../platform/transfer/pdf.testing.ts'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { turnTheDay } from '../server/day.task.ts'
import { numberedDocx } from './docx.testing.ts'
import { policy } from './policy.record.ts'

let app: TestApp
let engineer: Client
let manager: Client
let boss: PersonActor
let owner: string

beforeAll(async () => {
  app = await testApp()
  boss = await app.person('manager')
  const writer = await app.person('engineer')
  owner = writer.id
  engineer = await app.as(writer)
  manager = await app.as(boss)
})
afterAll(() => app?.close())

const clause = { key: '1', heading: '盘点', text: '资产每年盘点一次。', controls: ['A-10'] }
const values = (code: string, more: object = {}) => ({
  ...{ code, title: '资产管理办法', area: 'assets', owner, purpose: '管好资产', scope: '全体人员' },
  ...{ clauses: [clause], effectiveOn: '2026-11-24', ...more },
})
const draft = async (code: string, more: object = {}) =>
  (await engineer.post('/api/policies', values(code, more))).body.item
const approve = (id: string) => app.inTx(boss, (tx) => tx.act(policy, id, 'approve'), true)

describe('a policy through its life', () => {
  it('is approved by somebody else, takes effect on its day, and is superseded by the next edition', async () => {
    const one = await draft('asset')
    const at = `/api/policies/${one.id}`
    expect((await engineer.post(`${at}/submit`)).body.item.state).toBe('in-review')
    await approve(one.id)
    const out = (await engineer.get(at)).body.item
    expect(out).toMatchObject({ state: 'effective', edition: 1, approvedBy: boss.id, reviewOn: '2027-11-24' })
    expect(out.digest).toMatch(/^[0-9a-f]{64}$/)

    const { body } = await engineer.post(`${at}/new-edition`)
    const next = `/api/policies/${body.id}`
    await engineer.patch(next, {
      version: 1,
      effectiveOn: '2026-12-01',
      clauses: [
        { ...clause, text: '资产每半年盘点一次。' },
        { ...clause, key: '2', heading: '登记' },
      ],
    })
    await engineer.post(`${next}/submit`)
    await approve(body.id)
    expect((await engineer.get(next)).body.item.state).toBe('approved')
    const compared = (await manager.get(`${next}/comparison`)).body
    expect(compared.before).toBe(one.number)
    expect(compared.clauses.map(({ key, is }: { key: string; is: string }) => [key, is])).toEqual([
      ['1', 'changed'],
      ['2', 'added'],
    ])
    app.clock.set('2026-11-30T16:05:00.000Z')
    await turnTheDay(app.engine, {} as never)
    expect((await engineer.get(next)).body.item.state).toBe('effective')
    expect((await engineer.get(at)).body.item.state).toBe('superseded')
  })

  it('is not approved by its author, though they are a manager', async () => {
    const { body } = await manager.post('/api/policies', values('own'))
    await manager.post(`/api/policies/${body.item.id}/submit`)
    await expect(approve(body.item.id)).rejects.toMatchObject({ code: 'same-person' })
  })

  it('never says something else once approved: not even the owner of the rows gets through', async () => {
    const one = await draft('fixed')
    await engineer.post(`/api/policies/${one.id}/submit`)
    await approve(one.id)
    expect((await engineer.patch(`/api/policies/${one.id}`, { version: 4, title: '别的' })).status).toBe(403)
    await expect(app.sql("update policy set clauses = '[]' where id = $1", [one.id])).rejects.toThrow('not changed')
  })

  it('says every fault of its clauses at once', async () => {
    const made = await engineer.post(
      '/api/policies',
      values('bad', { clauses: [clause, { ...clause, controls: ['X-1'] }] }),
    )
    expect(made.status).toBe(422)
    expect(made.body.errors.map(({ path }: { path: string }) => path)).toEqual(['clauses.1.key', 'clauses.1.controls'])
  })

  it('is not submitted without clauses and a date, both said at once', async () => {
    const one = await draft('empty', { clauses: [], effectiveOn: null })
    const { status, body } = await engineer.post(`/api/policies/${one.id}/submit`)
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['clauses', 'effectiveOn'])
  })

  it('has one edition in preparation at a time', async () => {
    await draft('twice')
    expect((await engineer.post('/api/policies', values('twice'))).status).toBe(409)
  })

  it('is read by everybody once it is in effect, and as a draft by those who work on rules', async () => {
    const business = await app.as(await app.person('business'))
    const one = await draft('hidden')
    expect((await business.get(`/api/policies/${one.id}`)).status).toBe(404)
    await engineer.post(`/api/policies/${one.id}/submit`)
    await approve(one.id)
    expect((await business.get(`/api/policies/${one.id}`)).status).toBe(200)
    const { policies } = (await business.get('/api/rulebook')).body
    expect(policies.map(({ number }: { number: string }) => number)).toContain(one.number)
  })
})

describe('a policy on paper', () => {
  it('is filed clause by clause, in either language, with the digest that was approved', async () => {
    const one = await draft('paper', {
      clauses: [{ ...clause, headingEn: 'Stocktake', textEn: 'Assets are counted every year.' }],
    })
    await engineer.post(`/api/policies/${one.id}/submit`)
    await approve(one.id)
    const { digest } = (await engineer.get(`/api/policies/${one.id}`)).body.item
    const pdf = async (lang: string) => {
      const token = await app.token(boss)
      const { rawPayload } = await app.http.inject({
        url: `/api/policies/${one.id}/pdf?lang=${lang}`,
        headers: { authorization: `Bearer ${token}` },
      })
      return textOfPdf(rawPayload)
    }
    const zh = await pdf('zh')
    expect(zh).toContain('资产每年盘点一次。')
    expect(zh.replaceAll('\n', '')).toContain(digest)
    expect(await pdf('en')).toContain('Assets are counted every year.')
  })
})

describe('a document of the firm', () => {
  const read = (bytes: Buffer) =>
    engineer.post('/api/policy-documents', { name: '办法.docx', content: bytes.toString('base64') })
  const keys = ({ body }: { body: { clauses: { key: string }[] } }) => body.clauses.map(({ key }) => key)

  it('is read as clauses, as DOCX and as text in either encoding, and nothing is kept', async () => {
    const before = await app.sql('select count(*) from policy')
    expect(keys(await read(numberedDocx()))).toEqual(['1', '2', '3'])
    expect(keys(await read(Buffer.from('办法\r\n1.1 登记\r\n1.2 盘点')))).toEqual(['1.1', '1.2'])
    expect(keys(await read(Buffer.from('\xb5\xda\xd2\xbb\xcc\xf5 \xb5\xc7\xbc\xc7\xa1\xa3', 'latin1')))).toEqual(['1'])
    expect(await app.sql('select count(*) from policy')).toEqual(before)
  })

  it('is refused where it cannot be read, with what to do', async () => {
    const old = await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    expect(old.body.errors.map(({ code }: { code: string }) => code)).toEqual(['old-format'])
    expect((await read(Buffer.from('%PDF-1.7'))).status).toBe(422)
    expect((await read(Buffer.from('PK\x03\x04broken'))).status).toBe(422)
  })
})
