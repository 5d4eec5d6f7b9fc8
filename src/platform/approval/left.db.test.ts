import { describe, expect, it } from 'vitest'
import { noticeRule } from '../../areas/messaging/notice-rule/notice-rule.record.ts'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { app, ask, away, eachWithApp, person_, role, rule, say, step } from './approval.testing.ts'

eachWithApp()

const leave = (who: PersonActor) => app.inTx(asSystem('test'), (tx) => tx.act(person, who.id, 'leave'))

async function leaver(who: PersonActor, reader?: PersonActor) {
  const client = await app.as(reader ?? (await app.person('admin')))
  const { status, body } = await client.get('/api/leavers')
  expect(status).toBe(200)
  return body.items.find(({ id }: { id: string }) => id === who.id)
}

const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).sort()

describe('an approval that waits for somebody who has left', () => {
  it('is shown with who can decide instead: the others asked, and who stands in for them', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    await rule([step([person_(manager), person_(checker)])])
    const { approval } = await ask(engineer)
    await away(checker, await app.person('operator'))
    await leave(manager)
    expect(await leaver(manager)).toMatchObject({
      approvals: [{ id: approval.id, verb: 'shut', as: 'asked', isStuck: false, escalation: null }],
    })
    const [waiting] = (await leaver(manager)).approvals
    expect(names(waiting.deciders)).toEqual(['值班员', '复核员'])
    // What one may not read is not named.
    expect(waiting.about).toBeNull()
    const reader = await app.person('manager', 'business')
    expect((await leaver(manager, reader)).approvals).toMatchObject([{ about: { label: '样例' } }])
    expect((await say(checker, 'agree', approval)).status).toBe(200)
    expect((await leaver(manager)).approvals).toEqual([])
  })

  it('is told to wait in vain where too few are left, and when others will be asked', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    const both = { need: 'all', escalateAfter: 60, escalateTo: [role('business')] } as const
    await app.person('business')
    await rule([step([person_(manager), person_(checker)], { ...both, escalateTo: [...both.escalateTo] })])
    await ask(engineer)
    await leave(manager)
    const [waiting] = (await leaver(manager)).approvals
    expect(waiting).toMatchObject({ isStuck: true, escalation: { people: [{ name: '业务人员' }] } })
    expect(names(waiting.deciders)).toEqual(['复核员'])
  })

  it('names nobody who stands in for whoever asked', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    await rule([step([person_(manager), person_(checker)])])
    await ask(engineer)
    await away(engineer, checker)
    await leave(manager)
    expect((await leaver(manager)).approvals).toMatchObject([{ deciders: [] }])
  })
})

it('what a leaver asked for is shown beside their name', async () => {
  const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
  await rule([step([person_(manager)])])
  const { approval } = await ask(engineer)
  await leave(engineer)
  expect(await leaver(engineer, manager)).toMatchObject({
    approvals: [{ id: approval.id, as: 'requester', deciders: [{ name: '经理' }], isStuck: false }],
  })
})

it('a setting that still names a leaver is counted among what hangs on them', async () => {
  const [manager, checker] = [await app.person('manager'), await app.person('checker')]
  await rule([step([person_(checker), person_(manager)])])
  await app.inTx(manager, (tx) =>
    tx.create(noticeRule, {
      name: '关闭时告知',
      rule: { record: 'sample', on: ['shut'], when: [] },
      to: [person_(checker)],
    }),
  )
  await leave(checker)
  const { open } = await leaver(checker)
  expect(open).toContainEqual({ record: 'approval-rule', field: 'rule', count: 1 })
  expect(open).toContainEqual({ record: 'notice-rule', field: 'to', count: 1 })
})
