import { describe, expect, it } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { auditorsOf, independence, plannedInOrder, shares } from './audit.rules.ts'

describe('a sample', () => {
  it('is half of what broke the rule, and whatever one side lacks comes from the other', () => {
    expect(shares(6, 100, 100)).toEqual({ broken: 3, kept: 3 })
    expect(shares(5, 100, 100)).toEqual({ broken: 3, kept: 2 })
    expect(shares(6, 1, 100)).toEqual({ broken: 1, kept: 5 })
    expect(shares(6, 100, 1)).toEqual({ broken: 5, kept: 1 })
    expect(shares(6, 0, 2)).toEqual({ broken: 0, kept: 2 })
    expect(shares(6, 0, 0)).toEqual({ broken: 0, kept: 0 })
  })
})

describe('auditors', () => {
  it('are the lead and the team, each once', () =>
    expect(auditorsOf({ lead: 'a', team: ['b', 'a'] })).toEqual(['a', 'b']))

  it('answer for nothing of what they audit', () => {
    const owned = [
      { title: '资产管理办法', titleEn: 'Assets', owner: 'a' },
      { title: '安全', titleEn: null, owner: null },
    ]
    expect(independence({ lead: 'x', team: ['y'] }, owned)).toEqual([])
    const faults = independence({ lead: 'a', team: ['y', 'a'] }, owned)
    expect(faultsIn(faults)).toEqual(['lead own-work', 'team.1 own-work'])
    expect(faults[0]?.text).toEqual([
      '不能审计自己负责的内容:资产管理办法。',
      'Nobody audits what they answer for: Assets.',
    ])
  })
})

it('an audit ends no earlier than it begins', () => {
  expect(plannedInOrder({ startsOn: '2026-11-24', endsOn: '2026-11-24' })).toEqual([])
  expect(faultsIn(plannedInOrder({ startsOn: '2026-11-24', endsOn: '2026-11-23' }))).toEqual(['endsOn before-start'])
})
