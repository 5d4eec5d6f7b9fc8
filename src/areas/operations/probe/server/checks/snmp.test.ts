import { beforeEach, describe, expect, it } from 'vitest'
import type { SnmpAccess } from '../../../../assets/assets.api.ts'
import { probeSettings } from '../../probe.settings.ts'
import { makeSwitch } from '../testing/switch.ts'
import { observe } from './observe.ts'

const device = '01890000-0000-7000-8000-000000000001'
let box: Awaited<ReturnType<typeof makeSwitch>>
let carry: unknown

beforeEach(async () => {
  box = await makeSwitch(['eth0', 'uplink'])
  carry = null
  return () => box.close()
})

/** One check, which goes on from the one before. */
async function seen(more: object = {}, community = 'for-tests') {
  const settings = probeSettings.parse({ kind: 'snmp', device, name: 'uplink', ...more })
  const access: SnmpAccess = {
    device: { host: '127.0.0.1', port: box.port, protocol: 'v2c', user: null, auth: 'none', priv: 'none' },
    keys: { community },
  }
  const known = async (id: string) => (id === device ? access : null)
  const found = await observe(settings, { intervalMs: 30_000, now: 0, carry, device: known })
  if (found.carry !== undefined) carry = JSON.parse(JSON.stringify(found.carry))
  const { outcome, value, note } = found
  return { outcome, value, note }
}

describe('snmp', () => {
  it('knows a rate from the second reading on, and judges it', async () => {
    const limits = { warnWhen: { op: '>', than: 5 }, downWhen: { op: '>', than: 50 } }
    expect(await seen(limits)).toEqual({ outcome: 'unknown', value: null, note: 'counting from here' })
    box.uptime(1_000)
    box.octetsIn(2, 1_250_000n)
    expect(await seen(limits)).toEqual({ outcome: 'up', value: 1, note: '1 Mbit/s' })
    box.uptime(2_000)
    box.octetsIn(2, 13_750_000n)
    expect(await seen(limits)).toEqual({ outcome: 'slow', value: 10, note: '> 5' })
    expect(await seen(limits)).toMatchObject({ outcome: 'unknown', note: 'too soon' })
  })

  it('reads counters of 64 bits', async () => {
    box.octetsIn(2, 2n ** 63n)
    await seen()
    box.uptime(1_000)
    box.octetsIn(2, 2n ** 63n + 12_500_000_000n)
    expect(await seen()).toMatchObject({ outcome: 'up', value: 10_000 })
  })

  it('takes no rate from a device that has started anew, and counts on from there', async () => {
    box.uptime(90_000)
    box.octetsIn(2, 9_000_000n)
    await seen()
    box.uptime(500)
    box.octetsIn(2, 100n)
    expect(await seen()).toMatchObject({ outcome: 'unknown', note: 'restarted' })
    box.uptime(1_500)
    box.octetsIn(2, 1_250_100n)
    expect(await seen()).toMatchObject({ outcome: 'up', value: 1 })
  })

  it('finds its interface again when the device has given it another number', async () => {
    await seen()
    box.rename(2, 'eth0')
    box.rename(1, 'uplink')
    box.uptime(1_000)
    box.octetsIn(1, 1_250_000n)
    expect(await seen()).toMatchObject({ outcome: 'unknown', note: 'counting from here' })
    box.uptime(2_000)
    box.octetsIn(1, 2_500_000n)
    expect(await seen()).toMatchObject({ outcome: 'up', value: 1 })
  })

  it('counts errors', async () => {
    await seen({ measure: 'errors' })
    box.uptime(1_000)
    box.errors(2, 20)
    expect(await seen({ measure: 'errors', downWhen: { op: '>=', than: 2 } })).toEqual({
      outcome: 'down',
      value: 2,
      note: '>= 2',
    })
  })

  it('is down when the interface is, and when the device says nothing', async () => {
    box.status(2, 2)
    expect(await seen()).toMatchObject({ outcome: 'down', note: 'interface not up' })
    expect(await seen({ timeoutMs: 200 }, 'wrong')).toMatchObject({ outcome: 'down', note: 'timeout' })
  })

  it('is unknown for an interface or a device that is not there', async () => {
    expect(await seen({ name: 'eth7' })).toMatchObject({ outcome: 'unknown', note: 'no interface eth7' })
    expect(await seen({ device: device.replace('1', '2') })).toMatchObject({
      outcome: 'unknown',
      note: 'unknown device',
    })
  })
})
