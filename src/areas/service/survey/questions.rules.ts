import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import { whoSchema } from '../../../record/who.ts'
import type { Words } from '../../../record/words.ts'

const kinds = {
  scale: ['1–5 分', 'From 1 to 5'],
  'yes-no': ['是或否', 'Yes or no'],
  text: ['文字', 'Words'],
} as const satisfies Record<string, Words>

const text = () => z.string().trim().min(1).max(200)

export const questionSchema = z.strictObject({
  kind: shaped(z.enum(['scale', 'yes-no', 'text']), ['回答方式', 'Answered by'], { choices: kinds }),
  zh: shaped(text(), ['问题(中文)', 'Question (Chinese)']),
  en: shaped(text(), ['问题(英文)', 'Question (English)']),
})

export const questionsSchema = z
  .array(shaped(questionSchema, ['问题', 'Question']))
  .min(1)
  .max(10)

export const askedSchema = z.array(whoSchema).max(20)

export type Question = z.output<typeof questionSchema>

/** By place of their questions; null where one did not answer. */
export const answersSchema = z
  .array(z.union([z.number().int().min(1).max(5), z.boolean(), z.string().trim().max(2_000), z.null()]))
  .max(10)

export type Answers = z.output<typeof answersSchema>

/** Do answers fit their questions? A scale and a yes or no want one; words may be left out. */
export const fits = (questions: readonly Question[], answers: Answers): boolean =>
  answers.length === questions.length &&
  questions.every(({ kind }, i) => {
    const answer = answers[i]
    if (kind === 'scale') return typeof answer === 'number'
    if (kind === 'yes-no') return typeof answer === 'boolean'
    return answer === null || typeof answer === 'string'
  })

/** Why an invitation cannot be answered so, or no more. */
export function answerFaults(
  { questions, answers, expiresAt }: { questions: Question[]; answers: Answers; expiresAt: string },
  now: string,
): Fault[] {
  if (expiresAt <= now) return [fault('', 'expired', '评价的时间已过。', 'The time to answer is over.')]
  if (answers.length === 0 || fits(questions, answers)) return []
  return [fault('answers', 'does-not-fit', '请回答每个评分和是否问题。', 'Answer every grade and every yes or no.')]
}

/** The first scale is the grade. */
export function gradeOf(questions: readonly Question[], answers: Answers): number | null {
  const at = questions.findIndex(({ kind }) => kind === 'scale')
  const grade = answers[at]
  return typeof grade === 'number' ? grade : null
}

/** How often each grade from 1 to 5 was given, how many there are, and their mean. */
export interface Distribution {
  readonly n: number
  readonly counts: readonly [number, number, number, number, number]
  readonly mean: number | null
}

export function distributionOf(grades: readonly number[]): Distribution {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const grade of grades) counts[(grade - 1) as 0] += 1
  const sum = grades.reduce((all, grade) => all + grade, 0)
  return { n: grades.length, counts, mean: grades.length === 0 ? null : sum / grades.length }
}

/** So few say little: a mean of them is shown with that remark. */
export const fewAnswers = 5
