import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Fault } from '../../record/problem.ts'
import { readInput } from './faults.ts'

const schema = z.strictObject({
  name: z.string().min(1).max(3),
  size: z.number().min(2).max(5).optional(),
  kind: z.enum(['a', 'b']).optional(),
  at: z.iso.date().optional(),
  rows: z
    .array(z.strictObject({ x: z.int() }))
    .max(2)
    .default([]),
})

const told = (input: unknown): string[] => {
  try {
    readInput(schema, input)
    return []
  } catch (error) {
    return (error as { faults: Fault[] }).faults.map(({ path, code }) => `${path} ${code}`).sort()
  }
}

it.each<[unknown, string[]]>([
  [{ name: 'n' }, []],
  [{}, ['name required']],
  [{ name: '' }, ['name required']],
  [{ name: null }, ['name wrong-type']],
  [{ name: 'long', size: 1 }, ['name too-big', 'size too-small']],
  [{ name: 'n', kind: 'c', at: '1.1.2026' }, ['at wrong-format', 'kind not-a-choice']],
  [{ name: 'n', rows: [{ x: 1.5 }, { y: 1 }] }, ['rows.0.x wrong-type', 'rows.1.x required', 'rows.1.y unknown-field']],
  [{ name: 'n', rows: [{ x: 1 }, { x: 1 }, { x: 1 }] }, ['rows too-big']],
  [{ name: 'a\u0000', more: { deep: ['\ud800'] } }, ['more unknown-field', 'more.deep.0 bad-text', 'name bad-text']],
  ['text', [' wrong-type']],
])('%j: %j', (input, faults) => {
  expect(told(input)).toEqual(faults)
})

it('says each in both languages, without a limit of another language’s plural', () => {
  try {
    readInput(schema, { name: 'long', rows: 1 })
  } catch (error) {
    expect((error as { faults: Fault[] }).faults.map(({ text }) => text)).toEqual([
      ['最多 3 个字符。', 'At most 3 characters.'],
      ['这里应当是列表。', 'This must be a list.'],
    ])
  }
  expect.assertions(1)
})
