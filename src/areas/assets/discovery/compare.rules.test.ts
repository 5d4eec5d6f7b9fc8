import { describe, expect, it } from 'vitest'
import { cpuOf, differencesOf, type Found, memoryAsSold, modelOf, type Registered } from './compare.rules.ts'

const registered: Registered = {
  serial: 'cn1234',
  hostname: 'DB01',
  address: '10.1.2.3',
  model: 'Dell PowerEdge R750',
  custom: { cpu: '2× Xeon Gold 6330', memory: 256, note: 'x' },
}
const found: Found = {
  serial: 'CN1234',
  hostname: 'db01.firm.example',
  addresses: ['192.168.9.1', '10.1.2.3'],
  model: 'Dell PowerEdge R750',
  facts: { cpu: cpuOf('Intel(R) Xeon(R) Gold 6330 CPU @ 2.00GHz'), memoryGb: 256, os: 'Debian 12' },
}
const asked = ['cpu', 'memory', 'note']

describe('in what a machine differs from the register', () => {
  it('is nothing where only the spelling differs', () => {
    expect(differencesOf(registered, found, asked)).toEqual([])
  })

  it('is told field by field, as people read it', () => {
    const other: Found = {
      serial: 'CN9999',
      hostname: 'db02',
      addresses: ['10.1.2.9'],
      model: 'Dell PowerEdge R760',
      facts: { cpu: 'Intel Xeon Gold 6430', memoryGb: 512 },
    }
    expect(differencesOf(registered, other, asked)).toEqual([
      { field: 'serial', registered: 'cn1234', found: 'CN9999' },
      { field: 'hostname', registered: 'DB01', found: 'db02' },
      { field: 'address', registered: '10.1.2.3', found: '10.1.2.9' },
      { field: 'model', registered: 'Dell PowerEdge R750', found: 'Dell PowerEdge R760' },
      { field: 'custom.cpu', registered: '2× Xeon Gold 6330', found: 'Intel Xeon Gold 6430' },
      { field: 'custom.memory', registered: '256', found: '512' },
    ])
  })

  it('fills what is empty, and asks only what the firm asks of the asset', () => {
    const empty: Registered = { serial: null, hostname: null, address: null, model: null, custom: {} }
    const fields = differencesOf(empty, found, ['os']).map(({ field, registered: is }) => [field, is])
    expect(fields).toEqual([
      ['serial', null],
      ['hostname', null],
      ['address', null],
      ['model', null],
      ['custom.os', null],
    ])
  })

  it('is nothing where the machine does not say', () => {
    expect(
      differencesOf(registered, { serial: null, hostname: null, addresses: [], model: null, facts: {} }, asked),
    ).toEqual([])
  })
})

describe('what machines say, as people say it', () => {
  it.each([
    [15_884, 16],
    [64_138, 64],
    [257_540, 256],
    [515_640, 512],
    [1_900, 2],
    [7_000, 6.8],
  ])('memory of %d MB is %d GB', (mb, gb) => expect(memoryAsSold(mb)).toBe(gb))

  it.each([
    ['Dell Inc.', 'PowerEdge R750', 'Dell PowerEdge R750'],
    ['HP', 'HP EliteDesk 800 G6', 'HP EliteDesk 800 G6'],
    ['Huawei Technologies Co., Ltd.', '2288H V5', 'Huawei 2288H V5'],
    ['Default string', 'Default string', null],
    ['Unheard', 'X1', 'Unheard X1'],
    [null, 'S5735', 'S5735'],
  ])('%s %s is %s', (maker, model, name) => expect(modelOf(maker, model)).toBe(name))
})
