import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attach, receive } from '../../../platform/sides/attachment.ts'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { evidence } from '../evidence/evidence.record.ts'
import { securityServer } from '../security.server.ts'

let app: TestApp
const people = {} as Record<'engineer' | 'operator' | 'checker' | 'manager' | 'auditor', PersonActor>
const as = {} as Record<keyof typeof people, Client>
let rule: { id: string }

beforeAll(async () => {
  app = await testApp()
  for (const role of ['engineer', 'operator', 'checker', 'manager', 'auditor'] as const) {
    people[role] = await app.person(role)
    as[role] = await app.as(people[role])
  }
  const given = { authority: '行业主管部门', what: '事件报告', document: '报告办法', validFrom: '2026-01-01' }
  const make = async (values: object) =>
    (await as.manager.post('/api/reporting-rules', { ...given, ...values })).body.item
  rule = await make({ gravity: 'larger', minutes: 240 })
  await make({ gravity: 'severe', minutes: 60, authority: '公安机关' })
})
afterAll(() => app?.close())

const signature = { signature: { password: testPassword } }
const minutes = (n: number) => app.clock.advance(n * 60_000)
const look = () => securityServer.tasks?.['watch-security-incidents']?.(app.engine, {} as never)
const codes = ({ body }: { body: { code: string; errors: { code: string }[] } }) => body.errors.map(({ code }) => code)

async function declared(title = '钓鱼邮件') {
  const { item: incident } = (await as.operator.post('/api/incidents', { title })).body
  const given = { title, incident: incident.id, kind: 'phishing', owner: people.engineer.id }
  const made = await as.operator.post('/api/security-incidents', given)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { incident, id: made.body.item.id as string, at: `/api/security-incidents/${made.body.item.id}` }
}
const reportsOf = async (id: string) =>
  (await as.engineer.get(`/api/security-reports?securityIncident=${id}&sort=dueAt`)).body.items
const told = async (at: string) =>
  (await as.engineer.get(`${at}/journal`)).body.items
    .map(({ verb }: { verb: string }) => verb)
    .filter((verb: string) => verb.startsWith('clock-'))
async function signed(client: Client, at: string, verb: string, values: object = {}) {
  const { version } = (await client.get(at)).body.item
  return client.post(`${at}/${verb}`, { version, ...values, ...signature })
}

describe('a security incident', () => {
  it('is read by those who need to know; all others see of the incident only that there is one', async () => {
    const { incident, at } = await declared()
    expect((await as.engineer.get(at)).body.item).toMatchObject({
      state: 'declared',
      foundAt: incident.createdAt,
      named: [people.operator.id],
    })
    expect((await as.manager.get(at)).status).toBe(200)
    for (const other of ['checker', 'auditor'] as const) {
      expect((await as[other].get(at)).status).toBe(404)
      const { body } = await as[other].get(`/api/incidents/${incident.id}/security`)
      expect(body).toEqual({ declared: true, known: null })
    }
    const known = (await as.operator.get(`/api/incidents/${incident.id}/security`)).body
    expect(known).toMatchObject({ declared: true, known: { title: '钓鱼邮件' } })
    const again = { title: '又一次', incident: incident.id, kind: 'other', owner: people.checker.id }
    expect(codes(await as.checker.post('/api/security-incidents', again))).toEqual(['declared'])
  })

  it('is graded within half an hour, or whoever owns it hears of it once', async () => {
    const { at } = await declared()
    minutes(29)
    await look()
    expect(await told(at)).toEqual([])
    minutes(1)
    await look()
    await look()
    expect(await told(at)).toEqual(['clock-grade-late'])
  })

  it('is told by the rules that its grade falls under, from when it was found; another grade, other reports', async () => {
    const { at, id } = await declared()
    await as.engineer.post(`${at}/grade`, { gravity: 'severe', gradeReason: '客户资料可能外泄。' })
    const { foundAt } = (await as.engineer.get(at)).body.item
    const both = await reportsOf(id)
    expect(both.map(({ authority }: { authority: string }) => authority)).toEqual(['公安机关', '行业主管部门'])
    expect(both[1]).toMatchObject({ rule: rule.id, dueAt: new Date(Date.parse(foundAt) + 14_400_000).toISOString() })
    expect(both[1].text).toContain('客户资料可能外泄')
    await as.engineer.post(`${at}/grade`, { gravity: 'larger', gradeReason: '只涉及一个邮箱。' })
    expect((await reportsOf(id)).map(({ state }: { state: string }) => state)).toEqual(['lapsed', 'due'])
    const report = `/api/security-reports/${both[1].id}`
    expect((await as.checker.get(report)).status).toBe(404)
    minutes(240)
    await look()
    await look()
    expect(await told(report)).toEqual(['clock-report-late'])
    const sent = { recipient: '值班室', channel: 'phone', text: '正文', sentAt: '2027-01-01T00:00:00.000Z' }
    expect(codes(await as.engineer.post(`${report}/send`, sent))).toEqual(['in-future'])
    const { sentAt: _, ...now } = sent
    expect((await as.engineer.post(`${report}/send`, now)).body.item).toMatchObject({
      state: 'sent',
      sentBy: people.engineer.id,
    })
    const { body } = await as.engineer.get(`${report}/pdf`)
    expect(String(body).slice(0, 5)).toBe('%PDF-')
  })

  it('is not closed without a cause and with a report that is due; that one is not due is signed', async () => {
    const { at, id } = await declared()
    await as.engineer.post(`${at}/grade`, { gravity: 'larger', gradeReason: '一个邮箱。' })
    await as.engineer.post(`${at}/contain`)
    expect(codes(await signed(as.engineer, at, 'close'))).toEqual(['required', 'required'])
    const why = { cause: '点击了链接', measures: '重置口令,加强培训' }
    expect(codes(await signed(as.engineer, at, 'close', why))).toEqual(['report-due'])
    const report = `/api/security-reports/${(await reportsOf(id))[0].id}`
    const need = { notDueBecause: '监管部门电话答复无需报告。' }
    expect((await as.engineer.post(`${report}/need-not`, need)).status).toBe(422)
    expect((await signed(as.engineer, report, 'need-not', need)).body.item.state).toBe('not-due')
    expect((await signed(as.engineer, at, 'close', why)).body.item.state).toBe('closed')
  })

  it('is dismissed by a manager other than who declared it, and its reports fall away', async () => {
    const { at, id } = await declared()
    await as.engineer.post(`${at}/grade`, { gravity: 'larger', gradeReason: '待查。' })
    const none = { dismissReason: '演习邮件。' }
    expect((await signed(as.engineer, at, 'dismiss', none)).status).toBe(403)
    expect((await signed(as.manager, at, 'dismiss', none)).body.item.state).toBe('dismissed')
    expect((await reportsOf(id)).map(({ state }: { state: string }) => state)).toEqual(['lapsed'])
  })
})

describe('evidence', () => {
  async function taken(security: string) {
    const given = { title: '邮件原件', securityIncident: security, source: '客户经理邮箱', place: '保险柜' }
    const who = { takenBy: people.engineer.id, takenAt: app.engine.clock.now() }
    const made = await as.engineer.post('/api/evidence', { ...given, ...who })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return { id: made.body.item.id as string, at: `/api/evidence/${made.body.item.id}` }
  }
  const add = async (id: string, text: string) => {
    const file = await receive(app.engine, Readable.from([Buffer.from(text)]), '邮件.eml')
    return app.inTx(people.engineer, (tx) => attach(app.engine, tx, evidence, id, [file]))
  }

  it('is sealed with the digest of its files, which nobody changes from then on', async () => {
    const { id: security } = await declared()
    const { id, at } = await taken(security)
    expect(codes(await signed(as.engineer, at, 'seal'))).toEqual(['no-file'])
    const [file] = await add(id, 'From: x')
    const { item } = (await signed(as.engineer, at, 'seal')).body
    expect(item).toMatchObject({ state: 'sealed', files: [{ name: '邮件.eml', digest: file?.digest, size: 7 }] })
    expect(item.digest).toMatch(/^[0-9a-f]{64}$/)
    await expect(add(id, 'From: y')).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await as.engineer.delete(`${at}/attachments/${file?.id}`)).status).toBe(403)
    await expect(app.sql('update attachment set removed_at = now() where id = $1', [file?.id])).rejects.toThrow(
      /sealed/,
    )
    expect((await as.checker.get(at)).status).toBe(404)
  })

  it('changes hands by two signatures, in order; whoever holds it may read it, and the chain is told on paper', async () => {
    const { id: security } = await declared()
    const { id, at } = await taken(security)
    await add(id, 'disk')
    const give = { evidence: id, taker: people.checker.id, purpose: '送检', place: '检测实验室' }
    expect(codes(await as.engineer.post('/api/custodies', give))).toEqual(['not-sealed'])
    await signed(as.engineer, at, 'seal')
    expect((await as.checker.post('/api/custodies', give)).status).toBe(422)
    const { item } = (await as.engineer.post('/api/custodies', give)).body
    const over = `/api/custodies/${item.id}`
    expect(codes(await as.engineer.post('/api/custodies', give))).toEqual(['on-its-way'])
    expect((await signed(as.checker, over, 'give')).status).toBe(403)
    await signed(as.engineer, over, 'give')
    expect((await signed(as.engineer, over, 'take')).status).toBe(403)
    expect((await as.checker.get(at)).status).toBe(404)
    expect((await signed(as.checker, over, 'take')).body.item.state).toBe('taken')
    expect((await as.checker.get(at)).body.item).toMatchObject({ holder: people.checker.id, place: '检测实验室' })
    expect(String((await as.checker.get(`${at}/pdf`)).body).slice(0, 5)).toBe('%PDF-')
  })

  it('ends before a witness who did not end it', async () => {
    const { id: security } = await declared()
    const { id, at } = await taken(security)
    await add(id, 'note')
    await signed(as.engineer, at, 'seal')
    await as.engineer.post(`${at}/destroy`, { ending: '碎纸机销毁' })
    expect((await signed(as.engineer, at, 'witness-destruction')).body.code).toBe('same-person')
    expect((await signed(as.operator, at, 'witness-destruction')).body.item).toMatchObject({
      state: 'destroyed',
      witness: people.operator.id,
    })
  })

  it('is read by whoever comes to need to know', async () => {
    const { id: security, at: incident } = await declared()
    const { at } = await taken(security)
    const { version, named } = (await as.engineer.get(incident)).body.item
    expect((await as.auditor.get(at)).status).toBe(404)
    await as.engineer.patch(incident, { version, named: [...named, people.auditor.id] })
    expect((await as.auditor.get(at)).status).toBe(200)
  })
})
