import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Placed, place, type Sizes } from './place.ts'
import { type Group, type Most, type Neighbourhood, type Node, type Picture, pictureOf, type Spot } from './tree.ts'

const node = (id: string, record = 'job'): Node => ({ id, record, number: id.toUpperCase(), label: id, state: 'new' })
type Edge = Neighbourhood['edges'][number]
const link = (from: string, to: string, name = 'blocks'): Edge => ({ from, to, kind: 'link', name })
const field = (from: string, to: string, name = 'parent'): Edge => ({ from, to, kind: 'field', name })

const told = (id: string, edges: readonly Edge[], more: Neighbourhood['more'] = []): [string, Neighbourhood] => {
  const ids = new Set([id, ...edges.flatMap(({ from, to }) => [from, to])])
  return [id, { nodes: [...ids].map((one) => node(one, one.startsWith('x') ? 'part' : 'job')), edges, more }]
}
const plenty: Most = { all: 40, first: 24, further: 8 }
const picture = (opened: readonly string[], answers: [string, Neighbourhood][], most = plenty) =>
  pictureOf('m', opened, new Map(answers), most) as Picture

/** `blocks out: a b` for each group around a record. */
const around = ({ groups }: Spot) =>
  groups.map(
    ({ ways, spots, hidden }) =>
      `${ways.map(({ name, direction }) => `${name} ${direction}`).join('+')}: ${spots.map((one) => one.node.id).join(' ')}${hidden > 0 ? ` +${hidden}` : ''}`,
  )

describe('what stands around a record', () => {
  it('is grouped by how it stands there: links before fields, out before in, each kind of record for itself', () => {
    const { middle } = picture(
      [],
      [told('m', [field('x', 'm'), field('c', 'm'), field('m', 'b'), link('l', 'm'), link('m', 'k'), link('m', 'o')])],
    )
    expect(around(middle)).toEqual(['blocks out: k o', 'blocks in: l', 'parent out: b', 'parent in: x', 'parent in: c'])
  })

  it('stands there once, also when it does so in two ways', () => {
    const { middle, size, ties } = picture(
      [],
      [told('m', [link('m', 'a'), link('m', 'a', 'relates-to'), link('m', 'b')])],
    )
    expect(around(middle)).toEqual(['blocks out+relates-to out: a', 'blocks out: b'])
    expect([size, ties]).toEqual([3, []])
  })

  it('grows where it is opened; who stands in it already is tied, and not drawn again', () => {
    const answers = [
      told('m', [link('m', 'a'), link('m', 'b')]),
      told('a', [link('m', 'a'), link('a', 'b'), link('a', 'c')]),
    ]
    expect(picture([], answers).ties).toEqual([{ from: 'a', to: 'b' }])
    const { middle, ties } = picture(['a'], answers)
    const [a, b] = (middle.groups[0] as Group).spots as [Spot, Spot]
    expect([around(a), around(b)]).toEqual([['blocks out: c'], []])
    expect(ties).toEqual([{ from: 'a', to: 'b' }])
    expect(picture(['nobody'], answers).size).toBe(3)
  })

  it('gives each group its share of the room, and says what is left out or not told', () => {
    const many = Array.from({ length: 6 }, (_, n) => link('m', `a${n}`))
    const more = [{ of: 'm', kind: 'link', name: 'blocks', direction: 'out', record: 'job' }] as const
    const { middle } = picture([], [told('m', [...many, field('m', 'b')], more)], { all: 5, first: 4, further: 0 })
    expect(around(middle)).toEqual(['blocks out: a0 a1 a2 +3', 'parent out: b'])
    expect(middle.groups.map((group) => group.more)).toEqual([true, false])
  })

  it('is nothing while the middle is not known', () => {
    expect(pictureOf('m', [], new Map(), plenty)).toBeUndefined()
  })
})

describe('the places in a picture', () => {
  const sizes: Sizes = {
    box: { width: 100, height: 30 },
    middle: { width: 60, height: 40 },
    reach: 40,
    heading: 20,
    gap: 5,
    groupGap: 10,
  }
  const inside = ({ width, height, spots, groups }: Placed) =>
    [...spots, ...groups].every(
      (one) => one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height,
    )
  const apart = ({ spots }: Placed) =>
    spots.every((a, n) =>
      spots
        .slice(n + 1)
        .every((b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y),
    )

  it('are to both sides of the middle, which stands level with them', () => {
    const { width, height, spots, lines } = place(picture([], [told('m', [link('m', 'a'), link('b', 'm')])]), sizes)
    expect([width, height]).toEqual([60 + 2 * 140, 50])
    expect(spots.map(({ spot, side, x, y }) => [spot.node.id, side, x, y])).toEqual([
      ['m', 'right', 140, 5],
      ['a', 'right', 240, 20],
      ['b', 'left', 0, 20],
    ])
    expect(lines.map(({ path }) => path)).toEqual(['M200 25C220 25 220 35 240 35', 'M140 25C120 25 120 35 100 35'])
  })

  it('lie within it and never over each other, however it has grown', () => {
    const ids = ['m', 'a', 'b', 'c', 'x', 'd', 'e', 'x1', 'f', 'g']
    const edge = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom('blocks', 'relates-to'))
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 40 }), fc.subarray(ids), (pairs, opened) => {
        const edges = pairs.map(([from, to, name]) => link(from, to, name))
        const answers = ids.map((id) =>
          told(
            id,
            edges.filter(({ from, to }) => from === id || to === id),
          ),
        )
        const placed = place(picture(opened, answers), sizes)
        expect(inside(placed)).toBe(true)
        expect(apart(placed)).toBe(true)
      }),
    )
  })
})
