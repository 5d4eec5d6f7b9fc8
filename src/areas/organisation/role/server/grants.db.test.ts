import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../../record/actor.ts'
import type { Grant } from '../../../../record/grant.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { incident } from '../../../service/incident/incident.record.ts'
import { department } from '../../department/department.record.ts'
import { person } from '../../person/person.record.ts'
import { team } from '../../team/team.record.ts'
import { role } from '../role.record.ts'

let app: TestApp
let admin: Client
beforeAll(async () => {
  app = await testApp()
  admin = await app.as(await app.person('admin'))
})
afterAll(() => app?.close())

/** Somebody whose only role grants these, and who belongs where `at` says. */
async function holder(code: string, grants: readonly Grant[], at: Partial<Record<'team' | 'department', string>> = {}) {
  const made = await admin.post('/api/roles', { code, name: code, grants })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const someone = await app.person(code)
  await app.inTx(asSystem('test'), (tx) => tx.update(person, someone.id, { ...at, roles: [made.body.item.id] }))
  return { client: await app.as(someone), id: someone.id, role: made.body.item }
}

const report = (by: PersonActor, values = {}) =>
  app.inTx(by, (tx) => tx.create(incident, { title: '打印机故障', ...values }))

describe('what a role grants as data', () => {
  it('opens what the declaration keeps shut, and takes it away again', async () => {
    const row = await report(await app.person('operator'))
    const { client, role: given } = await holder('compliance', [
      { record: 'incident', acts: ['read', 'assign'], scope: 'all' },
    ])
    const { body } = await client.get(`/api/incidents/${row.id}`)
    expect(body.item.can).toMatchObject({
      assign: true,
      start: { code: 'not-allowed' },
      update: { code: 'not-allowed' },
    })
    expect((await client.get('/api/incidents')).body.count.value).toBeGreaterThan(0)
    const engineer = await app.person('engineer')
    expect((await client.post(`/api/incidents/${row.id}/assign`, { assignee: engineer.id })).status).toBe(200)
    expect((await client.post(`/api/incidents/${row.id}/start`)).status).toBe(403)

    await admin.patch(`/api/roles/${given.id}`, { version: given.version, grants: [] })
    await expect.poll(async () => (await client.get(`/api/incidents/${row.id}`)).status).toBe(404)
  })

  it('reaches a team, and a department with all below it, and no further', async () => {
    const { duty, other, head, below, beside } = await app.inTx(asSystem('test'), async (tx) => {
      const top = await tx.create(department, { code: 'IT', name: '信息技术部' })
      const sub = await tx.create(department, { code: 'IT-OPS', name: '运行组', parent: top.id })
      const far = await tx.create(department, { code: 'TRD', name: '交易部' })
      return {
        duty: (await tx.create(team, { code: 'duty', name: '值班' })).id,
        other: (await tx.create(team, { code: 'other', name: '其他' })).id,
        head: top.id,
        below: sub.id,
        beside: far.id,
      }
    })
    const operator = await app.person('operator')
    const [mine, theirs] = [await report(operator, { team: duty }), await report(operator, { team: other })]
    const grants = [{ record: 'incident', acts: ['read', 'update'], scope: 'team' as const }]
    const { client } = await holder('team-lead', grants, { team: duty })
    expect((await client.patch(`/api/incidents/${mine.id}`, { version: 1, urgency: 'low' })).status).toBe(200)
    expect((await client.get(`/api/incidents/${theirs.id}`)).status).toBe(404)

    const inside = [{ record: 'person', acts: ['update'], scope: 'department' as const }]
    const { client: lead } = await holder('department-lead', inside, { department: head })
    for (const [where, status] of [
      [below, 200],
      [beside, 403],
    ] as const) {
      const one = await app.inTx(asSystem('test'), (tx) =>
        tx.create(person, { name: '张三', employeeNo: `D-${where}`, department: where }),
      )
      expect((await lead.patch(`/api/people/${one.id}`, { version: 1, name: '李四' })).status).toBe(status)
    }
  })

  it('never opens what is the system’s own, nor what needs two people', async () => {
    const grants = [
      { record: 'alarm', acts: ['create', 'clear'], scope: 'all' as const },
      { record: 'run-step', acts: ['check'], scope: 'all' as const },
    ]
    const { client } = await holder('too-much', grants)
    expect((await client.post('/api/alarms', {})).status).toBe(403)
  })

  it('is refused where it names what there is not', async () => {
    const grants = [
      { record: 'nothing', acts: ['read'], scope: 'all' },
      { record: 'incident', acts: ['explode'], scope: 'own' },
    ]
    const { status, body } = await admin.post('/api/roles', { code: 'wrong', name: 'wrong', grants })
    expect(status).toBe(422)
    expect(body.errors.map((one: { path: string }) => one.path)).toEqual(['grants.0.record', 'grants.1.acts.0'])
    const manager = await app.as(await app.person('manager'))
    expect((await manager.post('/api/roles', { code: 'mine', name: 'mine', grants: [] })).status).toBe(403)
    expect(await app.engine.db.selectFrom('role').select('id').where('code', '=', 'wrong').execute()).toEqual([])
    void role
  })
})

describe('why', () => {
  it('takes a rule apart for a person and a row', async () => {
    const business = await app.person('business')
    const row = await report(business)
    const ask = (by: Client, act: string, who: string) =>
      by.get(`/api/why?person=${who}&record=incident&act=${act}&id=${row.number}`)
    const { body } = await ask(await app.as(business), 'close', business.id)
    expect(body).toMatchObject({ may: false, person: { name: '业务人员' } })
    expect(body.asked.map((one: { holds: boolean }) => one.holds)).toEqual([true, true, false])
    const [, rule] = body.asked
    expect(rule.reason.of[0].of[0]).toMatchObject({
      text: ['是「创建人」', 'Is the person in “Created by”'],
      holds: true,
    })

    const checker = await app.person('checker')
    expect((await ask(await app.as(business), 'close', checker.id)).status).toBe(403)
    expect((await ask(admin, 'start', checker.id)).body).toMatchObject({ may: true })
    expect((await ask(admin, 'explode', checker.id)).status).toBe(422)
  })

  it('tells nothing of a row that the asker may not read', async () => {
    const row = await report(await app.person('operator'))
    const business = await app.person('business')
    const asked = await (await app.as(business)).get(
      `/api/why?person=${business.id}&record=incident&act=read&id=${row.id}`,
    )
    expect(asked.status).toBe(404)
  })
})
