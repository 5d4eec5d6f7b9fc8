import { afterAll, beforeEach, expect, it } from 'vitest'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { policy } from '../policy/policy.record.ts'
import { turnTheDay } from '../server/day.task.ts'
import { attestation } from './attestation.record.ts'
import { remindAttesters } from './server/attest.task.ts'

let app: TestApp
let engineer: Client
let boss: PersonActor
let writer: PersonActor

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  ;[boss, writer] = [await app.person('manager'), await app.person('engineer')]
  engineer = await app.as(writer)
  const clauses = ['1', '2'].map((key) => ({ key, heading: '支持', text: '领导支持。', controls: [] }))
  const id = await app.inTx(writer, async (tx) => {
    const made = await tx.create(policy, {
      ...{ code: 'gov', title: '总则', area: 'governance', owner: writer.id, purpose: '职责', scope: '全体' },
      ...{ clauses, effectiveOn: '2026-11-24' },
    })
    return (await tx.act(policy, made.id, 'submit')).id
  })
  await app.inTx(boss, (tx) => tx.act(policy, id, 'approve'), true)
})
afterAll(() => app?.close())

const values = { policyCode: 'gov', clause: '1', title: '管理层支持', statement: '已给予支持。', every: 30 }
const make = async (more: object = {}) =>
  engineer.post('/api/attestations', { ...values, attester: boss.id, dueOn: '2026-11-27', ...more })
const evidence = (id: string, at = app.clock.now()) =>
  app.sql(
    `insert into attachment (id, record, record_id, name, media_type, size, digest, private, at, verdict)
     values (gen_random_uuid(), 'attestation', $1, '纪要.pdf', 'application/pdf', 3, repeat('a', 64), false, $2, 'clean')`,
    [id, at],
  )
const attest = (id: string, who = boss) =>
  app.inTx(who, (tx) => tx.act(attestation, id, 'attest', { finding: '见会议纪要。' }), true)
const stateOf = async (id: string) => (await engineer.get(`/api/attestations/${id}`)).body.item
const clauseOf = async (key: string) => {
  const [one] = (await engineer.get('/api/rulebook')).body.policies
  return one.clauses.find((clause: { key: string }) => clause.key === key)
}

it('is about a clause that there is, and one speaks for each', async () => {
  const none = await make({ clause: '9' })
  expect(none.body.errors.map(({ code }: { code: string }) => code)).toEqual(['no-such-clause'])
  expect((await make()).status).toBe(201)
  expect((await make()).body.errors.map(({ code }: { code: string }) => code)).toEqual(['duplicate'])
})

it('is signed by its attester alone, with evidence of this time, for a period', async () => {
  const { id } = (await make()).body.item
  await expect(attest(id)).rejects.toMatchObject({ faults: [{ code: 'no-evidence' }] })
  await evidence(id)
  await expect(attest(id, writer)).rejects.toMatchObject({ code: 'not-allowed' })
  await attest(id)
  expect(await stateOf(id)).toMatchObject({ state: 'attested', attestedBy: boss.id, dueOn: '2026-12-24' })
  expect((await clauseOf('1')).attestation).toMatchObject({ state: 'attested' })
  expect((await clauseOf('2')).attestation).toBeNull()

  app.clock.set('2026-12-24T01:00:00.000Z')
  await turnTheDay(app.engine, {} as never)
  expect((await stateOf(id)).state).toBe('attested')
  app.clock.set('2026-12-24T16:05:00.000Z')
  await turnTheDay(app.engine, {} as never)
  expect(await stateOf(id)).toMatchObject({ state: 'stale', finding: null })
  await expect(attest(id)).rejects.toMatchObject({ faults: [{ code: 'no-evidence' }] })
  await evidence(id)
  await attest(id)
  expect(await stateOf(id)).toMatchObject({ state: 'attested', dueOn: '2027-01-24' })
})

it('reminds three days before, and again when it is over, once a morning', async () => {
  const { id } = (await make()).body.item
  const told = async () =>
    (await app.sql<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]?.n ?? 0
  const before = await told()
  await remindAttesters(app.engine)
  expect(await told()).toBe(before)
  app.clock.set('2026-11-25T00:30:00.000Z')
  await remindAttesters(app.engine)
  await remindAttesters(app.engine)
  expect(await told()).toBe(before + 1)
  expect((await stateOf(id)).remindOn).toBe('2026-11-28')
})

it('is out of scope when two people say so, and until a day', async () => {
  const { id } = (await make()).body.item
  const at = `/api/attestations/${id}`
  const ask = (outUntil: string) => engineer.post(`${at}/ask-out`, { outReason: '没有这类业务', outUntil })
  expect((await ask('2026-11-24')).body.errors.map(({ path }: { path: string }) => path)).toEqual(['outUntil'])
  expect((await ask('2026-12-01')).body.item.state).toBe('out-asked')
  await app.inTx(boss, (tx) => tx.act(attestation, id, 'agree-out'), true)
  expect((await clauseOf('1')).attestation).toMatchObject({ state: 'out-of-scope' })
  app.clock.set('2026-11-30T16:05:00.000Z')
  await turnTheDay(app.engine, {} as never)
  expect((await stateOf(id)).state).toBe('due')
})

it('is not agreed to be out of scope by whoever said so', async () => {
  const { id } = (await make()).body.item
  const manager = await app.as(boss)
  await manager.post(`/api/attestations/${id}/ask-out`, { outReason: '没有', outUntil: '2026-12-01' })
  const agreed = app.inTx(boss, (tx) => tx.act(attestation, id, 'agree-out'), true)
  await expect(agreed).rejects.toMatchObject({ code: 'same-person' })
})

it('is read by those who work on rules and its attester; others see that there is one', async () => {
  const { id } = (await make()).body.item
  const business = await app.as(await app.person('business'))
  expect((await business.get(`/api/attestations/${id}`)).status).toBe(404)
  const [one] = (await business.get('/api/rulebook')).body.policies
  expect(one.clauses[0].attestation).toMatchObject({ state: 'due', number: null })
})
