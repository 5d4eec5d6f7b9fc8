import { describe, expect, it } from 'vitest'
import { groupKey } from './grouping.rules.ts'

const heard = { key: 'k', severity: 'warning', component: 'gate', source: 'zabbix' } as const
const below = new Set(['host', 'switch'])
const keyOf = (by: 'component' | 'subtree' | 'source', only: object = {}, of: object = {}) =>
  groupKey({ by, component: null, source: null, ...only }, { ...heard, ...of }, below)

describe('the group of an alarm', () => {
  it('is that of its component, of what it stands on, or of its source', () => {
    expect(keyOf('component')).toBe('component:gate:warning')
    expect(keyOf('component', { component: 'host' })).toBeNull()
    expect(keyOf('subtree', { component: 'host' })).toBe('subtree:host:warning')
    expect(keyOf('subtree', { component: 'gate' })).toBe('subtree:gate:warning')
    expect(keyOf('subtree', { component: 'other' })).toBeNull()
    expect(keyOf('source')).toBe('source:zabbix:warning')
    expect(keyOf('source', {}, { source: null })).toBeNull()
  })

  it('never puts a critical alarm behind a warning', () => {
    expect(keyOf('component', {}, { severity: 'critical' })).not.toBe(keyOf('component'))
  })
})
