import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { columnsOf, snake } from '../platform/db/columns.ts'
import { leaves } from '../record/lifecycle.ts'
import { type AnyRecord, type AnyRow, startOf, type Transition, tableOf } from '../record/record.ts'
import { holds } from '../record/rule.ts'
import { type Answer, type TestApp, testPassword } from './app.ts'
import { leastOf } from './values.ts'
import { type RoleCode, roleCodes, type World } from './world.ts'

/**
 * What every record promises by its declaration alone, told over HTTP: one suite, run once for each record. Values that
 * no declaration tells come from the world's factories.
 */
export function contractOf(record: AnyRecord, given: () => World): void {
  const base = `/api/${record.plural}`
  const table = tableOf(record)
  let world: World
  let app: TestApp
  let id: string
  let at: string

  beforeAll(async () => {
    world = given()
    app = world.app
    id = await world.make(record)
    at = `${base}/${id}`
  })

  const row = async (of = id): Promise<AnyRow> => {
    const { rows } = await sql<AnyRow>`select ${sql.raw(columnsOf(record).select)} from ${sql.table(table)}
      where id = ${of}`.execute(app.engine.db)
    return rows[0] as AnyRow
  }
  /** How many rows there are and journal entries of this record: what a refusal leaves as it is. */
  const written = async () => {
    const [n] = await app.sql(`select (select count(*) from ${table}) as rows,
      (select sum(version + journal_n) from ${table}) as steps,
      (select count(*) from journal where record = '${record.name}') as entries`)
    return n
  }
  const changesNothing = async (work: () => Promise<void>) => {
    const before = await written()
    await work()
    expect(await written()).toEqual(before)
  }
  const mayRead = (role: RoleCode, of: AnyRow) => holds(record.access.read, world.people[role], of)
  const readers = async () => {
    const found = await row()
    return roleCodes.filter((role) => mayRead(role, found))
  }

  it('is created once, numbered, journalled, and the same in list and item', async () => {
    const creator = roleCodes.find((role) => holds(record.access.create, world.people[role], {}))
    if (!creator) return
    const input = await world.input(record)
    const client = world.clients[creator]
    const made = await client.post(base, input)
    expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 })
    const { item } = made.body
    expect(item).toMatchObject({ state: startOf(record), createdBy: world.people[creator].id })
    expect(item.number).toMatch(new RegExp(`^${record.number}-\\d{6}-\\d{4,}$`))
    expect(made.headers['location']).toBe(`${base}/${item.id}`)

    const read = await client.get(`${base}/${item.id}`)
    expect(read.body.item).toEqual(item)
    expect((await client.get(`${base}/${item.number.toLowerCase()}`)).body.item).toEqual(item)
    const listed = (await client.get(`${base}?limit=200`)).body.items.find((one: AnyRow) => one.id === item.id)
    expect({ ...listed, can: null }).toEqual({ ...item, can: null })
    expect(Object.keys(listed.can)).toEqual(Object.keys(item.can))

    const { items } = (await client.get(`${base}/${item.id}/journal`)).body
    const first = items.at(-1)
    expect(first).toMatchObject({ n: 1, verb: 'create', actor: world.people[creator].id })
    expect(item.version).toBe(items.length)
    expect(first.changes).toMatchObject({ number: [null, item.number], state: [null, item.state] })
    for (const [name, value] of Object.entries(input)) {
      if (items.length === 1) expect(first.changes[name] ?? [null, null]).toEqual([null, item[name]])
      else expect(first.changes[name]?.[1] ?? null, name).toEqual(value)
    }
  })

  it('is created only by whom its declaration names', async () => {
    const input = await world.input(record)
    for (const role of roleCodes) {
      const may = holds(record.access.create, world.people[role], { ...input, createdBy: world.people[role].id })
      if (may) continue
      await changesNothing(async () => {
        const answer = await world.clients[role].post(base, input)
        expect(answer, role).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
      })
    }
    expect(await app.anyone.post(base, input)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  })

  it('does each verb in each state for each role as its declaration says, and as `can` says', async () => {
    const original = await row()
    for (const state of record.states as string[]) {
      const put = () => putBack(original, state)
      for (const role of roleCodes) {
        await put()
        await inState(role, state, put)
      }
    }
    await putBack(original, original.state)
  }, 120_000)

  async function inState(role: RoleCode, state: string, put: () => Promise<void>): Promise<void> {
    const client = world.clients[role]
    const before = await row()
    const item = await client.get(at)
    const where = `${role}, ${state}`
    if (!mayRead(role, before)) {
      expect(item.status, where).toBe(404)
      for (const verb of Object.keys(record.transitions))
        expect(await client.post(`${at}/${verb}`, await body(verb)), where).toMatchObject({ status: 404 })
      return
    }
    const { can } = item.body.item
    const transitions = Object.entries(record.transitions as Record<string, Transition>)
    const leaving = transitions.filter(([, one]) => leaves(one, state)).map(([verb]) => verb)
    expect(Object.keys(can), where).toEqual(expect.arrayContaining(leaving))
    for (const [verb] of transitions) if (!leaving.includes(verb)) expect(can, where).not.toHaveProperty(verb)

    const goes = (verb: string) => can[verb] === true
    await Promise.all(
      transitions
        .filter(([verb]) => !goes(verb))
        .map(async ([verb, transition]) => {
          const what = `${where}: ${verb}`
          const allowed = holds(transition.allow, world.people[role], before)
          const answer = await client.post(`${at}/${verb}`, await body(verb, before, allowed && leaving.includes(verb)))
          if (!allowed) expect(answer, what).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
          else if (!leaving.includes(verb))
            expect(answer, what).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
          else {
            expect([409, 422], what).toContain(answer.status)
            const codes = [answer.body.code, ...answer.body.errors.map((one: { code: string }) => one.code)]
            expect(codes, what).toContain(can[verb].code)
          }
        }),
    )
    expect(await row(), where).toEqual(before)
    for (const [verb, transition] of transitions) {
      if (!goes(verb)) continue
      const answer = await client.post(`${at}/${verb}`, await body(verb, before, true))
      await done(verb, transition, before, answer, `${where}: ${verb}`, put)
    }
    await changed(role, before, can, where, put)
  }

  async function done(
    verb: string,
    to: Transition,
    before: AnyRow,
    answer: Answer,
    what: string,
    put: () => Promise<void>,
  ) {
    const guarded = app.engine.behaviourOf(record).guards[verb] && (to.requires?.length ?? 0) > 0
    // A guard that looks at what is filled in could not be asked before.
    if (!guarded || answer.status === 200) {
      expect(answer, `${what} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 })
      expect(answer.body.item, what).toMatchObject({ id, state: to.to })
      const after = await row()
      expect(after.version, what).toBeGreaterThan(before.version)
      const [entry] = await app.sql<{ verb: string; changes: Record<string, unknown[]>; actor: string }>(
        `select verb, changes, actor from journal where record_id = $1 and verb = $2 order by n desc limit 1`,
        [id, verb],
      )
      expect(entry, what).toMatchObject({ verb, actor: after.updatedBy ?? entry?.actor })
      if (before.state !== to.to) expect(entry?.changes['state'], what).toEqual([before.state, to.to])
      if (to.sign)
        expect(
          (await app.sql('select verb from signature where record_id = $1 and verb = $2', [id, verb])).length,
        ).toBeGreaterThan(0)
    }
    await put()
  }

  /** A change of one field, by whoever may; of nothing, by whoever may not. */
  async function changed(
    role: RoleCode,
    before: AnyRow,
    can: Record<string, unknown>,
    where: string,
    put: () => Promise<void>,
  ) {
    if (record.appendOnly) return
    const name = Object.keys(record.fields).find((one) => {
      const { by, kind } = record.fields[one]
      return by === 'person' && (kind === 'text' || kind === 'prose')
    })
    const may = holds(record.access.update, world.people[role], before)
    expect(can['update'] === true, where).toBe(may)
    const answer = await world.clients[role].patch(at, { version: before.version, ...(name && { [name]: `${role}` }) })
    if (!may) expect(answer, where).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    else if (!app.engine.behaviourOf(record).guards.update) expect(answer, where).toMatchObject({ status: 200 })
    if (answer.status === 200) await put()
  }

  /** What a verb wants: its version, its fields, and a signature where it will come so far. */
  async function body(verb: string, of?: AnyRow, signs = false): Promise<Record<string, unknown>> {
    const { requires = [], sign } = record.transitions[verb] as Transition
    const fields = Object.fromEntries(
      requires.map((name) => [name, { ...record.fields[name], by: 'person', optional: false, default: undefined }]),
    )
    const values = await leastOf({ ...record, fields } as AnyRecord, ['person'], world.link)
    const signed = { version: of?.version ?? 1, signature: { password: signs ? testPassword : 'not looked at' } }
    return sign ? { ...values, ...signed } : values
  }

  /** Sets the row to what it was, in some state, as only the owner of the database can. */
  async function putBack(to: AnyRow, state: string): Promise<void> {
    if (record.appendOnly) return
    const values: Record<string, unknown> = { ...to, state, ...world.forState(record, state) }
    const names = columnsOf(record).names.filter((name) => name !== 'id')
    const json = columnsOf(record).json
    await app.sql(
      `update ${table} set ${names.map((name, i) => `"${snake(name)}" = $${i + 2}`).join(', ')} where id = $1`,
      [
        id,
        ...names.map((name) => (json.has(name) && values[name] !== null ? JSON.stringify(values[name]) : values[name])),
      ],
    )
  }

  describe('refuses, says everything that is wrong in the language asked for, and writes nothing:', () => {
    it('a stale version', async () => {
      if (record.appendOnly) return
      await changesNothing(async () => {
        for (const role of await readers()) {
          const answer = await world.clients[role].patch(at, { version: 4711 })
          expect(answer, role).toMatchObject({ status: 409, body: { code: 'stale', version: expect.any(Number) } })
        }
      })
    })

    it('unknown fields, wrong types and what is missing, all at once', async () => {
      const wrong = {
        nonsense: 1,
        alsoNonsense: {},
        ...Object.fromEntries(Object.keys(record.fields).map((name) => [name, wrongValue(record, name)])),
      }
      await changesNothing(async () => {
        for (const [lang, word] of [
          ['zh', /[一-鿿]/],
          ['en', /[a-z]/],
        ] as const) {
          const answer = await world.clients.manager.post(base, wrong, { 'accept-language': lang })
          expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
          expect(answer.headers['content-type']).toContain('application/problem+json')
          const errors: { path: string; code: string; message: string }[] = answer.body.errors
          const paths = errors.map(({ path }) => path.split('.')[0])
          expect(new Set(paths)).toEqual(new Set(Object.keys(wrong)))
          for (const { path, code, message } of errors) {
            const field = record.fields[path]
            if (!field || field.by === 'system') expect(code, path).toBe('unknown-field')
            else expect(['wrong-type', 'not-a-choice', 'wrong-shape'], path).toContain(code)
            expect(message).toMatch(word)
          }
        }
      })
    })

    it('text that is too long or holds a zero character', async () => {
      const texts = Object.keys(record.fields).filter(
        (name) => ['text', 'prose'].includes(record.fields[name].kind) && record.fields[name].by !== 'system',
      )
      if (texts.length === 0) return
      const over = (text: string) =>
        Object.fromEntries(texts.map((name) => [name, text.repeat(record.fields[name].max + 1)]))
      await changesNothing(async () => {
        for (const [text, code] of [
          ['长', 'too-big'],
          ['\u0000', 'bad-text'],
        ] as const) {
          const { status, body } = await world.clients.manager.post(base, over(text))
          expect(status).toBe(422)
          for (const name of texts) expect(body.errors).toContainEqual(expect.objectContaining({ path: name, code }))
        }
      })
    })

    it('an unknown verb, sort, filter, page mark and limit', async () => {
      const client = world.clients.manager
      expect(await client.post(`${at}/explode`)).toMatchObject({ status: 404, body: { code: 'unknown-verb' } })
      for (const query of [
        'sort=nonsense',
        'nonsense=1',
        'limit=0',
        'limit=201',
        'limit=x',
        'q=',
        'createdAt.from=2026-02-31',
        'createdBy=me',
        'state=nonsense',
        'q=%00',
      ])
        expect(await client.get(`${base}?${query}`), query).toMatchObject({ status: 422, body: { code: 'invalid' } })
      for (const mark of [
        'x',
        '%00',
        Buffer.from('["-createdAt",1,"x"]').toString('base64url'),
        Buffer.from('{}').toString('base64url'),
      ])
        expect(await client.get(`${base}?after=${mark}`), mark).toMatchObject({ status: mark === '%00' ? 422 : 400 })
    })

    it('filters whose values do not fit, and takes those that do', async () => {
      for (const [name, field] of Object.entries(record.fields as Record<string, { kind: string; filter: boolean }>)) {
        if (!field.filter) continue
        const range = ['date', 'instant', 'trading-day', 'number'].includes(field.kind)
        const queries = [
          ...(field.kind === 'instant' ? [] : [`${name}=`, `${name}=1,2`]),
          ...(range ? [`${name}.from=x`, `${name}.to=2026-02-31`] : []),
        ]
        for (const query of queries) {
          const { status } = await world.clients.manager.get(`${base}?${query}`)
          expect([200, 422], query).toContain(status)
        }
      }
    })
  })

  it('is not there for whoever may not read it, wherever one looks', async () => {
    const found = await row()
    const other = await world.make(app.engine.registry.get('incident').record)
    for (const role of roleCodes.filter((one) => !mayRead(one, found))) {
      const client = world.clients[role]
      const gone = [
        client.get(at),
        client.get(`${base}/${found.number}`),
        client.patch(at, { version: found.version }),
        ...['journal', 'comments', 'links', 'signatures'].map((side) => client.get(`${at}/${side}`)),
        ...(record.appendOnly ? [] : [client.post(`${at}/comments`, { text: '看不见' })]),
        ...(record.appendOnly
          ? []
          : [client.post(`${at}/links`, { kind: 'blocks', record: 'incident', target: other })]),
        client.delete(`${at}/links/${other}`),
        ...Object.keys(record.transitions).map(async (verb) => client.post(`${at}/${verb}`, await body(verb))),
        ...Object.keys(app.engine.behaviourOf(record).actions).map((action) => client.post(`${at}/${action}`, {})),
      ]
      for (const answer of await Promise.all(gone)) expect([404, 422], role).toContain(answer.status)
      const list = await client.get(`${base}?limit=200`)
      expect(list.body.items.map((one: AnyRow) => one.id)).not.toContain(id)
      expect(list.body.count.value).toBe(list.body.items.length)
    }
  })
}

/** Something that this field can never be: nothing where it must be filled, else a value of another type. */
function wrongValue(record: AnyRecord, name: string): unknown {
  const { kind } = record.fields[name]
  return kind === 'number' || kind === 'flag' ? 'x' : 7
}
