import { describe, expect, it } from 'vitest'
import { type Shown, shownOf } from '../format/value.ts'
import { readSearch, writeSearch } from '../shell/search.ts'
import { chipText } from './chip.ts'
import { sample } from './job.sample.ts'
import { isFiltered, listQuery, nextSort, sortOf, withKeys, withoutFilters } from './query.ts'

const fields = ['state', 'size', 'owner', 'due'].map((name) => shownOf(sample, name) as Shown)
const field = (name: string) => shownOf(sample, name) as Shown

describe('a list in the address', () => {
  it('survives the way through the address unchanged, the empty filter too', () => {
    const query = {
      state: 'new,doing',
      owner: '',
      'due.from': '2026-11-23T16:00:00.000Z',
      q: '登录 a&b',
      sort: '-size',
    }
    expect(readSearch(writeSearch(query))).toEqual(query)
  })

  it('stays readable', () => {
    expect(writeSearch({ state: 'new,doing', 'due.to': '2026-11-24T15:59:59.999Z' })).toBe(
      '?state=new,doing&due.to=2026-11-24T15:59:59.999Z',
    )
  })

  it('leaves aside what is no filter of this list', () => {
    expect(listQuery({ state: 'new', title: 'x', evil: '1', 'due.to': 'd', sort: 'size' }, fields)).toEqual({
      state: 'new',
      'due.to': 'd',
      sort: 'size',
    })
  })

  it('takes filters in and out, and clears them without losing the sort', () => {
    const set = withKeys({ sort: 'size' }, { state: 'new', owner: '' })
    expect(set).toEqual({ sort: 'size', state: 'new', owner: '' })
    expect(withKeys(set, { state: undefined })).toEqual({ sort: 'size', owner: '' })
    expect(isFiltered(set)).toBe(true)
    expect(withoutFilters(set)).toEqual({ sort: 'size' })
    expect(isFiltered(withoutFilters(set))).toBe(false)
  })

  it('turns a header through ascending, descending and back to the newest first', () => {
    const up = nextSort({}, 'size')
    const down = nextSort(up, 'size')
    expect([up, down, nextSort(down, 'size')]).toEqual([{ sort: 'size' }, { sort: '-size' }, {}])
    expect(sortOf({})).toEqual({ field: 'createdAt', descending: true })
  })
})

describe('a chip', () => {
  it('says its filter in words', () => {
    expect(chipText(field('state'), { state: 'new,doing' }, {}, 'zh')).toBe('新建, 进行中')
    expect(chipText(field('owner'), { owner: '' }, {}, 'en')).toBe('(none)')
    expect(
      chipText(field('owner'), { owner: 'x' }, { x: { record: 'job', number: 'JOB-1', label: 'Lift' } }, 'en'),
    ).toBe('Lift')
  })

  it('says a range by the firm’s dates', () => {
    const query = { 'due.from': '2026-11-23T16:00:00.000Z', 'due.to': '2026-11-24T15:59:59.999Z' }
    expect(chipText(field('due'), query, {}, 'zh')).toBe('2026-11-24')
    expect(chipText(field('due'), { 'due.from': query['due.from'] }, {}, 'zh')).toBe('2026-11-24 – ')
  })
})
