import { expect, it } from 'vitest'
import { conflictFaults, conflictsOf, separationFaults } from './conflict.rules.ts'

const rule = { id: 'r', number: 'SOD-1', title: '录入与放行', titleEn: null, first: ['enter'], second: ['release'] }
const held = (accessRight: string) => ({
  id: accessRight,
  number: `ACG-${accessRight}`,
  title: accessRight,
  accessRight,
})

it('finds what a right is in conflict with, from either side', () => {
  expect(conflictsOf('enter', [held('release'), held('view')], [rule]).map(({ grant }) => grant.id)).toEqual([
    'release',
  ])
  expect(conflictsOf('release', [held('enter')], [rule])).toHaveLength(1)
  expect(conflictsOf('enter', [held('enter')], [rule])).toEqual([])
})

it('names grant and rule, until there is a measure and an end', () => {
  const found = conflictsOf('enter', [held('release')], [rule])
  const [fault] = conflictFaults(found, { measure: null, endsAt: null })
  expect(fault).toMatchObject({ path: 'measure', code: 'duty-conflict' })
  expect(fault?.text[1]).toContain('ACG-release')
  expect(fault?.text[1]).toContain('SOD-1')
  expect(conflictFaults(found, { measure: '每日抽查', endsAt: null })[0]?.path).toBe('endsAt')
  expect(conflictFaults(found, { measure: '每日抽查', endsAt: '2026-12-24T00:00:00.000Z' })).toEqual([])
})

it('has two sides, and no right on both', () => {
  expect(separationFaults({ first: [], second: [] }).map(({ path }) => path)).toEqual(['first', 'second'])
  expect(separationFaults({ first: ['a', 'b'], second: ['b'] }).map(({ code }) => code)).toEqual(['in-both'])
})
