import { beforeAll, expect, it } from 'vitest'
import { type AnyRecord, type AnyRow, fieldsOfRecord, startOf } from '../../record/record.ts'
import { holds, type Rule } from '../../record/rule.ts'
import type { Client } from '../app.ts'
import { roleCodes, type World } from '../world.ts'
import { clocksContract } from './clocks.ts'
import { refusalsContract } from './refusals.ts'
import { makeSubject, type Subject } from './subject.ts'
import { transferContract } from './transfer.ts'
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
  clocksContract(record, () => subject)
  refusalsContract(record, () => subject)
  hiddenContract(() => subject)
  secretContract(record, () => subject)
  transferContract(record, () => subject)
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
    expect(item).toMatchObject({ state: startOf(record, item), createdBy: me })
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

function hiddenContract(given: () => Subject): void {
  it('is not there for whoever may not read it, by any route there is (R6)', async () => {
    const { world, id, base, row, mayRead, changesNothing } = given()
    const found = await row()
    const routes = routesOf(world, base)
    expect(routes.length).toBeGreaterThan(5)
    await changesNothing(async () => {
      for (const role of roleCodes.filter((one) => !mayRead(one, found))) {
        const client = world.clients[role]
        for (const [method, path] of routes) {
          for (const named of [id, found.number]) {
            const url = path.replace('{id}', named).replace(/\{\w+\}/g, world.app.engine.newId())
            const answer = await ask(client, method, url, await bodyOf(given(), path, found))
            // What a route wants in its body or address it may say first: that tells nothing of the row.
            expect([404, 415, 422], `${role} ${method} ${url}`).toContain(answer.status)
            if (method === 'get' || answer.status !== 422) expect(answer.body?.code, url).not.toBe('bug')
          }
        }
        const listed = (await client.get(`${base}?limit=200`)).body
        expect(listed.items.map((one: AnyRow) => one.id)).not.toContain(id)
        expect(listed.count.value).toBe(listed.items.length)
      }
    })
  })
}

type Route = readonly [method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string]

/** Every route there is for one row, as the API describes itself: what is added later is asked too. */
function routesOf({ app }: World, base: string): Route[] {
  const paths = (app.http as unknown as { swagger(): { paths: Record<string, object> } }).swagger().paths
  return Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith(`${base}/{id}`) ? Object.keys(methods).map((method) => [method, path] as Route) : [],
  )
}

const ask = (client: Client, method: Route[0], url: string, body: unknown) =>
  method === 'get' || method === 'delete' ? client[method](url) : client[method](url, body)

/** A body that the route would take, as far as the declaration tells one. */
async function bodyOf({ record, body }: Subject, path: string, { version }: AnyRow): Promise<unknown> {
  const verb = path.split('/').at(-1) ?? ''
  if (verb === '{id}') return { version }
  return verb in record.transitions ? body(verb, version, true) : {}
}

function secretContract(record: AnyRecord, given: () => Subject): void {
  const secrets = fieldsOfRecord(record).filter(([, { secret }]) => secret)
  it.skipIf(secrets.length === 0)(
    'keeps each secret from those whom its rule does not name, wherever one looks',
    async () => {
      const { world, at, base, row, mayRead } = given()
      const found = await row()
      for (const role of roleCodes.filter((one) => mayRead(one, found))) {
        const client = world.clients[role]
        const { item } = (await client.get(at)).body
        const listed = (await client.get(`${base}?limit=200`)).body.items.find((one: AnyRow) => one.id === found.id)
        const entries = (await client.get(`${at}/journal`)).body.items
        for (const [name, { secret, filter, sort }] of secrets) {
          const may = holds(secret as Rule, world.people[role], found)
          expect([item[name], listed[name]], `${role} ${name}`).toEqual(may ? [found[name], found[name]] : [null, null])
          expect(item.hidden?.includes(name) ?? false, `${role} ${name}`).toBe(!may)
          if (may) continue
          for (const { changes } of entries) expect(changes).not.toHaveProperty(name)
          if (filter) expect((await client.get(`${base}?${name}=`)).status).toBe(422)
          if (sort) expect((await client.get(`${base}?sort=${name}`)).status).toBe(422)
        }
      }
    },
  )
}
