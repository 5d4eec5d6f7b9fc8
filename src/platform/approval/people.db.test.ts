import { describe, expect, it } from 'vitest'
import { department } from '../../areas/organisation/department/department.record.ts'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { testPassword } from '../../testing/app.ts'
import { createAccount } from '../auth/account.ts'
import {
  app,
  ask,
  asked,
  away,
  eachWithApp,
  person_,
  role,
  rule,
  say,
  stateOf,
  step,
  waiting,
} from './approval.testing.ts'

eachWithApp()

describe('O1, the maker approves nothing of their own:', () => {
  it('whoever asked is not asked, by whatever account', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([person_(engineer), person_(manager)])])
    const { approval } = await ask(engineer)
    expect(asked[0]?.people).toEqual([manager.id])
    expect(await say(engineer, 'agree', approval)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    await app.inTx(asSystem('test'), (tx) =>
      createAccount(tx, { person: engineer.id, login: 'second.account', password: testPassword }),
    )
    const signedIn = await app.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'second.account', password: testPassword },
    })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const second = await app.http.inject({
      method: 'POST',
      url: `/api/approvals/${approval.id}/agree`,
      headers: { cookie },
      payload: { digest: approval.digest },
    })
    expect(second.json()).toMatchObject({ status: 409, code: 'same-person' })
  })

  it('nor by standing in for an approver, nor does who stands in for them', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    await rule([step([person_(manager), person_(checker)], { need: 'all' })])
    const { approval } = await ask(engineer)
    await away(manager, engineer)
    await away(engineer, checker)
    expect(await say(engineer, 'agree', approval)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect(await say(checker, 'agree', approval)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect((await waiting(engineer)).items).toEqual([])
    expect((await waiting(checker)).items).toEqual([])
  })

  it('and the database itself holds it', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const { approval } = await ask(engineer)
    const vote = (who: string, for_: string) =>
      app.sql(
        `insert into approval_vote (approval, step, person, for_person, requested_by, vote, at, via, digest)
         values ($1, 0, $2, $3, $4, 'agree', now(), 'sql', '')`,
        [approval.id, who, for_, engineer.id],
      )
    await app.sql('insert into approval_seat values ($1, 0, $2, now(), false)', [approval.id, engineer.id])
    await expect(vote(engineer.id, engineer.id)).rejects.toThrow('approval_vote_two_people')
    await expect(vote(engineer.id, manager.id)).rejects.toThrow('approval_vote_two_people')
    await expect(vote(manager.id, engineer.id)).rejects.toThrow('approval_vote_two_people')
    await expect(vote(manager.id, manager.id)).resolves.toEqual([])
    await expect(vote(manager.id, manager.id)).rejects.toThrow('approval_vote')
  })

  it('where nobody else could decide it cannot even be asked for', async () => {
    const manager = await app.person('manager')
    await rule([step([role('manager')])])
    const { answer, at } = await ask(manager)
    expect(answer).toMatchObject({ status: 422, body: { code: 'guarded', errors: [{ code: 'no-approver' }] } })
    expect(await stateOf(at)).toBe('new')
  })
})

describe('a deputy', () => {
  it('decides under their own name for whom they stand in, once, and only between the dates', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    await rule([step([role('manager')])])
    await away(manager, checker, { validFrom: '2026-11-25' })
    const { approval, at } = await ask(engineer)
    expect(await (await app.as(checker)).get(`/api/approvals/${approval.id}`)).toMatchObject({ status: 404 })
    // Ten minutes past midnight in Shanghai; still the day before in UTC.
    app.clock.set('2026-11-24T16:10:00.000Z')
    expect((await waiting(checker)).items).toMatchObject([{ id: approval.id, forPerson: manager.id }])
    const { item } = (await (await app.as(checker)).get(`/api/approvals/${approval.id}`)).body
    expect(item.steps[0].asked).toEqual([{ person: manager.id, escalated: false, deputies: [checker.id] }])
    expect(await (await app.as(checker)).get(at)).toMatchObject({ status: 404 })
    expect((await say(checker, 'agree', approval)).body.item).toMatchObject({ state: 'approved' })
    expect(await stateOf(at)).toBe('shut')
    const [vote] = await app.sql('select person, for_person from approval_vote')
    expect(vote).toEqual({ person: checker.id, for_person: manager.id })
  })

  it('has no say after it ended, when it is revoked, or in another kind of record', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    const [checker, operator, auditor] = [
      await app.person('checker'),
      await app.person('operator'),
      await app.person('auditor'),
    ]
    await rule([step([role('manager')])])
    const { approval } = await ask(engineer, { watchers: [checker.id, operator.id, auditor.id] })
    await away(manager, checker, { validFrom: '2026-11-22', validTo: '2026-11-23' })
    await away(manager, operator, { records: ['incident'] })
    const { id } = await away(manager, auditor)
    await (await app.as(auditor)).post(`/api/delegations/${id}/revoke`, {})
    for (const one of [checker, operator, auditor])
      expect(await say(one, 'agree', approval), one.name).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  it('who is asked as well has one voice, their own; and one seat is filled once', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    await rule([step([person_(manager), person_(checker)], { need: 'all' })])
    await away(manager, checker)
    const { approval, at } = await ask(engineer)
    await say(checker, 'agree', approval)
    expect(await say(checker, 'agree', approval)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await stateOf(at)).toBe('new')
    await say(manager, 'agree', approval)
    expect(await stateOf(at)).toBe('shut')
  })

  it('is named by the person or an administrator, who does not name themself', async () => {
    const [manager, admin, operator] = [
      await app.person('manager'),
      await app.person('admin'),
      await app.person('operator'),
    ]
    const give = async (by: PersonActor, deputy: PersonActor) =>
      (await app.as(by)).post('/api/delegations', {
        person: manager.id,
        deputy: deputy.id,
        validFrom: '2026-11-24',
        validTo: '2026-11-30',
        reason: '出差',
      })
    expect((await give(manager, operator)).status).toBe(201)
    expect((await give(admin, operator)).status).toBe(201)
    expect((await give(operator, operator)).status).toBe(403)
    expect(await give(admin, admin)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect(await give(manager, manager)).toMatchObject({ status: 409, body: { code: 'same-person' } })
  })
})

describe('who is asked', () => {
  it('is found by department head, by a field of the row, and by role on the day', async () => {
    const [engineer, manager, checker] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('checker'),
    ]
    await app.inTx(asSystem('test'), async (tx) => {
      const { id } = await tx.create(department, { code: 'IT', name: '信息技术部', head: manager.id })
      await tx.update(person, engineer.id, { department: id })
    })
    await rule([step([{ is: 'requesters-head' }]), step([{ is: 'field', field: 'owner' }])])
    const { approval } = await ask(engineer, { owner: checker.id })
    await say(manager, 'agree', approval)
    expect(asked.map(({ people }) => people)).toEqual([[manager.id], [checker.id]])
    await say(checker, 'agree', approval)
  })

  it('has no say any more once the post or role is gone', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const { approval } = await ask(engineer, { watchers: [manager.id] })
    await app.inTx(asSystem('test'), (tx) => tx.update(person, manager.id, { roles: [] }))
    expect(await say(manager, 'agree', approval)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  it('sees what was shown and decides on it without reading the record; nobody else finds it', async () => {
    const [engineer, business, auditor] = [
      await app.person('engineer'),
      await app.person('business'),
      await app.person('auditor'),
    ]
    await rule([step([person_(business)])])
    const { approval, at } = await ask(engineer)
    const client = await app.as(business)
    expect((await client.get(at)).status).toBe(404)
    expect((await client.get(`/api/approvals/${approval.id}`)).body.item.shown.title).toBe('样例')
    const stranger = await app.as(auditor)
    for (const path of ['', '/agree', '/refuse', '/withdraw'])
      expect(
        (path === ''
          ? await stranger.get(`/api/approvals/${approval.id}`)
          : await stranger.post(
              `/api/approvals/${approval.id}${path}`,
              path === '/withdraw' ? {} : { digest: approval.digest },
            )
        ).status,
      ).toBe(404)
    expect((await stranger.get(`${at}/approvals`)).status).toBe(404)
    expect((await say(business, 'agree', approval)).body.item.state).toBe('approved')
  })

  it('does not decide on something else than they saw', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const { approval, at } = await ask(engineer)
    const other = { id: approval.id, digest: '0'.repeat(64) }
    expect(await say(manager, 'agree', other)).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect(await stateOf(at)).toBe('new')
  })

  it('signs where the step wants it', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')], { sign: true })])
    const { approval, at } = await ask(engineer)
    expect(await say(manager, 'agree', approval)).toMatchObject({ status: 403, body: { code: 'wrong-signature' } })
    expect(await stateOf(at)).toBe('new')
    await say(manager, 'agree', approval, { signature: { password: testPassword } })
    const signed = (await (await app.as(engineer)).get(`${at}/signatures`)).body.items
    expect(signed).toMatchObject([
      { person: manager.id, verb: 'approval-agree', shown: { verb: 'shut', row: { title: '样例' } } },
    ])
  })
})
