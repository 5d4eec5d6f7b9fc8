import { expect, it } from 'vitest'
import type { Resource } from '../../resource/shape.rules.ts'
import { cell, csvOf } from './csv.ts'

const one: Resource = {
  ...{ asset: '00000000-0000-4000-8000-000000000001', tag: '=SUM(A1)', number: 'AST-1', name: '核心,"交换机"' },
  ...{ category: 'c', model: null, location: null, department: null, verdict: 'renew', score: 2 },
  reasons: [{ code: 'dear', for: 'renew', grave: true, words: ['贵', 'Dear'] }],
  figures: {
    ...{ state: 'in-use', ageMonths: 12, lifeMonths: 60, cost: 1000.5, bookValue: 800, costYear: 300, spentYear: 100 },
    ...{ spentAll: 100, repairs: 1, failures: 0, responseMinutes: null, downMinutes: 0, use: 5, fullest: 9 },
    ...{ slow: null, up: null, idleDays: null, warrantyUntil: null, supportUntil: '2027-01-01' },
  },
}

it('writes a sheet that no program takes a formula from, in the language of whoever asks', () => {
  const refs = { c: { record: 'asset-category', number: 'ACY-1', label: '网络设备' } }
  const [head, line] = csvOf({ items: [one], refs }, 'zh').split('\r\n')
  expect(head?.startsWith('\ufeff"资产编号","资产"')).toBe(true)
  expect(line).toBe(
    `"'=SUM(A1)","核心,""交换机""","网络设备","","","建议更新","贵",12,5,0,1,,1000.5,800,100,300,,"2027-01-01"`,
  )
  expect(csvOf({ items: [one], refs }, 'en')).toContain('"Renew","Dear"')
  expect([cell(-5), cell('-5'), cell(null)]).toEqual(['-5', `"'-5"`, ''])
})
