import { describe, expect, it } from 'vitest'
import { nextAt, policyFor, turnsOf } from './escalation.rules.ts'

const any = { criticality: null, component: null, source: null, level: 'warning' } as const
const heard = { key: 'k', severity: 'warning', component: 'c', source: null } as const

describe('the policy of an alarm', () => {
  it('is the first whose every condition holds', () => {
    const trading = { ...any, criticality: 'trading' }
    const severe = { ...any, level: 'critical' } as const
    const own = { ...any, component: 'c' }
    expect(policyFor([trading, severe, own, any], heard, 'ordinary')).toBe(own)
    expect(policyFor([trading, severe, own, any], heard, 'trading')).toBe(trading)
    expect(policyFor([severe, any], { ...heard, severity: 'critical' }, null)).toBe(severe)
    expect(policyFor([trading, { ...any, source: 's' }], heard, null)).toBeUndefined()
  })

  it('ends at the manager, who is waited for by nobody', () => {
    const turns = turnsOf([{ who: [{ is: 'role', code: 'operator' }], wait: 10 }])
    expect(turns.at(-1)).toEqual({ who: [{ is: 'role', code: 'manager' }], wait: null })
    expect(turns.map((turn) => nextAt(turn, 1_000))).toEqual([601_000, null])
    expect(turnsOf([])).toHaveLength(1)
  })
})
