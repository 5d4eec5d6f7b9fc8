import { describe, expect, it } from 'vitest'
import type { PersonActor } from '../../record/actor.ts'
import type { Condition } from '../../record/condition.ts'
import { app, ask, asked, eachWithApp, person_, role, rule, say, stateOf, step, waiting } from './approval.testing.ts'
import { escalateStep } from './escalate.ts'
import { approvalLink } from './link.ts'

eachWithApp()

describe('escalation', () => {
  const late = (to: PersonActor) => ({ escalateAfter: 30, escalateTo: [person_(to)] })

  it('comes at its time and once, over the queue that survives a restart', async () => {
    const [engineer, manager, auditor] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('auditor'),
    ]
    await rule([step([role('manager')], late(auditor))])
    const { approval, at } = await ask(engineer)
    const [job] = await app.sql<{ run_at: Date; payload: never }>(
      `select j.run_at, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
       where task_identifier = 'approval-escalate'`,
    )
    expect(job?.run_at.toISOString()).toBe('2026-11-24T02:00:00.000Z')
    await escalateStep(app.engine, job?.payload as never)
    expect((await waiting(auditor)).items).toEqual([])
    app.clock.set('2026-11-24T02:00:00.000Z')
    await escalateStep(app.engine, job?.payload as never)
    await escalateStep(app.engine, job?.payload as never)
    expect(asked.filter(({ escalated }) => escalated)).toMatchObject([{ people: [auditor.id] }])
    expect((await waiting(auditor)).items).toMatchObject([{ id: approval.id }])
    expect((await waiting(manager)).items).toMatchObject([{ id: approval.id }])
    await say(auditor, 'agree', approval)
    expect(await stateOf(at)).toBe('shut')
  })

  it('asks those at once where nobody but the maker would be asked', async () => {
    const [manager, auditor] = [await app.person('manager'), await app.person('auditor')]
    await rule([step([role('manager')], late(auditor))])
    await ask(manager)
    expect(asked).toMatchObject([{ people: [auditor.id], escalated: false }])
  })

  it('finds nothing to do once it is decided', async () => {
    const [engineer, manager, auditor] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('auditor'),
    ]
    await rule([step([role('manager')], late(auditor))])
    const { approval } = await ask(engineer)
    await say(manager, 'refuse', approval)
    app.clock.advance(3_600_000)
    await escalateStep(app.engine, { approval: approval.id, step: 0 })
    expect(asked).toHaveLength(1)
  })
})

describe('a link in a mail', () => {
  it('serves whom it was made for until it ends, and only by what they then do', async () => {
    const [engineer, manager, auditor] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('auditor'),
    ]
    await rule([step([person_(manager), person_(auditor)], { need: 'all' })])
    const { approval } = await ask(engineer)
    const path = await approvalLink(app.engine.db, { approval: approval.id, person: manager.id }, app.clock.now())
    const link = new URL(path, 'http://x').searchParams.get('link')
    expect(path).toContain(`/approvals/${approval.id}?`)
    expect((await say(auditor, 'agree', approval, { link })).status).toBe(403)
    expect((await say(manager, 'agree', approval, { link: `${link}x` })).status).toBe(403)
    app.clock.advance(8 * 86_400_000)
    expect((await say(manager, 'agree', approval, { link })).status).toBe(403)
    app.clock.advance(-2 * 86_400_000)
    const { item } = (await say(manager, 'agree', approval, { link })).body
    expect(item.steps[0].votes).toMatchObject([{ person: manager.id, via: 'mail' }])
  })
})

describe('a rule', () => {
  it('is put in force by another than its author, and ended by two', async () => {
    const [manager, admin] = [await app.person('manager'), await app.person('admin')]
    const [one, other] = [await app.as(manager), await app.as(admin)]
    const written = { record: 'sample', verb: 'shut', when: [], steps: [step([role('manager')])] }
    const body = { name: '关闭须核准', rule: written }
    const { item } = (await one.post('/api/approval-rules', body)).body
    const at = `/api/approval-rules/${item.id}`
    expect(await one.post(`${at}/put-in-force`)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect(await other.patch(at, { version: 1, priority: 1 })).toMatchObject({ status: 403 })
    expect((await other.post(`${at}/put-in-force`)).body.item).toMatchObject({ state: 'in-force', inForceBy: admin.id })
    expect((await one.post(`${at}/ask-end`)).status).toBe(200)
    expect((await ask(await app.person('engineer'))).answer.status).toBe(202)
    expect(await one.post(`${at}/retire`)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect((await other.post(`${at}/retire`)).body.item.state).toBe('retired')
    expect((await ask(await app.person('engineer'))).answer.status).toBe(200)
  })

  it('names what is declared, and never itself', async () => {
    const client = await app.as(await app.person('manager'))
    const good = { record: 'sample', verb: 'shut', when: [] as Condition[] }
    const wrong = async (more: Partial<typeof good>, steps = [step([role('manager')])]) => {
      const body = { name: '规则', rule: { ...good, ...more, steps } }
      const answer = await client.post('/api/approval-rules', body)
      expect(answer.status).toBe(422)
      return answer.body.errors.map(({ path }: { path: string }) => path)
    }
    expect(await wrong({ record: 'nothing' })).toEqual(['rule.record'])
    expect(await wrong({ record: 'approval-rule', verb: 'retire' })).toEqual(['rule.record'])
    expect(await wrong({ verb: 'drop' })).toEqual(['rule.verb'])
    expect(await wrong({ when: [{ field: 'size', op: 'is', value: 'big' }] })).toEqual(['rule.when.0.value'])
    expect(await wrong({}, [step([{ is: 'field', field: 'title' }])])).toEqual(['rule.steps.0.who.0.field'])
    expect(await wrong({}, [step([role('manager')], { need: 'quorum' })])).toEqual(['rule.steps.0.count'])
    expect(await wrong({}, [step([role('manager')], { escalateAfter: 30 })])).toEqual(['rule.steps.0.escalateTo'])
    expect(await wrong({}, [])).toEqual(['rule.steps'])
  })
})
