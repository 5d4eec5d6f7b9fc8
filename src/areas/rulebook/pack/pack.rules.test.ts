import { describe, expect, it } from 'vitest'
import { controlsIn, type Held, points, speaksTo, updateOf } from './pack.rules.ts'
import { packData } from './packs.ts'

const shared = { from: '2026-01-01', verified: 'partly' as const }
const held = (more: Partial<Held> = {}): Held => ({
  ...{ id: 'id-23', item: '23', state: 'in-force', parent: null, title: '等级保护', titleEn: 'Graded protection' },
  ...{ controls: ['G-02'], verified: 'partly', effectiveFrom: '2026-01-01', effectiveTo: null },
  ...more,
})
const point = points(shared, ['23', '等级保护', 'Graded protection', 'G-02'])

it('reads controls one by one, as a run, and as a family', () => {
  expect(controlsIn('G-02 P-09…P-11  S-*')).toEqual(['G-02', 'P-09', 'P-10', 'P-11', 'S-*'])
  expect(speaksTo(['S-*'], 'S-08')).toBe(true)
  expect(speaksTo(['S-0'], 'S-08')).toBe(false)
})

describe('an update', () => {
  it('does nothing where nothing is other than it was', () =>
    expect(updateOf([held()], point, '2026-11-24')).toEqual({ add: [], change: [], close: [], reopen: [] }))

  it('calls a point changed that comes later, and none of those that came with the pack', () => {
    expect(updateOf([], point, '2026-11-24').add).toMatchObject([{ item: '23', changedOn: null }])
    const more = [...point, ...points(shared, ['27', '应急', 'Plans'])]
    expect(updateOf([held()], more, '2026-11-24').add).toMatchObject([{ item: '27', changedOn: '2026-11-24' }])
  })

  it('closes what is past its day or gone from the source, and removes nothing', () => {
    const ended = points({ ...shared, to: '2026-11-23' }, ['23', '等级保护', 'Graded protection', 'G-02'])
    expect(updateOf([held()], ended, '2026-11-23').close).toEqual([])
    expect(updateOf([held()], ended, '2026-11-24').close).toEqual([{ id: 'id-23', effectiveTo: '2026-11-23' }])
    expect(updateOf([held()], [], '2026-11-24').close).toEqual([{ id: 'id-23', effectiveTo: '2026-11-24' }])
    expect(updateOf([held({ state: 'closed' })], point, '2026-11-24').reopen).toHaveLength(1)
  })

  it('is a change of the law where the wording is another, and none where only its checking is', () => {
    const [checked] = updateOf([held({ verified: 'no' })], point, '2026-11-24').change
    expect(checked?.values.changedOn).toBeUndefined()
    const [reworded] = updateOf([held({ title: '等保' })], point, '2026-11-24').change
    expect(reworded?.values).toMatchObject({ title: '等级保护', changedOn: '2026-11-24' })
  })
})

describe.each(packData.map((one) => [one.code, one] as const))('%s', (_code, one) => {
  it('names each point once, in both languages, with its source', () => {
    const items = one.points.map(({ item }) => item)
    expect(new Set(items).size).toBe(items.length)
    expect(one.source).not.toBe('')
    for (const { title, titleEn, from, to } of one.points) {
      expect(title).toMatch(/[一-鿿]/)
      expect(titleEn).not.toMatch(/[一-鿿]/)
      expect(to === null || to >= from).toBe(true)
    }
  })

  it('names controls as the clauses of the source are numbered', () => {
    for (const { controls } of one.points) for (const id of controls) expect(id).toMatch(/^[A-Z]-(\d\d|\*)$/)
  })
})

it('has the ninety-three controls of ISO 27001 by their four themes', () => {
  const iso = packData.find(({ code }) => code === 'ISO27K')?.points ?? []
  const of = (theme: string) => iso.filter(({ item }) => item.startsWith(`${theme}.`)).length
  expect(['5', '6', '7', '8'].map(of)).toEqual([37, 8, 14, 34])
})
