import { describe, expect, it } from 'vitest'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem } from '../../record/actor.ts'
import { type Client, testPassword } from '../../testing/app.ts'
import { sample } from '../../testing/sample.ts'
import { verify } from '../write/verify.ts'
import {
  app,
  ask,
  asked,
  eachWithApp,
  ended,
  person_,
  role,
  rule,
  say,
  stateOf,
  step,
  waiting,
} from './approval.testing.ts'

eachWithApp()

const journalOf = async (client: Client, at: string) =>
  (await client.get(`${at}/journal`)).body.items.map(({ verb, actor, via }: Record<string, unknown>) => [
    verb,
    actor,
    via,
  ])

describe('a verb under approval', () => {
  it('waits, and is done under the name of whoever asked once it is agreed', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const { at, answer, approval } = await ask(engineer)
    expect(answer).toMatchObject({ status: 202, body: { item: { state: 'new', version: 1, body: null } } })
    expect(answer.body.item.can['shut']).toMatchObject({ code: 'waiting-approval' })
    expect(answer.body.approval).toMatchObject({ state: 'pending', verb: 'shut', requestedBy: engineer.id, step: 0 })
    const again = await (await app.as(engineer)).post(`${at}/shut`, { body: '做完了。' })
    expect(again).toMatchObject({ status: 409, body: { code: 'waiting-approval', approval: approval.id } })
    expect(asked).toMatchObject([{ approval: approval.id, verb: 'shut', step: 1, people: [manager.id] }])

    const shown = (await (await app.as(manager)).get(`/api/approvals/${approval.id}`)).body
    expect(shown.item).toMatchObject({
      given: { body: '做完了。' },
      shown: { title: '样例', state: 'new' },
      may: { decide: true, withdraw: false },
      steps: [{ standing: 'open', asked: [{ person: manager.id }], votes: [] }],
    })
    const done = await say(manager, 'agree', approval, { note: '同意' })
    expect(done).toMatchObject({ status: 200, body: { item: { state: 'approved' } } })
    const { item } = (await (await app.as(manager)).get(at)).body
    expect(item).toMatchObject({ state: 'shut', body: '做完了。', updatedBy: engineer.id })
    expect(await journalOf(await app.as(manager), at)).toEqual([
      ['shut', engineer.id, 'approval'],
      ['approval-agree', manager.id, 'token:test'],
      ['approval-ask', engineer.id, 'token:test'],
      ['create', null, 'system'],
    ])
    expect(await verify(app.engine.db, app.engine.registry)).toMatchObject({ broken: null })
  })

  it('is done at once where no rule applies, and the first rule that holds decides', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('auditor')])], { when: [{ field: 'size', op: 'at-least', value: 10_000 }], priority: 1 })
    await rule([step([role('manager')])], { when: [{ field: 'size', op: 'at-least', value: 1_000 }], priority: 2 })
    expect((await ask(engineer, { size: 999 })).answer).toMatchObject({
      status: 200,
      body: { item: { state: 'shut' } },
    })
    await app.person('auditor')
    await ask(engineer, { size: 1_000 })
    await ask(engineer, { size: 10_000 })
    expect(asked.map(({ people }) => people)).toEqual([[manager.id], [(await app.person('auditor')).id]])
  })

  it('never holds up what the system does by itself', async () => {
    await rule([step([role('manager')])])
    await app.person('manager')
    const row = await app.inTx(asSystem('clock'), async (tx) => {
      const { id } = await tx.create(sample, { title: '样例' })
      return tx.act(sample, id, 'shut', { body: '到期。' })
    })
    expect(row.state).toBe('shut')
  })

  it('is checked as ever before it is asked for', async () => {
    const [business, engineer] = [await app.person('business'), await app.person('engineer')]
    await rule([step([role('manager')])])
    await app.person('manager')
    const { id } = await app.inTx(business, (tx) => tx.create(sample, { title: '样例' }))
    expect(await (await app.as(business)).post(`/api/samples/${id}/shut`, { body: 'x' })).toMatchObject({ status: 403 })
    expect(await (await app.as(engineer)).post(`/api/samples/${id}/shut`, {})).toMatchObject({ status: 422 })
    expect(asked).toEqual([])
  })

  it('that is signed is signed by whoever asks, and not once more', async () => {
    const [operator, manager] = [await app.person('operator'), await app.person('manager')]
    await rule([step([role('manager')])], { verb: 'sign' })
    const { id } = await app.inTx(asSystem('test'), async (tx) => {
      const made = await tx.create(sample, { title: '样例', watchers: [operator.id] })
      return tx.act(sample, made.id, 'open')
    })
    const client = await app.as(operator)
    const bare = await client.post(`/api/samples/${id}/sign`, { version: 2, signature: { password: 'wrong' } })
    expect(bare).toMatchObject({ status: 403, body: { code: 'wrong-signature' } })
    const given = await client.post(`/api/samples/${id}/sign`, { version: 2, signature: { password: testPassword } })
    expect(given.status).toBe(202)
    expect((await say(manager, 'agree', given.body.approval)).body.item.state).toBe('approved')
    const signed = await app.sql('select person, verb from signature where record_id = $1', [id])
    expect(signed).toEqual([{ person: operator.id, verb: 'sign' }])
  })
})

describe('an agreement that is signed', () => {
  it('is prepared for by whoever is asked alone, and for what they saw', async () => {
    const [engineer, manager, operator] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('operator'),
    ]
    await rule([step([role('manager')], { sign: true })])
    const { approval } = await ask(engineer)
    const ready = async (who: typeof engineer, digest = approval.digest) =>
      (await app.as(who)).post(`/api/approvals/${approval.id}/signing`, { digest })
    expect((await ready(manager)).body).toEqual({ digest: approval.digest, passkey: null })
    expect((await ready(manager, '0'.repeat(64))).body.code).toBe('stale')
    expect((await ready(engineer)).body.code).toBe('same-person')
    expect((await ready(operator)).status).toBe(404)
  })
})

describe('R9, an approval by several:', () => {
  async function three() {
    const people = [await app.person('manager'), await app.person('checker'), await app.person('auditor')] as const
    const engineer = await app.person('engineer')
    await rule([step(people.map(person_), { need: 'all' })])
    return { people, engineer, ...(await ask(engineer)) }
  }

  it('three must all agree and one refuses after one agreed: refused, with the reason', async () => {
    const { people, at, approval, engineer } = await three()
    expect((await say(people[0], 'agree', approval)).body.item.state).toBe('pending')
    const silent = await say(people[1], 'refuse', approval, { note: null })
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ path: 'note', code: 'required' }] } })
    expect((await say(people[1], 'refuse', approval)).body.item).toMatchObject({
      state: 'refused',
      reason: '理由不足。',
    })
    expect(await say(people[2], 'agree', approval)).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
    expect(await stateOf(at)).toBe('new')
    expect(ended).toMatchObject([{ approval: approval.id, as: 'refused' }])
    expect((await (await app.as(engineer)).post(`${at}/shut`, { body: '补充后再提。' })).status).toBe(202)
  })

  it('all three agree: done, and nobody speaks twice', async () => {
    const { people, at, approval } = await three()
    await say(people[0], 'agree', approval)
    expect(await say(people[0], 'agree', approval)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    await say(people[1], 'agree', approval)
    expect(await stateOf(at)).toBe('new')
    await say(people[2], 'agree', approval)
    expect(await stateOf(at)).toBe('shut')
  })

  it('the content is changed after the first approval: void, and whoever asked is told', async () => {
    const { people, at, approval, engineer } = await three()
    await say(people[0], 'agree', approval)
    const client = await app.as(engineer)
    await client.patch(at, { version: 1, size: 7 })
    expect(ended).toMatchObject([{ approval: approval.id, as: 'void' }])
    expect(await say(people[1], 'agree', approval)).toMatchObject({ status: 409, body: { state: 'void' } })
    const { items } = (await client.get(`${at}/approvals`)).body
    expect(items).toMatchObject([{ state: 'void', endedBy: engineer.id, reason: expect.stringContaining('更改') }])
    expect((await client.get(at)).body.item.can['shut']).toBe(true)
  })

  it('a comment or another look at it changes no content', async () => {
    const { people, at, approval } = await three()
    await (await app.as(people[0])).post(`${at}/comments`, { text: '看过了。' })
    expect((await say(people[0], 'agree', approval)).status).toBe(200)
  })

  it('another verb makes it void as well', async () => {
    const { at, approval, engineer } = await three()
    await (await app.as(engineer)).post(`${at}/open`, {})
    expect((await (await app.as(engineer)).get(`/api/approvals/${approval.id}`)).body.item.state).toBe('void')
  })

  it('a later step cannot act before the first', async () => {
    const [engineer, manager, auditor] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('auditor'),
    ]
    const checker = await app.person('checker')
    const watchers = [checker.id, auditor.id]
    await rule([manager, checker, auditor].map((one) => step([person_(one)])))
    const { at, approval } = await ask(engineer, { watchers })
    expect(await say(auditor, 'agree', approval)).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
    expect((await waiting(auditor)).items).toEqual([])
    await say(manager, 'agree', approval)
    expect(await say(auditor, 'agree', approval)).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
    await say(checker, 'agree', approval)
    expect(await stateOf(at)).toBe('new')
    await say(auditor, 'agree', approval)
    expect(await stateOf(at)).toBe('shut')
    expect(asked.map(({ step, people }) => [step, people])).toEqual([
      [1, [manager.id]],
      [2, [checker.id]],
      [3, [auditor.id]],
    ])
  })

  it('two of three: whoever was asked is not asked again in the other direction', async () => {
    const { people, engineer } = await three()
    await app.sql(
      `update approval_rule set rule = jsonb_set(rule, '{steps,0}', rule->'steps'->0 || '{"need": "quorum", "count": 2}')`,
    )
    const { at, approval } = await ask(engineer)
    await say(people[0], 'refuse', approval)
    await say(people[1], 'agree', approval)
    expect(await stateOf(at)).toBe('new')
    await say(people[2], 'agree', approval)
    expect(await stateOf(at)).toBe('shut')
  })
})

describe('an approval ends', () => {
  it('when whoever asked withdraws it, and nobody else does', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const { approval, at } = await ask(engineer)
    const path = `/api/approvals/${approval.id}/withdraw`
    expect((await (await app.as(manager)).post(path, {})).status).toBe(403)
    expect((await (await app.as(engineer)).post(path, {})).body.item.state).toBe('withdrawn')
    expect((await (await app.as(engineer)).post(path, {})).status).toBe(409)
    expect(await say(manager, 'agree', approval)).toMatchObject({ status: 409, body: { state: 'withdrawn' } })
    expect((await (await app.as(engineer)).post(`${at}/shut`, { body: '再来。' })).status).toBe(202)
  })

  it('as failed, visibly and with the row as it was, when the verb can no longer be done', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const { approval, at } = await ask(engineer)
    await app.inTx(asSystem('test'), (tx) => tx.update(person, engineer.id, { roles: [] }))
    const answer = await say(manager, 'agree', approval)
    expect(answer).toMatchObject({
      status: 200,
      body: { item: { state: 'failed', reason: expect.stringMatching(/.{4,}/) } },
    })
    expect(await stateOf(at)).toBe('new')
    expect(ended).toMatchObject([{ as: 'failed' }])
    expect(await verify(app.engine.db, app.engine.registry)).toMatchObject({ broken: null })
  })

  it('once, when two speak at the same moment', async () => {
    const [engineer, manager, auditor] = [
      await app.person('engineer'),
      await app.person('manager'),
      await app.person('auditor'),
    ]
    await rule([step([person_(manager), person_(auditor)])])
    const { approval, at } = await ask(engineer)
    const answers = await Promise.all([say(manager, 'agree', approval), say(auditor, 'agree', approval)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const done = await app.sql(`select 1 from journal where record_id = $1 and verb = 'shut'`, [at.split('/').at(-1)])
    expect(done).toHaveLength(1)
  })

  it('void or done, never both, when it is changed while somebody agrees', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    for (let round = 0; round < 5; round++) {
      const { approval, at } = await ask(engineer)
      const client = await app.as(engineer)
      await Promise.all([say(manager, 'agree', approval), client.patch(at, { version: 1, size: round })])
      const { item } = (await client.get(at)).body
      const { state } = (await client.get(`/api/approvals/${approval.id}`)).body.item
      expect([state, item.state, item.size]).toEqual(
        state === 'void' ? ['void', 'new', round] : ['approved', 'shut', null],
      )
    }
  })
})

describe('the lists of one’s own', () => {
  it('hold what waits, what one asked for and what one has said, page by page', async () => {
    const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
    await rule([step([role('manager')])])
    const made = [await ask(engineer), await ask(engineer), await ask(engineer)]
    const ids = made.map(({ approval }) => approval.id).reverse()
    const client = await app.as(manager)
    const first = (await client.get('/api/approvals?mine=waiting&limit=2')).body
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    expect(first.count).toEqual({ value: 3, atLeast: false })
    expect(first.items[0]).toMatchObject({ label: '样例', record: 'sample', verb: 'shut', forPerson: null })
    expect(first.refs[engineer.id]).toMatchObject({ record: 'person' })
    const second = (await client.get(`/api/approvals?mine=waiting&limit=2&after=${first.next}`)).body
    expect([second.items.map(({ id }: { id: string }) => id), second.next]).toEqual([ids.slice(2), null])
    expect((await client.get(`/api/approvals?mine=done&after=${first.next}`)).body.code).toBe('bad-cursor')

    const [one] = made
    if (one) await say(manager, 'agree', one.approval)
    expect((await waiting(manager)).count.value).toBe(2)
    expect((await client.get('/api/approvals?mine=done')).body.items).toMatchObject([
      { id: one?.approval.id, state: 'approved' },
    ])
    expect((await (await app.as(engineer)).get('/api/approvals?mine=requested')).body.count.value).toBe(3)
    expect((await (await app.as(engineer)).get('/api/approvals?mine=waiting')).body.count.value).toBe(0)
  })
})
