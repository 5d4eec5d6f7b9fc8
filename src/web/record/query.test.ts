import { describe, expect, it } from 'vitest'
import { type Shown, shownOf } from '../format/value.ts'
import { readSearch, writeSearch } from '../shell/search.ts'
import { chipText } from './chip.ts'
import { sample } from './job.sample.ts'
import { isFiltered, listAddress, listQuery, nextSort, searchOf, sortOf, withKeys, withoutFilters } from './query.ts'
import { addressOf, differs, type SavedView, viewQueryOf } from './views/views.ts'

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

  it('keeps filters by fields that the firm added, also before it is known which there are', () => {
    const search = { 'custom.floor.from': '3', columns: 'title,custom.floor' }
    const { query, columns } = listAddress(search, fields)
    expect([query, columns]).toEqual([{ 'custom.floor.from': '3' }, ['title', 'custom.floor']])
    const floor = { name: 'custom.floor', kind: 'number', label: ['楼层', 'Floor'], filter: true, sort: false } as const
    expect(chipText(floor, query, {}, 'en')).toBe('≥ 3')
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

describe('a saved view', () => {
  const address = {
    query: { 'state.not': 'done', 'due.from': '@week', q: '登录', sort: '-size' },
    columns: ['number', 'title'],
    view: undefined,
  }
  const saved = { id: 'v1', query: viewQueryOf(address) }

  it('keeps filters, search, sorting and columns, and opens as it was kept', () => {
    expect(saved.query).toEqual({
      filters: { 'state.not': 'done', 'due.from': '@week' },
      q: '登录',
      sort: '-size',
      columns: ['number', 'title'],
    })
    expect(addressOf(saved)).toEqual({ ...address, view: 'v1' })
    const read = listAddress(readSearch(writeSearch(searchOf(addressOf(saved)))), fields)
    expect(read).toEqual({ ...address, view: 'v1' })
  })

  it('knows when something else is shown: other filters, another order, other columns', () => {
    const view = { ...saved, name: 'x' } as unknown as SavedView
    const shown = addressOf(saved)
    const turned = Object.fromEntries(Object.entries(shown.query).reverse())
    expect(differs(view, { ...shown, query: turned })).toBe(false)
    expect(differs(view, { ...shown, query: withKeys(shown.query, { sort: undefined }) })).toBe(true)
    expect(differs(view, { ...shown, columns: ['title', 'number'] })).toBe(true)
    expect(differs(view, { ...shown, columns: undefined })).toBe(true)
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
    expect(chipText(field('due'), { 'due.from': query['due.from'] }, {}, 'zh')).toBe('自 2026-11-24')
  })

  it('says days from today as people do', () => {
    const due = (from: string | undefined, to: string | undefined, lang: 'zh' | 'en' = 'zh') =>
      chipText(field('due'), withKeys({}, { 'due.from': from, 'due.to': to }), {}, lang)
    expect(due('@week', '@week')).toBe('本周')
    expect(due('@today-29', '@today', 'en')).toBe('Last 30 days')
    expect(due('@today-3', '@today+1')).toBe('3 天前 – 1 天后')
    expect(due('@today-1', undefined, 'en')).toBe('from 1 day ago')
    expect(due(undefined, '@today-1')).toBe('今天之前')
    expect(due('@month-2', '2026-11-24', 'en')).toBe('2 months ago – 2026-11-24')
  })

  it('says what is not, what has any value, and whoever reads', () => {
    expect(chipText(field('state'), { 'state.not': 'done,cancelled' }, {}, 'zh')).toBe('不是 完成, 取消')
    expect(chipText(field('owner'), { 'owner.not': '' }, {}, 'en')).toBe('Has a value')
    expect(chipText(field('owner'), { owner: '@me' }, {}, 'zh')).toBe('我')
  })
})
