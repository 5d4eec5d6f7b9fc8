import { expect, it } from 'vitest'
import { type Clause, clauseFaults, compareClauses } from './clause.rules.ts'

const clause = (key: string, text = '每年盘点一次。', controls: string[] = []): Clause => ({
  key,
  heading: '盘点',
  text,
  controls,
})

it('names a number that stands twice and a control that there is not, all at once', () => {
  const faults = clauseFaults([clause('1'), clause('1', '二', ['X-99'])], new Set(['A-09']))
  expect(faults.map(({ path, code }) => [path, code])).toEqual([
    ['clauses.1.key', 'duplicate'],
    ['clauses.1.controls', 'no-such-control'],
  ])
})

it('compares two editions clause by clause', () => {
  const changes = compareClauses(
    [clause('1'), clause('2'), clause('3')],
    [clause('1'), clause('3', '每半年盘点一次。', ['A-01']), clause('4')],
  )
  expect(changes.map(({ key, is, fields }) => [key, is, fields])).toEqual([
    ['1', 'same', []],
    ['3', 'changed', ['text', 'controls']],
    ['4', 'added', []],
    ['2', 'removed', []],
  ])
})
