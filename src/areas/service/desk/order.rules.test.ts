import { describe, expect, it } from 'vitest'
import { byUrgency, type Placed, reasonOf, spanWords } from './order.rules.ts'

const now = '2026-11-24T01:30:00.000Z'
const one = (id: string, values: Partial<Placed> = {}): Placed => ({
  id,
  dueAt: null,
  affectsTrading: false,
  priority: 'p3',
  createdAt: '2026-11-24T00:30:00.000Z',
  ...values,
})

describe('what needs a hand first', () => {
  it('is what is overdue, then due soonest, then what affects trading, then by priority, then the older', () => {
    const overdue = one('f', { dueAt: '2026-11-24T01:00:00.000Z', priority: 'p4' })
    const soon = one('e', { dueAt: '2026-11-24T01:42:00.000Z' })
    const later = one('d', { dueAt: '2026-11-24T05:00:00.000Z', affectsTrading: true, priority: 'p1' })
    const trading = one('c', { affectsTrading: true, priority: 'p2' })
    const high = one('b', { priority: 'p1' })
    const old = one('1')
    const young = one('2')
    const inOrder = [overdue, soon, later, trading, high, old, young]
    expect([...inOrder].reverse().sort(byUrgency)).toEqual(inOrder)
  })

  it('says why in a sentence', () => {
    const response = ['响应', 'Response'] as const
    const due = one('a', { dueAt: '2026-11-24T01:42:00.000Z' })
    expect(reasonOf(due, response, '09:42', now)).toEqual([
      '响应时限 09:42 到期,还有 12 分钟',
      'Response is due at 09:42, in 12 min',
    ])
    const late = one('a', { dueAt: '2026-11-24T00:25:00.000Z' })
    expect(reasonOf(late, response, '08:25', now)[0]).toBe('响应时限 08:25 已到期,超时 1 小时 5 分钟')
    expect(reasonOf(one('a', { affectsTrading: true }), null, '', now)[0]).toBe('可能影响交易')
    expect(reasonOf(one('a', { priority: 'p2' }), null, '', now)[1]).toBe('Its priority is P2')
    expect(reasonOf(one('a'), null, '', now)[0]).toBe('等候最久,已 1 小时')
  })

  it('says spans as people do', () => {
    expect(spanWords(0)[0]).toBe('1 分钟')
    expect(spanWords(59 * 60_000)[1]).toBe('59 min')
    expect(spanWords(47 * 3_600_000)[0]).toBe('47 小时')
    expect(spanWords(50 * 3_600_000)[1]).toBe('2 days')
  })
})
