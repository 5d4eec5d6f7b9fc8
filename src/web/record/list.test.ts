import { describe, expect, it } from 'vitest'
import { shownOf } from '../format/value.ts'
import { bulkFields } from './bulk/bulk.ts'
import { moved, offeredColumns } from './columns.ts'
import { exportAddress } from './ExportMenu.tsx'
import { sample } from './job.sample.ts'
import { isChosen, noSelection, turned } from './selection.ts'
import { spanAt } from './window.ts'

describe('choosing rows', () => {
  const rows = ['a', 'b', 'c', 'd', 'e']
  const ids = (...args: Parameters<typeof turned>) => [...turned(...args).ids].sort()

  it('turns one on and off', () => {
    const one = turned(noSelection, rows, 'b')
    expect([...one.ids]).toEqual(['b'])
    expect(ids(one, rows, 'b')).toEqual([])
  })

  it('turns all between the last and this one, up or down, the way this one turns', () => {
    const one = turned(noSelection, rows, 'd')
    expect(ids(one, rows, 'b', 'd')).toEqual(['b', 'c', 'd'])
    const all = { ids: new Set(rows), all: false }
    expect(ids(all, rows, 'c', 'a')).toEqual(['d', 'e'])
  })

  it('of all that match, leaves out one of those that are loaded', () => {
    const all = { ids: new Set<string>(), all: true }
    expect(isChosen(all, 'not loaded')).toBe(true)
    const without = turned(all, rows, 'c')
    expect(without.all).toBe(false)
    expect([...without.ids].sort()).toEqual(['a', 'b', 'd', 'e'])
  })
})

describe('the rows that are drawn', () => {
  it('cover the screen and some beyond, wherever it is', () => {
    for (const top of [0, 13, 1_000, 24_999_000]) {
      const { first, last } = spanAt(top, 800, 25, 1_000_000)
      expect(first * 25).toBeLessThanOrEqual(top)
      expect(last * 25).toBeGreaterThanOrEqual(Math.min(top + 800, 25_000_000))
      expect(last - first).toBeLessThan(110)
    }
  })

  it('are never more than there are', () => {
    expect(spanAt(0, 800, 25, 7)).toEqual({ first: 0, last: 7 })
    expect(spanAt(0, 800, 25, 0)).toEqual({ first: 0, last: 0 })
  })
})

describe('columns', () => {
  it('move one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })

  it('are every field and what every record has, each once', () => {
    const names = offeredColumns(sample, []).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['number', 'title', 'state', 'due', 'createdAt', 'updatedBy']))
    expect(names.every((name) => shownOf(sample, name))).toBe(true)
  })

  it('hold each field that the firm added, and not all of them in one', () => {
    const floor = {
      key: 'floor',
      words: ['楼层', 'Floor'],
      kind: 'number',
      choices: [],
      required: false,
      when: [],
    } as const
    const offered = offeredColumns(sample, [floor])
    expect(offered.filter(({ name }) => name.startsWith('custom'))).toMatchObject([
      { name: 'custom.floor', kind: 'number', label: ['楼层', 'Floor'] },
    ])
  })
})

it('offers for many at once what a person may change of one', () => {
  expect(bulkFields(sample.record)).toEqual(expect.arrayContaining(['title', 'size', 'owner', 'due', 'outcome']))
  expect(bulkFields(sample.record)).not.toContain('code')
  expect(bulkFields(sample.record)).not.toContain('doneAt')
})

it('exports what is shown: the filters, the order, the columns, and only those chosen by hand', () => {
  const query = { 'state.not': 'done', sort: '-size' }
  const at = exportAddress(sample.record, 'xlsx', query, ['number', 'title'])
  expect(decodeURIComponent(at)).toBe('/api/jobs/export?format=xlsx&columns=number,title&state.not=done&sort=-size')
  const some = exportAddress(sample.record, 'csv', query, ['number'], { ids: new Set(['a', 'b']), all: false })
  expect(decodeURIComponent(some)).toContain('&ids=a,b')
  expect(exportAddress(sample.record, 'csv', query, ['number'], { ids: new Set(), all: true })).not.toContain('ids')
})
