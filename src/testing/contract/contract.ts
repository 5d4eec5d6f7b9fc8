import { beforeAll, expect, it } from 'vitest'
import { type AnyRecord, type AnyRow, startOf } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import { roleCodes, type World } from '../world.ts'
import { refusalsContract } from './refusals.ts'
import { makeSubject, type Subject } from './subject.ts'
import { verbsContract } from './verbs.ts'

/**
 * What every record promises by its declaration alone, told over HTTP: one suite, run once for each record. Values that
 * no declaration tells come from the world's factories.
 */
export function contractOf(record: AnyRecord, given: () => World): void {
  let subject: Subject
  beforeAll(async () => {
    subject = await makeSubject(given(), record)
  })
  creationContract(record, () => subject)
  verbsContract(record, () => subject)
  refusalsContract(record, () => subject)
  hiddenContract(record, () => subject)
}

function creationContract(record: AnyRecord, given: () => Subject): void {
  it('is created once, numbered, journalled, and the same in list and item', async () => {
    const { world, base } = given()
    const creator = roleCodes.find((role) => holds(record.access.create, world.people[role], {}))
    if (!creator) return
    const me = world.people[creator].id
    const client = world.clients[creator]
    const input = await world.input(record)
    const made = await client.post(base, input)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { item } = made.body
    expect(item).toMatchObject({ state: startOf(record), createdBy: me })
    expect(item.number).toMatch(new RegExp(`^${record.number}-\\d{6}-\\d{4,}$`))
    expect(made.headers['location']).toBe(`${base}/${item.id}`)

    expect((await client.get(`${base}/${item.id}`)).body.item).toEqual(item)
    expect((await client.get(`${base}/${item.number.toLowerCase()}`)).body.item).toEqual(item)
    const listed = (await client.get(`${base}?limit=200`)).body.items.find((one: AnyRow) => one.id === item.id)
    expect({ ...listed, can: Object.keys(listed.can) }).toEqual({ ...item, can: Object.keys(item.can) })

    const { items } = (await client.get(`${base}/${item.id}/journal`)).body
    const first = items.at(-1)
    expect(first).toMatchObject({ n: 1, verb: 'create', actor: me })
    expect(item.version).toBe(items.length)
    expect(first.changes).toMatchObject({ number: [null, item.number], state: [null, item.state] })
    for (const name of Object.keys(input)) expect(first.changes[name] ?? [null, null], name).toEqual([null, item[name]])
  })

  it('is created only by whom its declaration names', async () => {
    const { world, base, changesNothing } = given()
    const input = await world.input(record)
    await changesNothing(async () => {
      for (const role of roleCodes) {
        const { id } = world.people[role]
        if (holds(record.access.create, world.people[role], { ...input, createdBy: id })) continue
        const answer = await world.clients[role].post(base, input)
        expect(answer, role).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
      }
      const answer = await world.app.anyone.post(base, input)
      expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
    })
  })
}

function hiddenContract(record: AnyRecord, given: () => Subject): void {
  it('is not there for whoever may not read it, wherever one looks', async () => {
    const { world, id, at, base, row, body, mayRead, changesNothing } = given()
    const found = await row()
    const target = await world.make(world.app.engine.registry.get('component').record)
    await changesNothing(async () => {
      for (const role of roleCodes.filter((one) => !mayRead(one, found))) {
        const client = world.clients[role]
        const asked: Record<string, Promise<{ status: number }>> = {
          item: client.get(at),
          number: client.get(`${base}/${found.number}`),
          change: client.patch(at, { version: found.version }),
          comment: client.post(`${at}/comments`, { text: '看不见' }),
          link: client.post(`${at}/links`, { kind: 'blocks', record: 'component', target }),
          unlink: client.delete(`${at}/links/${target}`),
        }
        for (const side of ['journal', 'comments', 'links', 'signatures']) asked[side] = client.get(`${at}/${side}`)
        for (const verb of Object.keys(record.transitions))
          asked[verb] = body(verb, found.version, true).then((given) => client.post(`${at}/${verb}`, given))
        for (const [what, answer] of Object.entries(asked)) expect((await answer).status, `${role} ${what}`).toBe(404)
        // What an action wants is not declared with the record: it may say that first.
        for (const action of Object.keys(world.app.engine.behaviourOf(record).actions))
          expect([404, 422], action).toContain((await client.post(`${at}/${action}`, {})).status)
        const list = (await client.get(`${base}?limit=200`)).body
        expect(list.items.map((one: AnyRow) => one.id)).not.toContain(id)
        expect(list.count.value).toBe(list.items.length)
      }
    })
  })
}
