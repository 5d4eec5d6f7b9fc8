import { afterAll, beforeAll, expect, it } from 'vitest'
import { component } from '../../../areas/operations/component/component.record.ts'
import { createAll } from '../../../platform/write/create-all.ts'
import { asSystem } from '../../../record/actor.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'
import { assetRelation } from '../asset-relation/asset-relation.record.ts'
import { mostShown } from './impact.rules.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
})
afterAll(() => app?.close())

interface Answer {
  nodes: { id: string; level: number; name: string; components: { name: string }[] }[]
  edges: unknown[]
  more: unknown[]
  affectsTrading: boolean
}

async function chain(...names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const input = { ...(await world.input(asset)), name }
    ids.push((await world.clients.engineer.post('/api/assets', input)).body.item.id)
  }
  for (const [i, from] of ids.entries()) {
    const to = ids[i + 1]
    if (to) await world.clients.engineer.post('/api/asset-relations', { from, kind: 'runs-on', to })
  }
  return ids
}

it('shows three levels to both sides, what is on them, and whether trading is touched', async () => {
  const ids = await chain('远', '终端', '系统', '虚拟机', '主机', '交换机', '电源', '市电', '电厂')
  const runs = await world.make(component)
  await app.inTx(asSystem('test'), (tx) => tx.update(component, runs, { criticality: 'trading', name: '前置' }))
  await app.inTx(asSystem('test'), (tx) => tx.update(asset, ids[2] as string, { components: [runs] }))
  const { body } = await world.clients.engineer.get(`/api/assets/${ids[4]}/impact`)
  const { nodes, edges, more, affectsTrading } = body as Answer
  const byLevel = Object.fromEntries(nodes.map(({ name, level }) => [name, level]))
  expect(byLevel).toEqual({ 终端: 3, 系统: 2, 虚拟机: 1, 主机: 0, 交换机: -1, 电源: -2, 市电: -3 })
  expect([edges.length, more, affectsTrading]).toEqual([6, [], true])
  expect(nodes.find(({ name }) => name === '系统')?.components).toMatchObject([{ name: '前置', health: 'unknown' }])
  const above = (await world.clients.engineer.get(`/api/assets/${ids[1]}/impact`)).body as Answer
  expect(above.affectsTrading).toBe(false)
})

it('counts what it does not show, and leaves out what has ended or is gone', async () => {
  const [hub] = (await chain('核心')) as [string]
  const many = await app.inTx(asSystem('test'), async (tx) => {
    const values = await world.input(asset)
    const tags = Array.from({ length: mostShown + 6 }, (_, i) => `HUB-${i}`)
    return createAll(
      tx,
      asset,
      tags.map((tag) => ({ ...values, tag })),
    )
  })
  const [tie] = await app.inTx(asSystem('test'), (tx) =>
    createAll(
      tx,
      assetRelation,
      many.map(({ id }) => ({ from: id, kind: 'connects-to', to: hub })),
    ),
  )
  await app.inTx(asSystem('test'), (tx) => tx.act(assetRelation, tie?.id ?? '', 'end'))
  await app.sql('update asset set state = $1 where id = $2', ['disposed', many[1]?.id])
  const { nodes, more } = (await world.clients.engineer.get(`/api/assets/${hub}/impact`)).body as Answer
  expect([nodes.length, more]).toEqual([mostShown + 1, [{ level: 1, count: 4, atLeast: false }]])
})

it('is found only by those who may read the asset, and shows them no relation that they may not', async () => {
  const [mine = '', other = ''] = await chain('我的笔记本', '网络')
  const { business } = world.clients
  expect((await business.get(`/api/assets/${mine}/impact`)).status).toBe(404)
  await app.inTx(asSystem('test'), (tx) => tx.update(asset, mine, { custodian: world.people.business.id }))
  const { body } = await business.get(`/api/assets/${mine}/impact`)
  expect((body as Answer).nodes.map(({ id }) => id)).toEqual([mine])
  expect((await business.get(`/api/assets/${other}/impact`)).status).toBe(404)
})
