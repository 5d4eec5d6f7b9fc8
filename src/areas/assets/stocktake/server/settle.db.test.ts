import { describe, expect, it } from 'vitest'
import { digestOf } from './freeze.ts'
import {
  app,
  approve,
  approver,
  begin,
  category,
  counter,
  decide,
  differences,
  ids,
  lead,
  make,
  ofTag,
  outcomes,
  people,
  places,
  plan,
  read,
  second,
  send,
  software,
  tags,
  useFirm,
} from './stocktake.testing.ts'

useFirm()

describe('R12: a stocktake', () => {
  it('finds six different results, proposes, is approved by another, and carries out what was decided', async () => {
    const id = await begin()
    // What happens in the register afterwards changes nothing of what is expected.
    await make('newcomer', { location: places.room })
    expect(await read(id)).toMatchObject({ state: 'counting', expected: 5 })

    expect(
      outcomes(
        await send(counter, id, [
          { tag: tags['found'] as string },
          { tag: tags['astray'] as string, place: places.store },
          { tag: tags['lent'] as string, place: places.room, holder: people.engineer.id },
          { tag: tags['double'] as string },
          { tag: 'Ｘ－999' },
          { tag: tags['newcomer'] as string, place: places.room },
        ]),
      ),
    ).toEqual(['kept found', 'kept wrong-place', 'kept wrong-holder', 'kept found', 'kept surplus', 'kept surplus'])
    const again = await send(second, id, [{ tag: tags['double'] as string, place: places.store }])
    expect(again.body.items[0]).toMatchObject({
      result: 'twice',
      others: [{ counter: people.operator.name, place: 'BJ-A01' }],
    })

    const progress = (await lead.get(`/api/stocktakes/${id}/progress`)).body
    expect(progress).toMatchObject({ counted: 4, open: 0 })
    expect(progress.again).toHaveLength(1)
    expect(progress.figures.counters.map(({ counts }: { counts: number }) => counts).sort()).toEqual([1, 6])

    expect((await lead.post(`/api/stocktakes/${id}/finish`)).status).toBe(200)
    expect((await read(id)).figures).toMatchObject({
      ...{ expected: 5, found: 1, wrongPlace: 1, wrongHolder: 1, missing: 1, twice: 1, surplus: 2, unknown: 1 },
    })
    expect((await differences(id)).map(({ kind, proposal }) => `${kind} ${proposal}`).sort()).toEqual([
      'missing null',
      'surplus leave',
      'surplus null',
      'twice null',
      'wrong-holder correct',
      'wrong-place correct',
    ])

    expect((await lead.post(`/api/stocktakes/${id}/submit`)).body).toMatchObject({ code: 'guarded' })
    expect((await lead.post(`/api/stocktakes/${id}/accept-proposals`)).body).toEqual({ decided: 3, open: 3 })
    const missing = await ofTag(id, tags['gone'])
    expect((await decide(missing['id'] as string, { decision: 'lose' })).body.errors).toMatchObject([
      { path: 'reason' },
    ])
    for (const [tag, values] of [
      [tags['gone'], { decision: 'lose', reason: '多次查找未见' }],
      [tags['double'], { decision: 'correct' }],
      ['X-999', { decision: 'register', newName: '旧交换机', newCategory: category }],
    ] as const) {
      const done = await decide((await ofTag(id, tag))['id'] as string, values)
      expect(done.status, JSON.stringify(done.body)).toBe(200)
    }
    // Whatever is decided, nothing of the register has changed yet.
    expect((await lead.get(`/api/assets/${ids['gone']}`)).body.item).toMatchObject({ state: 'in-use', version: 1 })

    expect((await lead.post(`/api/stocktakes/${id}/submit`)).status).toBe(200)
    const { version, number } = await read(id)
    for (const client of [lead, counter, second]) expect((await approve(client, id, version)).status).not.toBe(200)
    const approved = await approve(approver, id, version)
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)

    const done = await read(id)
    expect(done).toMatchObject({ state: 'done', approvedBy: people.manager.id })
    expect(done.reportDigest).toMatch(/^[0-9a-f]{64}$/)
    const counted = await app.sql<{ id: string }>('select id from location where counted_at is not null')
    expect(counted.map(({ id: place }) => place)).toContain(places.rack)
    const item = async (name: string) => (await lead.get(`/api/assets/${ids[name]}`)).body.item
    expect(await item('astray')).toMatchObject({ location: places.store })
    expect(await item('lent')).toMatchObject({ custodian: people.engineer.id })
    expect(await item('gone')).toMatchObject({ state: 'lost', lostHow: '多次查找未见' })
    expect(await item('double')).toMatchObject({ location: places.store })
    const [made] = (await lead.get('/api/assets?q=X-999')).body.items
    expect(made).toMatchObject({ tag: 'X-999', name: '旧交换机', location: places.rack, state: 'in-stock' })
    const [entry] = (await lead.get(`/api/assets/${ids['astray']}/journal`)).body.items
    expect(entry).toMatchObject({ actor: null, actorName: number, verb: 'update' })
    expect(new Set((await differences(id)).map(({ state }) => state))).toEqual(new Set(['done']))
  })

  it('is approved by nobody who counted or submitted, nor does the database let it be', async () => {
    const id = await begin({ counters: [people.operator.id, people.manager.id] })
    await lead.post(`/api/stocktakes/${id}/finish`)
    await app.sql(`update stocktake_difference set state = 'withdrawn' where stocktake = $1`, [id])
    await lead.post(`/api/stocktakes/${id}/submit`)
    const { version } = await read(id)
    expect((await approve(approver, id, version)).body).toMatchObject({ code: 'same-person' })
    for (const person of [people.manager.id, people.operator.id, people.engineer.id])
      await expect(app.sql('update stocktake set approved_by = $2 where id = $1', [id, person])).rejects.toThrow(
        /stocktake_approved_by_another/,
      )
  })

  it('freezes what is expected: nobody changes a line of it', async () => {
    const id = await begin()
    const { frozenDigest } = await read(id)
    await app.sql('update asset set name = $2, location = null where id = $1', [ids['found'], 'renamed'])
    expect(await digestOf(app.engine.db, id)).toEqual({ expected: 5, digest: frozenDigest })
    for (const text of [
      'update stocktake_line set name = name || $2 where stocktake = $1',
      'delete from stocktake_line where stocktake = $1 and tag <> $2',
    ])
      await expect(app.sql(text, [id, 'x'])).rejects.toThrow(/frozen/)
  })

  it('takes its scope from places with all in them, departments and categories; of kinds that can be seen', async () => {
    await make('tool', { location: places.room, category: software })
    await make('afar', { location: places.store })
    const expected = async (values: object) => (await read(await begin(values))).expected
    expect(await expected({})).toBe(5)
    expect(await expected({ places: [] })).toBe(6)
    expect(await expected({ places: [places.rack] })).toBe(3)
    expect(await expected({ places: [], categories: [software] })).toBe(1)
    expect((await lead.get(`/api/stocktakes/${await plan({ places: [] })}/progress`)).body.foreseen).toBe(6)
  })
})

describe('what the register did meanwhile', () => {
  it('is recognised and not overwritten', async () => {
    const id = await begin()
    await send(counter, id, [
      { tag: tags['found'] as string },
      { tag: tags['astray'] as string, place: places.store },
      { tag: tags['double'] as string, place: places.store },
    ])
    // Moved before counting ends, and another between the decision and the approval.
    const lent = (await lead.get(`/api/assets/${ids['lent']}`)).body.item
    await lead.patch(`/api/assets/${ids['lent']}`, { version: lent.version, location: places.store })
    await lead.post(`/api/stocktakes/${id}/finish`)
    expect(await ofTag(id, tags['lent'])).toMatchObject({ kind: 'missing', moved: true, proposal: null })
    await lead.post(`/api/stocktakes/${id}/accept-proposals`)
    for (const name of ['gone', 'lent'])
      await decide((await ofTag(id, tags[name]))['id'] as string, { decision: 'lose', reason: '未见' })
    const astray = (await lead.get(`/api/assets/${ids['astray']}`)).body.item
    await lead.patch(`/api/assets/${ids['astray']}`, { version: astray.version, location: places.site })
    const double = (await lead.get(`/api/assets/${ids['double']}`)).body.item
    await lead.patch(`/api/assets/${ids['double']}`, { version: double.version, location: places.store })

    await lead.post(`/api/stocktakes/${id}/submit`)
    expect((await approve(approver, id, (await read(id)).version)).status).toBe(200)
    expect(await ofTag(id, tags['astray'])).toMatchObject({
      state: 'not-done',
      whyNot: expect.stringContaining('变更'),
    })
    expect(await ofTag(id, tags['lent'])).toMatchObject({ state: 'not-done' })
    expect(await ofTag(id, tags['double'])).toMatchObject({
      state: 'not-done',
      whyNot: expect.stringContaining('一致'),
    })
    expect(await ofTag(id, tags['gone'])).toMatchObject({ state: 'done' })
    expect((await lead.get(`/api/assets/${ids['astray']}`)).body.item.location).toBe(places.site)
    expect((await lead.get(`/api/assets/${ids['lent']}`)).body.item.state).toBe('in-use')
  })
})
