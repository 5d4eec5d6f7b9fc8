import { describe, expect, it } from 'vitest'
import { type Known, leftIn, pathOf, readAt, sums } from './counting.ts'
import type { Line, Mine } from './kept.ts'

const place = (id: string, parent: string | null) => ({
  id,
  number: `LOC-202611-000${id.length}`,
  code: id,
  name: `名${id}`,
  parent,
})
const line = (tag: string, at: string): Line => ({
  ...{ asset: `a${tag}`, number: `AST-202611-${tag}`, tag, name: `件${tag}`, place: at, holder: null, counted: false },
})
const mine = (tag: string, at: string, by = 'me') => ({ tag, place: at, by }) as Mine
const known = (values: Partial<Known> = {}, mode: 'guided' | 'blind' = 'guided'): Known => ({
  take: {
    ...{
      id: 's',
      number: 'STK-202611-0001',
      title: '盘点',
      state: 'counting',
      mode,
      dueOn: null,
      expected: 2,
      people: [],
    },
    places: [place('site', null), place('room', 'site'), place('rack1', 'room'), place('store', 'site')],
  },
  lines: [line('0001', 'rack1'), line('0002', 'store')],
  ...{ seen: [], mine: [] },
  ...values,
})

describe('a label read on a phone', () => {
  it('of an asset says at once whether it stands where it should', () => {
    expect(readAt(known(), 'room', '0001', 'me')).toMatchObject({
      is: 'asset',
      tag: '0001',
      said: 'found',
      again: false,
    })
    expect(readAt(known(), 'store', '００01', 'me')).toMatchObject({ tag: '0001', said: 'wrong-place' })
    expect(readAt(known(), 'store', 'https://it.example/assets/AST-202611-0002', 'me')).toMatchObject({
      tag: '0002',
      said: 'found',
    })
    expect(readAt(known(), 'store', 'X-99', 'me')).toMatchObject({ tag: 'X-99', line: null, said: 'surplus' })
  })
  it('says nothing of what is expected where one counts blind', () => {
    expect(readAt(known({ lines: [] }, 'blind'), 'store', '0001', 'me')).toMatchObject({ said: 'noted' })
  })
  it('of a place says where one stands now', () => {
    expect(readAt(known(), null, 'RACK1', 'me')).toMatchObject({ is: 'place', place: { id: 'rack1' } })
  })
  it('is known where one has counted it here oneself', () => {
    const counted = known({ mine: [mine('0001', 'room'), mine('0002', 'store', 'another')] })
    expect(readAt(counted, 'room', '0001', 'me')).toMatchObject({ again: true })
    expect(readAt(counted, 'store', '0001', 'me')).toMatchObject({ again: false })
    expect(readAt(counted, 'store', '0002', 'me')).toMatchObject({ again: false })
  })
})

describe('what is left', () => {
  it('is what nobody has counted, at each place and in what it lies in', () => {
    const some = known({ mine: [mine('0002', 'rack1')] })
    expect(leftIn(some, 'store')).toEqual([])
    expect(leftIn(some, 'room').map(({ tag }) => tag)).toEqual(['0001'])
    expect(sums(some).get('site')).toEqual({ all: 2, left: 1 })
    expect(sums(some).get('store')).toEqual({ all: 1, left: 0 })
  })
  it('is told by the way to its place', () =>
    expect(pathOf(known().take.places, 'rack1')).toBe('名site › 名room › 名rack1'))
})
