import { expect, it } from 'vitest'
import { together } from './together.ts'

interface Area {
  readonly queries?: readonly string[]
  readonly tasks?: Readonly<Record<string, number>>
}

it('lays lists one after the other and tables by their names', () => {
  const parts: Area[] = [{ queries: ['a'] }, { queries: ['b'], tasks: { x: 1 } }, { tasks: { y: 2 } }, {}]
  expect(together(parts)).toEqual({ queries: ['a', 'b'], tasks: { x: 1, y: 2 } })
})

it('refuses a name that comes twice, which one of the parts would lose', () => {
  expect(() => together<Area>([{ tasks: { x: 1 } }, { tasks: { x: 2 } }])).toThrow('tasks: x comes twice')
})
