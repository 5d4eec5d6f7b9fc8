import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../../platform/db/pool.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { person } from '../../organisation/person/person.record.ts'
import { post } from '../../organisation/post/post.record.ts'
import { onDutyFor, standingAt } from '../server/on-duty.ts'
import { muster } from '../shift/server/muster.ts'
import { shift } from '../shift/shift.record.ts'

let app: TestApp
type Name = 'li' | 'chen' | 'wang' | 'zhao'
const people = {} as Record<Name, PersonActor>
const as = {} as Record<Name, Client>
const posts = {} as Record<'maker' | 'checker', string>
const ids: Record<string, string> = {}
const signature = { password: testPassword }
/** Wall time in Shanghai of a day in November 2026. */
const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString()
const nowIs = async (day: number, time: string) => {
  app.clock.set(at(day, time))
  await muster(app.engine)
}

beforeAll(async () => {
  app = await testApp({ now: at(24, '10:00') })
  const roles = { li: 'operator', chen: 'engineer', wang: 'checker', zhao: 'manager' } as const
  await app.inTx(asSystem('test'), async (tx) => {
    for (const part of ['maker', 'checker'] as const)
      posts[part] = (await tx.create(post, { code: part, name: part, duties: '值班', duty: part })).id
  })
  for (const [name, role] of Object.entries(roles) as [Name, string][]) {
    people[name] = await app.person(role)
    const held = name === 'li' || name === 'chen' ? posts.maker : posts.checker
    await app.inTx(asSystem('test'), (tx) => tx.update(person, people[name].id, { posts: [held], name }))
    as[name] = await app.as(people[name])
  }
  const make = async (path: string, body: object) => {
    const made = await as.zhao.post(path, body)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.body.item.id as string
  }
  for (const part of ['maker', 'checker'] as const)
    ids[part] = await make('/api/duty-positions', {
      ...{ code: part, name: part === 'maker' ? '经办' : '复核', part, posts: [posts[part]] },
      ...{ minutesBefore: 30, minutesAfter: 15 },
    })
  const positions = [ids['maker'], ids['checker']]
  ids['day'] = await make('/api/shift-patterns', {
    ...{ code: 'day', name: '日班', mark: '日', startsAt: '7:30', endsAt: '16:00', positions },
  })
  ids['night'] = await make('/api/shift-patterns', {
    ...{
      code: 'night',
      name: '夜班',
      mark: '夜',
      startsAt: '19:15',
      endsAt: '02:45',
      days: 'night-sessions',
      positions,
    },
  })
  ids['roster'] = await make('/api/rosters', { title: '一周', startsOn: '2026-11-25', endsOn: '2026-11-27' })
})
afterAll(() => app?.close())

const rosterAt = (path = '') => `/api/rosters/${ids['roster']}${path}`
/** Signs what it sees. */
async function sign(client: Client, path: string, verb: string, body: object = {}) {
  const { version } = (await client.get(path)).body.item
  return client.post(`${path}/${verb}`, { ...body, version, signature })
}
const codes = (answer: { body: { errors: { code: string }[] } }) => answer.body.errors.map(({ code }) => code)
const board = async () => (await as.zhao.get(rosterAt('/board'))).body

it('is filled around leave and what was set by hand; a hole is named to the minute and wants a second signature', async () => {
  const leave = await as.zhao.post('/api/leaves', {
    person: people.zhao.id,
    startsAt: at(26, '18:00'),
    endsAt: at(27, '07:00'),
  })
  await app.inTx(asSystem('test'), (tx) =>
    tx.act(app.engine.registry.get('leave').record, leave.body.item.id, 'approve'),
  )
  const fixed = { person: people.li.id, date: '2026-11-25', pattern: ids['night'], position: ids['maker'] }
  expect((await as.chen.post(rosterAt('/assign'), fixed)).status).toBe(200)
  const filled = await as.chen.post(rosterAt('/generate'))
  expect(filled.body).toMatchObject({ filled: 10, kept: 1, findings: 1, unfilled: [{ date: '2026-11-26' }] })
  expect(await as.chen.post(rosterAt('/generate'))).toMatchObject({ body: { filled: 10 } })

  const drawn = await board()
  expect(drawn.findings).toMatchObject([
    {
      ...{ kind: 'hole', from: at(26, '19:30'), to: at(27, '02:45'), tradingDay: '2026-11-27', have: 0, want: 1 },
      position: { id: ids['checker'] },
    },
  ])
  expect(drawn.duties.find((one: { fixed: boolean }) => one.fixed)).toMatchObject({
    person: people.li.id,
    date: '2026-11-25',
  })

  expect(codes(await as.chen.post(rosterAt('/publish')))).toEqual(['holes'])
  await as.zhao.post(rosterAt('/ask-override'), { overrideReason: '赵敏当晚请假,另请外援。' })
  expect(codes(await sign(as.zhao, rosterAt(), 'confirm-override'))).toEqual(['same-person'])
  const admin = await app.as(await app.person('admin'))
  const published = await sign(admin, rosterAt(), 'confirm-override')
  expect(published.body.item).toMatchObject({ state: 'published', findings: 1 })
  await expect(app.sql('update roster set overridden_by = override_asked_by')).rejects.toThrow('roster_two_people')
  // From now on duties move by swaps alone.
  expect((await as.chen.post(rosterAt('/assign'), fixed)).body.code).toBe('wrong-state')
  const ahead = (await as.li.get('/api/duty/proof?days=4')).body.findings
  expect(ahead.map((one: { kind: string; from: string }) => [one.kind, one.from])).toContainEqual([
    'hole',
    at(26, '19:30'),
  ])
})

const shiftOf = async (name: Name) => {
  const { items } = (await as[name].get(`/api/shifts?person=${people[name].id}&state=due,on-duty,handing-over`)).body
  return items[0] as { id: string; state: string; takenFrom: string | null; lateAt: string | null }
}
const pathOf = async (name: Name) => `/api/shifts/${(await shiftOf(name)).id}`
const signs = async (name: Name, verb: string, notes?: string) =>
  sign(as[name], await pathOf(name), verb, notes ? { notes } : {})
const compiles = async (name: Name) => as[name].post(`${await pathOf(name)}/compile`)
const whoIsOn = async (part: 'maker' | 'checker', when: string) =>
  (await standingAt(app.engine.db, when))
    .filter(({ position }) => position === ids[part])
    .map(({ name, state }) => `${name} ${state}`)

it('a shift begins with a signature, and nobody is off duty before the next has signed (O12)', async () => {
  const duties = (await board()).duties as { person: string; date: string; pattern: string; position: string }[]
  const of = (pattern: string) =>
    duties.find((one) => one.date === '2026-11-25' && one.pattern === ids[pattern] && one.position === ids['maker'])
      ?.person
  expect([of('day'), of('night')]).toEqual([people.chen.id, people.li.id])

  await nowIs(25, '07:10')
  expect(await onDutyFor(app.engine.db, posts.maker, at(25, '08:00'))).toEqual([people.chen.id])
  await nowIs(25, '07:41')
  expect((await shiftOf('chen')).lateAt).not.toBe(null)
  expect((await as.chen.get('/api/alarms/open')).body.items.map(({ title }: { title: string }) => title)).toEqual(
    expect.arrayContaining([expect.stringContaining('无人接班')]),
  )
  expect((await signs('chen', 'sign-in')).body.item).toMatchObject({ state: 'on-duty', beganAt: at(25, '07:41') })
  expect((await as.chen.get('/api/alarms/open')).body.items.map(({ title }: { title: string }) => title)).not.toEqual(
    expect.arrayContaining([expect.stringContaining('chen')]),
  )
  // While the exchange trades the place must not be empty.
  await nowIs(25, '15:00')
  await compiles('chen')
  expect(codes(await signs('chen', 'stand-down', '无'))).toEqual(['still-needed'])

  await nowIs(25, '19:10')
  expect(codes(await signs('li', 'sign-in'))).toEqual(['not-handed-over'])
  expect(codes(await signs('chen', 'hand-over', '留意银行链路。'))).toEqual(['no-sheet'])
  await compiles('chen')
  expect((await signs('chen', 'hand-over', '留意银行链路。')).body.item.state).toBe('handing-over')

  // Between the two signatures everything may end: whoever looks at the database anew finds the first on duty.
  const { id } = await shiftOf('li')
  const crash = app.inTx(
    people.li,
    async (tx) => {
      await tx.act(shift, id, 'sign-in')
      throw new Error('the power went')
    },
    true,
  )
  await expect(crash).rejects.toThrow('the power went')
  const anew = openDatabase(app.url)
  expect((await standingAt(anew.db, at(25, '19:12'))).map(({ name, state }) => `${name} ${state}`)).toContain(
    'chen handing-over',
  )
  await anew.close()
  await expect(
    app.sql(`update shift set relieved_by = person where id = '${(await shiftOf('chen')).id}'`),
  ).rejects.toThrow('shift_two_people')

  const before = await shiftOf('chen')
  const taken = await signs('li', 'sign-in')
  expect(taken.body.item).toMatchObject({
    state: 'on-duty',
    takenFrom: before.id,
    takenSheet: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const past = (await as.chen.get(`/api/shifts/${before.id}`)).body.item
  expect(past).toMatchObject({ state: 'over', relievedBy: people.li.id, sheetDigest: taken.body.item.takenSheet })
  expect(await whoIsOn('maker', at(25, '19:15'))).toEqual(['li on-duty'])
  expect(await whoIsOn('maker', at(25, '12:00'))).toEqual(['chen over'])
  const { positions } = (await as.li.get('/api/duty/on-now')).body
  expect(positions.find(({ id }: { id: string }) => id === ids['maker']).people).toMatchObject([
    { person: { name: 'li' }, signed: true },
  ])

  await nowIs(26, '02:50')
  await compiles('li')
  expect((await signs('li', 'stand-down', '夜盘正常。')).body.item.state).toBe('over')
})

it('a swap wants consent and approval, and one that opens a hole a signed reason', async () => {
  const find = async (name: Name, date: string) =>
    (await board()).duties.find(
      (one: { person: string; date: string }) => one.person === people[name].id && one.date === date,
    )
  const night = await find('wang', '2026-11-27')
  expect(night.pattern).toBe(ids['night'])
  // Zhao, who has the day, is asked to do the night after it.
  const asked = await as.wang.post('/api/duty-swaps', { duty: night.id, to: people.zhao.id, reason: '就诊' })
  expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  const swap = `/api/duty-swaps/${asked.body.item.id}`
  expect((await as.wang.post(`${swap}/consent`)).body.code).toBe('not-allowed')
  expect((await as.zhao.post(`${swap}/consent`)).body.item.state).toBe('consented')
  expect(codes(await as.zhao.post(`${swap}/approve`))).toEqual(['same-person'])
  const breaks = (await as.wang.get(`${swap}/effect`)).body.breaks
  expect(breaks.map(({ kind }: { kind: string }) => kind)).toContain('rest')
  const other = await app.as(await app.person('manager', 'second-manager'))
  expect(codes(await other.post(`${swap}/approve`))).toContain('rest')
  const done = await sign(other, swap, 'approve-anyway', { overrideReason: '别无他人,经本人同意。' })
  expect(done.body.item.state).toBe('carried-out')
  expect((await as.wang.get(`/api/duties/${night.id}`)).body.item.person).toBe(people.zhao.id)

  // Somebody who may not stand there leaves the place empty.
  const maker = await find('chen', '2026-11-27')
  const wrong = await as.chen.post('/api/duty-swaps', { duty: maker.id, to: people.wang.id, reason: '试' })
  await as.wang.post(`/api/duty-swaps/${wrong.body.item.id}/consent`)
  const refused = await other.post(`/api/duty-swaps/${wrong.body.item.id}/approve`)
  expect(codes(refused)).toEqual(expect.arrayContaining(['hole', 'not-qualified']))
})
