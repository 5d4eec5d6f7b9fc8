import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  hostnameOf,
  type Identity,
  macsOf,
  matchOf,
  sameHost,
  serialOf,
  uuidOf,
} from './identity.rules.ts'

const nothing: Identity = { serial: null, uuid: null, macs: [], hostname: null }
const found = (more: Partial<Identity>): Identity => ({ ...nothing, ...more })
const known = (id: string, more: Partial<Identity>): Candidate => ({ id, ...nothing, ...more })
const [u1, u2] = ['4c4c4544-0051-3510-8052-b4c04f4a4e32', '564d1f2e-7b3a-9c11-a2b3-0c29aabbccdd']
const [m1, m2] = ['3c:ec:ef:01:02:03', '3c:ec:ef:0a:0b:0c']

describe('what tells a machine from others', () => {
  it.each([
    'To be filled by O.E.M.',
    'Default string',
    ' NONE ',
    '0',
    '00000000',
    'xxxxxxx',
    '123456789',
    'N/A',
    '',
    null,
  ])('is no serial number: %j', (text) => expect(serialOf(text)).toBeNull())

  it.each([
    ['cnu 4350a', 'CNU 4350A'],
    ['ＣＮ１２３４', 'CN1234'],
    ['VMware-56 4d 1f 2e', 'VMWARE-56 4D 1F 2E'],
  ])('is a serial number: %j', (text, one) => expect(serialOf(text)).toBe(one))

  it('is no UUID that boards come with', () => {
    for (const text of [
      '00000000-0000-0000-0000-000000000000',
      'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
      '03000200-0400-0500-0006-000700080009',
      'Not Settable',
    ])
      expect(uuidOf(text)).toBeNull()
    expect(uuidOf(u1.toUpperCase())).toBe(u1)
  })

  it('is the address of a real network card, however it is written', () => {
    expect(
      macsOf(['3C-EC-EF-01-02-03', '3cec.ef01.0203', '02:42:ac:11:00:02', '00:00:00:00:00:00', 'nonsense']),
    ).toEqual([m1])
  })

  it('is a name that somebody gave', () => {
    expect(['localhost', 'DB01.Firm.Example.', ''].map(hostnameOf)).toEqual([null, 'db01.firm.example', null])
    expect([sameHost('db01', 'db01.firm.example'), sameHost('db01', 'db011'), sameHost('a.x', 'a.y')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('which machine it is', () => {
  it('goes by the serial number before all else', () => {
    const candidates = [known('name', { hostname: 'db01' }), known('serial', { serial: 'CN1', hostname: 'old' })]
    expect(matchOf(found({ serial: 'CN1', hostname: 'db01' }), candidates)).toEqual({ id: 'serial', by: 'serial' })
  })

  it('tells two boards without a serial number apart by what else they have', () => {
    const serial = serialOf('To be filled by O.E.M.')
    const candidates = [
      known('one', { serial, macs: [m1], hostname: 'pc-1' }),
      known('two', { serial, macs: [m2], hostname: 'pc-2' }),
    ]
    expect(matchOf(found({ serial, macs: [m2], hostname: 'pc-2' }), candidates)).toEqual({ id: 'two', by: 'mac' })
  })

  it('does not take a new machine for the old one whose name it was given', () => {
    const candidates = [known('old', { serial: 'CN-OLD', hostname: 'db01' })]
    expect(matchOf(found({ serial: 'CN-NEW', hostname: 'db01' }), candidates)).toBeNull()
  })

  it('does not take a copied virtual machine for the one it was copied from', () => {
    const candidates = [known('first', { serial: 'VMWARE-1', uuid: u1 })]
    expect(matchOf(found({ serial: 'VMWARE-2', uuid: u1 }), candidates)).toBeNull()
  })

  it('knows a machine whose board was changed by its serial number, and a renamed one by its card', () => {
    expect(
      matchOf(found({ serial: 'CN1', uuid: u2, macs: [m1] }), [known('a', { serial: 'CN1', uuid: u1, macs: [m1] })]),
    ).toEqual({ id: 'a', by: 'serial' })
    expect(matchOf(found({ macs: [m1, m2], hostname: 'new' }), [known('a', { macs: [m1], hostname: 'old' })])).toEqual({
      id: 'a',
      by: 'mac',
    })
  })

  it('does not take blades for one because their chassis gives all of them its serial number', () => {
    const blade = known('blade-1', { serial: 'CHASSIS', uuid: u1, macs: [m1], hostname: 'blade-1' })
    expect(matchOf(found({ serial: 'CHASSIS', uuid: u2, macs: [m2], hostname: 'blade-2' }), [blade])).toBeNull()
  })

  it('says so where it cannot be told which', () => {
    const twins = [known('a', { hostname: 'pc' }), known('b', { hostname: 'pc' })]
    expect(matchOf(found({ hostname: 'pc' }), twins)).toBe('several')
    expect(matchOf(found({ serial: 'CN1', hostname: 'pc' }), [...twins, known('c', { serial: 'CN1' })])).toEqual({
      id: 'c',
      by: 'serial',
    })
  })

  const identity = fc.record({
    serial: fc.constantFrom(null, 'CN1', 'CN2'),
    uuid: fc.constantFrom(null, u1, u2),
    macs: fc.subarray([m1, m2]),
    hostname: fc.constantFrom(null, 'a', 'b'),
  })

  it('is the same whatever the order of the candidates, and nothing where nothing is shared', () => {
    fc.assert(
      fc.property(identity, fc.array(identity, { maxLength: 4 }), (machine, others) => {
        const candidates = others.map((one, i) => known(String(i), one))
        expect(matchOf(machine, candidates)).toEqual(matchOf(machine, [...candidates].reverse()))
        const strangers = candidates.filter(
          ({ serial, uuid, macs, hostname }) =>
            serial !== machine.serial &&
            uuid !== machine.uuid &&
            hostname !== machine.hostname &&
            !macs.some((mac) => machine.macs.includes(mac)),
        )
        expect(matchOf(machine, strangers)).toBeNull()
      }),
    )
  })
})
