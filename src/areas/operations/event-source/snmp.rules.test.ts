import { describe, expect, it } from 'vitest'
import { type SnmpSettings, sourceSchema } from './event-source.settings.ts'
import { type KeptTrap, noticesOfTraps } from './snmp.rules.ts'

const settings = (...rules: object[]) =>
  sourceSchema.parse({ is: 'snmp', from: ['10.0.0.0/8'], ...(rules.length > 0 && { rules }) }) as SnmpSettings

const trap = (
  oid: string,
  variables: Record<string, string | number> = {},
  more: Partial<KeptTrap> = {},
): KeptTrap => ({
  ...{ from: '10.0.0.1', version: '2c', trap: oid, agent: null, uptime: 1 },
  variables: Object.entries(variables).map(([name, value]) => ({ oid: name, value })),
  ...more,
})
const port = { '1.3.6.1.2.1.2.2.1.1.7': 7, '1.3.6.1.2.1.2.2.1.2.7': 'Gi0/7' }
const [coldStart, linkDown, linkUp] = [1, 3, 4].map((n) => `1.3.6.1.6.3.1.1.5.${n}`) as [string, string, string]

describe('the rules of a source of traps', () => {
  it('know what every device says, each port by itself', () => {
    const said = noticesOfTraps(
      [trap(linkDown, port), trap(linkDown, port), trap(coldStart), trap(linkUp, port), trap('1.3.6.1.4.1.9.9.1')],
      settings(),
      null,
    )
    expect(said.map(({ key, over, title, component }) => [key, over, title[0], component])).toEqual([
      ['接口断开/10.0.0.1/7', false, '10.0.0.1 linkDown Gi0/7 7', '10.0.0.1'],
      ['设备重启/10.0.0.1/', false, '10.0.0.1 coldStart', '10.0.0.1'],
      ['接口断开/10.0.0.1/7', true, '10.0.0.1 linkDown Gi0/7 7', '10.0.0.1'],
    ])
  })

  it('mean an enterprise’s own by how their OID begins, and what is in them by place or OID', () => {
    const ups = settings({
      ...{ name: 'UPS', traps: ['1.3.6.1.4.1.318.0'], contains: ['battery'], overContains: ['utility'] },
      ...{ severity: 'critical', key: '{1.3.6.1.4.1.318.2}', title: '{trap}: {2} {99} {nothing}' },
    })
    const from = (value: string, oid = '1.3.6.1.4.1.318.0.5') =>
      trap(oid, { '1.3.6.1.4.1.318.2.3': 'UPS-1', '1.3.6.1.4.1.318.9.1': value }, { agent: '10.9.9.9' })
    const all = [from('On BATTERY'), from('On utility'), from('Fan'), from('battery', '1.3.6.1.4.1.3180.1')]
    expect(noticesOfTraps(all, ups, '{1}')).toMatchObject([
      { key: 'UPS/10.9.9.9/UPS-1', over: false, severity: 'critical', component: 'UPS-1' },
      { key: 'UPS/10.9.9.9/UPS-1', over: true, component: 'UPS-1' },
    ])
    expect(noticesOfTraps(all, ups, null)[0]?.title[0]).toBe('1.3.6.1.4.1.318.0.5: On BATTERY')
  })
})
