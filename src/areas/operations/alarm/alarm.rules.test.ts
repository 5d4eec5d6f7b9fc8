import { describe, expect, it } from 'vitest'
import { byUrgency, folded, settlesAt, type Urgency } from './alarm.rules.ts'

const alarm = (more: Partial<Urgency> = {}): Urgency => ({
  state: 'firing',
  recoveredAt: null,
  affectsTrading: false,
  severity: 'warning',
  firstAt: '2026-11-25T01:00:00.000Z',
  ...more,
})

describe('alarms', () => {
  it('are held for three readings after recovery, at least 20 s and at most two minutes', () => {
    expect(settlesAt(0, 1)).toBe(20_000)
    expect(settlesAt(0, 10)).toBe(30_000)
    expect(settlesAt(0, 3_600)).toBe(120_000)
  })

  it('stand in the order in which they need a hand', () => {
    const trading = alarm({ affectsTrading: true, severity: 'critical' })
    const severe = alarm({ severity: 'critical' })
    const older = alarm({ firstAt: '2026-11-25T00:00:00.000Z' })
    const newer = alarm()
    const recovered = alarm({ affectsTrading: true, recoveredAt: '2026-11-25T01:01:00.000Z' })
    const inHand = alarm({ state: 'acknowledged', affectsTrading: true, severity: 'critical' })
    const silenced = alarm({ quiet: 'silenced', affectsTrading: true, severity: 'critical' })
    const wanted = [trading, severe, older, newer, recovered, inHand, silenced]
    expect([...wanted].reverse().sort(byUrgency)).toEqual(wanted)
  })

  it('that are told together stand behind the one that needs a hand first', () => {
    const one = (id: string, groupedUnder: string | null = null) => ({ id, groupedUnder })
    const shown = folded([one('b', 'a'), one('x'), one('a'), one('c', 'a'), one('y', 'gone'), one('z', 'gone')])
    expect(shown.map(({ id, grouped }) => [id, grouped])).toEqual([
      ['b', 2],
      ['x', 0],
      ['y', 1],
    ])
  })
})
