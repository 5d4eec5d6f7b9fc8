import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { component } from '../operations/component/component.record.ts'
import { risk } from './risk/risk.record.ts'
import { riskAcceptance } from './risk-acceptance/risk-acceptance.record.ts'
import { endAcceptance, endAcceptances } from './risk-acceptance/server/end.task.ts'
import { riskAssessment } from './risk-assessment/risk-assessment.record.ts'
import { five } from './risk-matrix/matrix.testing.ts'
import { riskMatrix } from './risk-matrix/risk-matrix.record.ts'

let app: TestApp
let engineer: PersonActor
let manager: PersonActor
let auditor: PersonActor
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  ;[engineer, manager, auditor] = [
    await app.person('engineer'),
    await app.person('manager'),
    await app.person('auditor'),
  ]
})

const matrixInForce = async (values: object = {}) => {
  const { id } = await app.inTx(engineer, (tx) =>
    tx.create(riskMatrix, { ...five, title: '风险矩阵', reason: '年度复核', ...values }),
  )
  return app.inTx(manager, (tx) => tx.act(riskMatrix, id, 'approve'), true)
}

const ratings = (inherent: number, current: number, residual: number) => ({
  ...{ inherentLikelihood: inherent, inherentImpact: inherent, currentLikelihood: current, currentImpact: current },
  ...{ residualLikelihood: residual, residualImpact: residual },
})

const rated = async (current = 2, values: object = {}) => {
  const { id } = await app.inTx(engineer, (tx) =>
    tx.create(risk, {
      ...{ title: '机房断电', category: 'operations', description: '市电中断超过四十分钟。', owner: engineer.id },
      controls: ['A-01', 'O-01'].slice(0, 1),
      ...values,
    }),
  )
  return app.inTx(engineer, (tx) => tx.act(risk, id, 'assess', ratings(5, current, 1)))
}

const days = (n: number) => new Date(Date.parse(app.clock.now()) + n * 86_400_000).toISOString()
const ask = (about: string, decider: PersonActor, values: object = {}) =>
  app.inTx(engineer, (tx) =>
    tx.create(riskAcceptance, {
      ...{ risk: about, decider: decider.id, endsAt: days(90), reason: '备用发电机年内到货。' },
      ...values,
    }),
  )
const grant = (id: string, by: PersonActor) => app.inTx(by, (tx) => tx.act(riskAcceptance, id, 'grant'), true)
const now = (id: string) => app.inTx(asSystem('test'), (tx) => tx.lock(risk, id))
const acceptance = (id: string) => app.inTx(asSystem('test'), (tx) => tx.lock(riskAcceptance, id))

describe('a matrix', () => {
  it('is refused where it does not hold, with every fault at once', async () => {
    const answer = await (await app.as(engineer)).post('/api/risk-matrices', {
      ...five,
      ...{ title: '矩阵', reason: '试', grid: [{ levels: [2, 1] }, { levels: [1, 6] }] },
    })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.length).toBeGreaterThan(3)
  })

  it('takes the place of the one before, by a second person; a risk keeps the one it was rated by', async () => {
    const first = await matrixInForce()
    const one = await rated()
    expect(one).toMatchObject({ matrix: first.id, inherentLevel: 4, currentLevel: 1, residualLevel: 1 })
    const second = await matrixInForce({ grid: five.grid.map(() => ({ levels: [4, 4, 4, 4, 4] })) })
    expect(second).toMatchObject({ edition: 2, state: 'in-force' })
    const [before] = await app.sql<{ state: string }>('select state from risk_matrix where id = $1', [first.id])
    expect(before?.state).toBe('superseded')
    await app.inTx(engineer, (tx) => tx.update(risk, one.id, { causes: '市政施工' }))
    expect(await now(one.id)).toMatchObject({ matrix: first.id, currentLevel: 1 })
    await app.inTx(engineer, (tx) => tx.act(risk, one.id, 'assess', ratings(5, 2, 1)))
    expect(await now(one.id)).toMatchObject({ matrix: second.id, currentLevel: 4 })
  })

  it('is not approved by whoever drew it up', async () => {
    const { id } = await app.inTx(manager, (tx) => tx.create(riskMatrix, { ...five, title: '矩阵', reason: '复核' }))
    await expect(app.inTx(manager, (tx) => tx.act(riskMatrix, id, 'approve'), true)).rejects.toMatchObject({
      faults: [{ code: 'same-person' }],
    })
  })
})

describe('a risk', () => {
  it('is rated by nothing but a matrix in force, and never worse for what is done', async () => {
    await expect(rated()).rejects.toMatchObject({ faults: [{ code: 'no-matrix' }] })
    await matrixInForce()
    const one = await rated()
    await expect(app.inTx(engineer, (tx) => tx.act(risk, one.id, 'assess', ratings(1, 5, 5)))).rejects.toMatchObject({
      faults: [{ code: 'worse-than-before' }],
    })
  })

  it('names controls that there are', async () => {
    await expect(rated(2, { controls: ['X-99'] })).rejects.toMatchObject({ faults: [{ code: 'no-such-control' }] })
  })

  it('is, once treated, what it was to be', async () => {
    await matrixInForce()
    const one = await rated(4)
    await app.inTx(engineer, (tx) =>
      tx.act(risk, one.id, 'treat', { treatment: 'reduce', plan: '加装发电机', dueOn: '2026-12-20' }),
    )
    const done = await app.inTx(engineer, (tx) => tx.act(risk, one.id, 'monitor', { reviewOn: '2027-05-01' }))
    expect(done).toMatchObject({ state: 'monitored', currentLikelihood: 1, currentLevel: 1, dueOn: null })
    await expect(
      app.inTx(engineer, (tx) =>
        tx.act(risk, one.id, 'treat', { treatment: 'accept', plan: '不处理', dueOn: '2026-11-01' }),
      ),
    ).rejects.toMatchObject({ faults: [{ code: 'ask-for-acceptance' }, { code: 'past' }] })
  })

  it('shows how its controls stand', async () => {
    await matrixInForce()
    const one = await rated()
    const { body, status } = await (await app.as(engineer)).get(`/api/risks/${one.id}/standing`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ outdated: false, controls: [{ id: 'A-01', state: 'no-evidence' }] })
  })
})

describe('an acceptance', () => {
  it('is given by whom the matrix allows for its level, not the owner, not whoever asks', async () => {
    await matrixInForce()
    const high = await rated(4)
    await expect(ask(high.id, manager)).rejects.toMatchObject({ faults: [{ code: 'rank-too-low' }] })
    const low = await rated(2, { owner: manager.id })
    await expect(ask(low.id, manager)).rejects.toMatchObject({ faults: [{ code: 'same-person' }] })
    const asked = await ask(high.id, auditor)
    expect(await grant(asked.id, auditor)).toMatchObject({ state: 'granted', level: 3, upTo: 4 })
    expect(await now(high.id)).toMatchObject({ state: 'accepted', acceptance: asked.id })
    const [signature] = await app.sql('select 1 from signature where record_id = $1', [asked.id])
    expect(signature).toBeDefined()
  })

  it('lasts a year at most', async () => {
    await matrixInForce()
    const one = await rated()
    await expect(ask(one.id, manager, { endsAt: days(366) })).rejects.toMatchObject({ faults: [{ code: 'too-long' }] })
    await expect(ask(one.id, manager, { endsAt: days(-1) })).rejects.toMatchObject({ faults: [{ code: 'past' }] })
    await ask(one.id, manager, { endsAt: days(365) })
  })

  it('is over at its instant, by itself, and the risk is open again', async () => {
    await matrixInForce()
    const one = await rated()
    const { id, endsAt } = await ask(one.id, manager)
    await grant(id, manager)
    app.clock.set(new Date(Date.parse(endsAt) - 1).toISOString())
    await endAcceptances(app.engine, {} as never)
    expect((await now(one.id)).state).toBe('accepted')
    app.clock.set(endsAt)
    await endAcceptance(app.engine, { id } as never)
    expect(await now(one.id)).toMatchObject({ state: 'assessed', acceptance: null, acceptedUntil: null })
    expect((await acceptance(id)).state).toBe('ended')
  })

  it('is void once the risk says something else', async () => {
    await matrixInForce()
    const one = await rated()
    const { id } = await ask(one.id, manager)
    await grant(id, manager)
    await app.inTx(engineer, (tx) => tx.update(risk, one.id, { reviewOn: '2027-01-01' }))
    expect((await now(one.id)).state).toBe('accepted')
    await app.inTx(engineer, (tx) => tx.update(risk, one.id, { description: '断电且发电机故障。' }))
    expect((await now(one.id)).state).toBe('assessed')
    expect((await acceptance(id)).state).toBe('voided')
    const again = await ask(one.id, manager)
    await app.inTx(engineer, (tx) => tx.update(risk, one.id, { causes: '又有变化' }))
    expect((await acceptance(again.id)).state).toBe('voided')
  })

  it('is asked for once at a time', async () => {
    await matrixInForce()
    const one = await rated()
    await ask(one.id, manager)
    await expect(ask(one.id, auditor)).rejects.toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ code: 'already-asked' })]),
    })
  })
})

it('an assessment is approved by another, with the matrix of that day', async () => {
  const matrix = await matrixInForce()
  const place = await app.inTx(asSystem('test'), (tx) =>
    tx.create(component, { code: 'front', name: '交易前置', kind: 'process', criticality: 'trading' }),
  )
  const { id } = await app.inTx(manager, (tx) =>
    tx.create(riskAssessment, {
      ...{ title: '年度评估', components: [place.id], method: '访谈与检查', heldOn: '2026-11-20', conclusion: '可控' },
    }),
  )
  await app.inTx(manager, (tx) => tx.act(riskAssessment, id, 'submit'))
  await expect(app.inTx(manager, (tx) => tx.act(riskAssessment, id, 'approve'), true)).rejects.toMatchObject({
    faults: [{ code: 'same-person' }],
  })
  const other = await app.person('manager', 'auditor')
  expect(await app.inTx(other, (tx) => tx.act(riskAssessment, id, 'approve'), true)).toMatchObject({
    ...{ state: 'approved', matrix: matrix.id, approvedBy: other.id },
  })
})

it('the map counts open risks before and after controls, and through the months', async () => {
  await matrixInForce()
  const one = await rated(4)
  await rated(2)
  const { body } = await (await app.as(auditor)).get('/api/risk-map')
  expect(body.cells).toEqual(
    expect.arrayContaining([
      { rating: 'inherent', likelihood: 5, impact: 5, count: 2 },
      { rating: 'current', likelihood: 4, impact: 4, count: 1 },
      { rating: 'residual', likelihood: 1, impact: 1, count: 2 },
    ]),
  )
  expect(body.levels).toEqual([
    { level: 3, count: 1 },
    { level: 1, count: 1 },
  ])
  expect(body.trend).toEqual([
    { month: '2026-11', level: 1, count: 1 },
    { month: '2026-11', level: 3, count: 1 },
  ])
  await app.inTx(manager, (tx) => tx.act(risk, one.id, 'close', { closeReason: '机房已迁走' }))
  expect((await (await app.as(auditor)).get('/api/risk-map')).body.levels).toEqual([{ level: 1, count: 1 }])
})
