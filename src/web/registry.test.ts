import { expect, it } from 'vitest'
import { registry as declared } from '../app/records.ts'
import type { Area } from '../record/registry.ts'
import { headsOf } from './heads.ts'
import { webRegistry } from './registry.ts'

const heads = headsOf(declared.areas)
const areaOf = (code: string) => declared.areas.find((area) => area.code === code) as Area
/** What a component meets that asks for it: the entry, or what it waits for or fails by. */
const met = (ask: () => unknown): unknown => {
  try {
    return ask()
  } catch (thrown) {
    return thrown
  }
}

it('knows of every record its address, its names and who may meet it, and can be sent as text', () => {
  expect(JSON.parse(JSON.stringify(heads))).toEqual(heads)
  expect(heads.flatMap(({ records }) => records.map(({ record }) => record.name))).toEqual(
    declared.all.map(({ record }) => record.name),
  )
  expect(webRegistry(heads, async () => areaOf('service')).head('incident')).toMatchObject({
    record: { plural: 'incidents', access: { read: declared.get('incident').record.access.read } },
    words: { name: ['故障', 'Incident'] },
  })
})

it('asks for an area once, and has all of it once it is there', async () => {
  const asked: string[] = []
  const registry = webRegistry(heads, async (code) => {
    asked.push(code)
    return areaOf(code)
  })
  const waits = met(() => registry.get('incident'))
  expect(waits).toBeInstanceOf(Promise)
  expect(met(() => registry.get('service'))).toBe(waits)
  await waits
  expect(registry.get('incident')).toBe(declared.get('incident'))
  expect(registry.get('service')).toBe(declared.get('service'))
  registry.fetch('service')
  expect(asked).toEqual(['service'])
})

it('has everything once every area is there', async () => {
  const registry = webRegistry(heads, async (code) => areaOf(code))
  for (let waits = met(registry.whole); waits instanceof Promise; waits = met(registry.whole)) await waits
  expect(registry.whole().areas).toEqual(declared.areas)
  expect(registry.whole().all).toEqual(declared.all)
})

it('fails where an area cannot be fetched, and where there is no such record', async () => {
  const registry = webRegistry(heads, () => Promise.reject(new Error('offline')))
  await met(() => registry.get('incident'))
  expect(met(() => registry.get('incident'))).toMatchObject({ message: 'offline' })
  expect(met(() => registry.get('nothing'))).toMatchObject({ message: 'No record is called nothing' })
  expect(registry.find('nothing')).toBeUndefined()
})
