import { afterAll, beforeAll, beforeEach } from 'vitest'
import { approvalRule } from '../../areas/administration/approval-rule/approval-rule.record.ts'
import { delegation } from '../../areas/organisation/delegation/delegation.record.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import type { ApprovalStep } from '../../record/approval.ts'
import type { Condition } from '../../record/condition.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { type AskedNews, type EndedNews, onAsked, onEnded } from './news.ts'

/** What was told of approvals in this test. */
export const asked: AskedNews[] = []
export const ended: EndedNews[] = []
const server = {
  code: 'samples',
  follows: [onAsked(async (_tx, news) => void asked.push(news)), onEnded(async (_tx, news) => void ended.push(news))],
}

/** The product with samples, as new for each test. */
export let app: TestApp

/** To be called once in a test file. */
export function eachWithApp(): void {
  beforeAll(async () => {
    app = await testApp({ extra: { area: sampleArea, server } })
  })
  beforeEach(async () => {
    asked.length = 0
    ended.length = 0
    await app.renew()
  })
  afterAll(() => app?.close())
}

export const step = (who: ApprovalStep['who'], more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  name: ['核准', 'Approve'],
  who,
  need: 'any',
  count: null,
  sign: false,
  escalateAfter: null,
  escalateTo: [],
  ...more,
})
export const person_ = ({ id }: PersonActor) => ({ is: 'person', id }) as const
export const role = (code: string) => ({ is: 'role', code }) as const

/** Puts a rule for closing samples in force. */
export async function rule(
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
export async function ask(by: PersonActor, values: Record<string, unknown> = {}) {
  const made = await app.inTx(asSystem('test'), (tx) => tx.create(sample, { title: '样例', ...values }))
  const client = await app.as(by)
  const answer = await client.post(`/api/samples/${made.id}/shut`, { body: '做完了。' })
  return { at: `/api/samples/${made.id}`, answer, approval: answer.body.approval as { id: string; digest: string } }
}

export const say = async (
  who: PersonActor,
  vote: 'agree' | 'refuse',
  approval: { id: string; digest: string },
  more = {},
) =>
  (await app.as(who)).post(`/api/approvals/${approval.id}/${vote}`, {
    digest: approval.digest,
    ...(vote === 'refuse' && { note: '理由不足。' }),
    ...more,
  })

export const stateOf = async (at: string) => (await (await app.as(await app.person('manager'))).get(at)).body.item.state
export const waiting = async (who: PersonActor) =>
  (await (await app.as(who)).get('/api/approvals?mine=waiting')).body as {
    items: { id: string; forPerson: string | null }[]
    count: { value: number }
  }

/** Gives a person's place to another for today. */
export const away = (who: PersonActor, deputy: PersonActor, more: Record<string, unknown> = {}) =>
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
