import { describe, expect, it } from 'vitest'
import { distributionOf, fits, gradeOf, type Question } from './questions.rules.ts'

const questions: Question[] = [
  { kind: 'yes-no', zh: '解决了吗', en: 'Solved?' },
  { kind: 'scale', zh: '满意度', en: 'Satisfied?' },
  { kind: 'text', zh: '建议', en: 'Remarks' },
]

describe('answers to questions', () => {
  it.each([
    [[true, 5, '好'], true],
    [[false, 1, null], true],
    [[true, null, null], false],
    [[null, 3, null], false],
    [[true, 3, 4], false],
    [[true, 3], false],
  ])('%j', (answers, expected) => {
    expect(fits(questions, answers)).toBe(expected)
  })

  it('the first scale is the grade', () => {
    expect(gradeOf(questions, [true, 4, null])).toBe(4)
    expect(gradeOf(questions.slice(0, 1), [true])).toBeNull()
  })
})

describe('how grades are spread', () => {
  it('counts each and takes the mean', () => {
    expect(distributionOf([5, 5, 3, 1])).toEqual({ n: 4, counts: [1, 0, 1, 0, 2], mean: 3.5 })
  })

  it('has no mean of none', () => {
    expect(distributionOf([])).toEqual({ n: 0, counts: [0, 0, 0, 0, 0], mean: null })
  })
})
