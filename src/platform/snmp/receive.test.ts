import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoded, encodedInteger, encodedOid, integerOf, oidOf, tags, unsignedOf, valueAt } from './ber.ts'
import { type Engines, receive } from './receive.ts'

const engines: Engines = {
  id: Buffer.from('80000000050102030405060708', 'hex'),
  own: { boots: 1, time: 10 },
  timeOf: () => undefined,
  heard: () => {},
  count: () => 1,
}
const access = { communities: ['traps'], users: [{ name: 'u', auth: 'none', priv: 'none' }] } as const
const heard = (bytes: Buffer) => receive(bytes, access, engines)

const variable = (oid: string, value: Buffer) => encoded(tags.sequence, encodedOid(oid), value)
const trap = (community: string, ...variables: Buffer[]) =>
  encoded(
    tags.sequence,
    encodedInteger(1),
    encoded(tags.octets, Buffer.from(community)),
    encoded(
      0xa7,
      encodedInteger(7),
      encodedInteger(0),
      encodedInteger(0),
      encoded(
        tags.sequence,
        variable('1.3.6.1.2.1.1.3.0', encodedInteger(42, tags.timeTicks)),
        variable('1.3.6.1.6.3.1.1.4.1.0', encodedOid('1.3.6.1.6.3.1.1.5.1')),
        ...variables,
      ),
    ),
  )

describe('BER', () => {
  it('says numbers and OIDs as they were', () => {
    fc.assert(fc.property(fc.integer(), (n) => integerOf(valueAt(encodedInteger(n))) === n))
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 20 }), (arcs) => {
        const oid = ['1.3', ...arcs].join('.')
        return oidOf(valueAt(encodedOid(oid)).value) === oid
      }),
    )
    expect(unsignedOf(Buffer.from('ffffffffffffffff', 'hex'))).toBe(18_446_744_073_709_551_615n)
    expect(valueAt(encoded(tags.octets, Buffer.alloc(70))).value).toHaveLength(70)
    expect(valueAt(encoded(tags.octets, Buffer.alloc(300))).value).toHaveLength(300)
    expect(valueAt(encoded(tags.octets, Buffer.alloc(200))).value).toHaveLength(200)
  })
})

describe('a datagram', () => {
  it('shows text as text, anything else as hex, and no community that a proxy passes on', () => {
    const said = heard(
      trap(
        'traps',
        variable('1.3.6.1.2.1.2.2.1.2.1', encoded(tags.octets, Buffer.from('上联'))),
        variable('1.3.6.1.2.1.2.2.1.6.1', encoded(tags.octets, Buffer.from([0, 0x1b, 0x21, 1, 2, 255]))),
        variable('1.3.6.1.6.3.18.1.3.0', encoded(tags.ipAddress, Buffer.from([10, 0, 0, 1]))),
        variable('1.3.6.1.6.3.18.1.4.0', encoded(tags.octets, Buffer.from('traps'))),
      ),
    )
    expect(said).toMatchObject({
      is: 'trap',
      trap: { version: '2c', trap: '1.3.6.1.6.3.1.1.5.1', uptime: 42, agent: '10.0.0.1' },
    })
    expect(said.is === 'trap' && said.trap.variables.map(({ value }) => value)).toEqual([
      '上联',
      '00:1b:21:01:02:ff',
      '10.0.0.1',
    ])
  })

  it('is refused by another community, and where it is no trap', () => {
    expect(heard(trap('Traps'))).toEqual({ is: 'refused', why: 'unknown-community' })
    expect(heard(Buffer.from('<13>a line of syslog'))).toEqual({ is: 'refused', why: 'unreadable' })
  })

  it('never breaks the receiver, whatever it is', () => {
    const whole = trap('traps', variable('1.3.6.1.2.1.2.2.1.2.1', encoded(tags.octets, Buffer.from('x'))))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => heard(Buffer.from(bytes)).is === 'refused'))
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(whole)
        damaged[at] = byte
        return ['trap', 'refused', 'question'].includes(heard(damaged).is)
      }),
      { numRuns: 2_000 },
    )
  })
})
