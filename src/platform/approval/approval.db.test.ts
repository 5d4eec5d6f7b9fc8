import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approvalRule } from '../../areas/administration/approval-rule/approval-rule.record.ts'
import { delegation } from '../../areas/organisation/delegation/delegation.record.ts'
import { department } from '../../areas/organisation/department/department.record.ts'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import type { ApprovalStep } from '../../record/approval.ts'
import type { Condition } from '../../record/condition.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { createAccount } from '../auth/account.ts'
import { verify } from '../write/verify.ts'
import { escalateStep } from './escalate.ts'
import { approvalLink } from './link.ts'
import { type AskedNews, type EndedNews, onAsked, onEnded } from './news.ts'

const asked: AskedNews[] = []
const ended: EndedNews[] = []
const server = {
  code: 'samples',
  follows: [onAsked(async (_tx, news) => void asked.push(news)), onEnded(async (_tx, news) => void ended.push(news))],
}

let app: TestApp
beforeEach(async () => {
  asked.length = 0
  ended.length = 0
  app = await testApp({ extra: { area: sampleArea, server } })
})
afterEach(() => app?.close())

const step = (who: ApprovalStep['who'], more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  name: ['核准', 'Approve'],
  who,
  need: 'any',
  count: null,
  sign: false,
  escalateAfter: null,
  escalateTo: [],
  ...more,
})
const person_ = ({ id }: PersonActor) => ({ is: 'person', id }) as const
const role = (code: string) => ({ is: 'role', code }) as const

/** Puts a rule for closing samples in force. */
async function rule(
  steps: ApprovalStep[],
  { verb = 'shut', when = [], priority = 100 }: { when?: Condition[]; verb?: string; priority?: number } = {},
) {
  await app.inTx(asSystem('test'), async (tx) => {
    const made = await tx.create(approvalRule, {
      name: '关闭须核准',
      rule: { record: 'sample', verb, when, steps },
      priority,
    })
    await tx.act(approvalRule, made.id, 'put-in-force')
  })
}

/** An open sample of which somebody asks the closing. */
async function ask(by: PersonActor, values: Record<string, unknown> = {}) {
  const made = await app.inTx(asSystem('test'), (tx) => tx.create(sample, { title: '样例', ...values }))
  const client = await app.as(by)
  const answer = await client.post(`/api/samples/${made.id}/shut`, { body: '做完了。' })
  return { at: `/api/samples/${made.id}`, answer, approval: answer.body.approval as { id: string; digest: string } }
}

const say = async (who: PersonActor, vote: 'agree' | 'refuse', approval: { id: string; digest: string }, more = {}) =>
  (await app.as(who)).post(`/api/approvals/${approval.id}/${vote}`, {
    digest: approval.digest,
    ...(vote === 'refuse' && { note: '理由不足。' }),
    ...more,
  })

const stateOf = async (at: string) => (await (await app.as(await app.person('manager'))).get(at)).body.item.state
const waiting = async (who: PersonActor) =>
  (await (await app.as(who)).get('/api/approvals?mine=waiting')).body as {
    items: { id: string; forPerson: string | null }[]
    count: { value: number }
  }
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

/** Gives a person's place to another for today. */
const away = (who: PersonActor, deputy: PersonActor, more: Record<string, unknown> = {}) =>
  app.inTx(asSystem('test'), (tx) =>
    tx.create(delegation, {
      person: who.id,
      deputy: deputy.id,
      validFrom: '2026-11-24',
      validTo: '2026-11-25',
      reason: '休假',
      ...more,
    }),
  )

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
