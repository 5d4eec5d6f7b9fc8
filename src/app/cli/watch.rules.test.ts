import { expect, it } from 'vitest'
import { atFirst, type Looked, look, sayingOf } from './watch.rules.ts'

/** Of looks in a row, those after which something is told. */
function told(looks: readonly Looked[], after: number): number[] {
  let watching = atFirst
  return looks.flatMap((dead, at) => {
    const { now, tell } = look(watching, dead, after)
    watching = now
    return tell ? [at] : []
  })
}
const [well, dead]: Looked[] = [[], ['database']]

it('tells once what is dead, and once that it is well again', () => {
  expect(told([well!, dead!, dead!, dead!, dead!, well!, well!], 3)).toEqual([3, 5])
})

it('says nothing of what is back before it counts, nor that all is well from the beginning', () => {
  expect(told([well!, dead!, dead!, well!, dead!, well!], 3)).toEqual([])
  expect(told([dead!], 1)).toEqual([0])
})

it('says what it is in both languages', () => {
  expect(sayingOf('http://it', ['database', 'odd'])).toEqual([
    '试金石异常:数据库、odd(http://it)',
    'Touchstone is not well: the database, odd (http://it)',
  ])
})
