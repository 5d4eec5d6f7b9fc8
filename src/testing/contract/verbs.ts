import { expect, it } from 'vitest'
import { leaves } from '../../record/lifecycle.ts'
import type { AnyRecord, AnyRow, Transition } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import type { Answer } from '../app.ts'
import { type RoleCode, roleCodes } from '../world.ts'
import type { Subject } from './subject.ts'

/** Every verb × every state × every role: what happens is what the declaration says, and what `can` said before. */
export function verbsContract(record: AnyRecord, given: () => Subject): void {
  it('does each verb in each state for each role as its declaration says, and as `can` says', async () => {
    const subject = given()
    const original = await subject.row()
    for (const state of record.states as string[]) {
      for (const role of roleCodes) {
        const put = () => subject.putBack(original, state)
        await put()
        await inState(subject, role, state, put)
      }
    }
    await subject.putBack(original, original.state)
  }, 120_000)
}

type Can = Record<string, true | { code: string }>

async function inState(subject: Subject, role: RoleCode, state: string, put: () => Promise<void>): Promise<void> {
  const { record, world, at } = subject
  const client = world.clients[role]
  const where = `${role}, ${state}`
  const before = await subject.row()
  const item = await client.get(at)
  const transitions = Object.entries(record.transitions as Record<string, Transition>)
  const say = async (verb: string, signs: boolean) =>
    client.post(`${at}/${verb}`, await subject.body(verb, before.version, signs))

  if (!subject.mayRead(role, before)) {
    expect(item.status, where).toBe(404)
    for (const [verb] of transitions) expect(await say(verb, false), where).toMatchObject({ status: 404 })
    return
  }
  const can: Can = item.body.item.can
  for (const [verb, transition] of transitions) {
    const offered = leaves(transition, state) && transition.allow.is !== 'nobody'
    expect(verb in can, `${where}: ${verb}`).toBe(offered)
  }

  const refused = transitions.filter(([verb]) => can[verb] !== true)
  await Promise.all(
    refused.map(async ([verb, transition]) => {
      const may = holds(transition.allow, world.people[role], before)
      // The password is looked at only where nothing but a guard stands against the verb.
      expectRefusal(await say(verb, may && verb in can), may, can[verb], `${where}: ${verb}`)
    }),
  )
  expect(await subject.row(), where).toEqual(before)
  for (const [verb, transition] of transitions) {
    if (can[verb] !== true) continue
    await expectDone(subject, role, verb, transition, before, await say(verb, true))
    await put()
  }
  await expectChange(subject, role, before, can['update'] === true)
  await put()
}

function expectRefusal(answer: Answer, may: boolean, can: Can[string] | undefined, what: string): void {
  if (!may) expect(answer, what).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  else if (can === undefined) expect(answer, what).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
  else {
    expect([409, 422], what).toContain(answer.status)
    const codes = [answer.body.code, ...answer.body.errors.map(({ code }: { code: string }) => code)]
    expect(codes, what).toContain((can as { code: string }).code)
  }
}

async function expectDone(
  { world, record, id, row }: Subject,
  role: RoleCode,
  verb: string,
  { to, requires, sign }: Transition,
  before: AnyRow,
  answer: Answer,
): Promise<void> {
  const what = `${role}, ${before.state}: ${verb} ${JSON.stringify(answer.body)}`
  // A guard that looks at what is filled in could not be asked before.
  if (answer.status !== 200 && requires?.length && world.app.engine.behaviourOf(record).guards[verb]) {
    expect([409, 422], what).toContain(answer.status)
    return
  }
  // What waits for others by the row's own content is not done yet.
  if (answer.status === 202 && world.app.engine.behaviourOf(record).approvals[verb]) {
    expect(await row(), what).toEqual(before)
    return
  }
  expect(answer.status, what).toBe(200)
  expect(answer.body.item, what).toMatchObject({ id, state: to })
  expect((await row()).version, what).toBeGreaterThan(before.version)
  const [entry] = await world.app.sql<{ actor: string; changes: Record<string, unknown> }>(
    'select actor, changes from journal where record_id = $1 and verb = $2 order by n desc limit 1',
    [id, verb],
  )
  expect(entry?.actor, what).toBe(world.people[role].id)
  expect(entry?.changes['state'], what).toEqual(before.state === to ? undefined : [before.state, to])
  const signatures = await world.app.sql('select 1 from signature where record_id = $1 and verb = $2 and person = $3', [
    id,
    verb,
    world.people[role].id,
  ])
  expect(signatures.length > 0, what).toBe(sign === true)
}

/** A change of one field, by whoever may; of nothing, by whoever may not. */
async function expectChange(
  { world, record, at }: Subject,
  role: RoleCode,
  before: AnyRow,
  can: boolean,
): Promise<void> {
  if (record.appendOnly) return
  const what = `${role}, ${before.state}: update`
  expect(can, what).toBe(holds(record.access.update, world.people[role], before))
  const name = Object.keys(record.fields).find((one) => {
    const { by, kind } = record.fields[one]
    return by === 'person' && (kind === 'text' || kind === 'prose')
  })
  const answer = await world.clients[role].patch(at, { version: before.version, ...(name && { [name]: role }) })
  if (!can) expect(answer, what).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  else if (world.app.engine.behaviourOf(record).guards.update) expect([200, 422], what).toContain(answer.status)
  else expect(answer.status, what).toBe(200)
}
