/** Which questions are asked, and what their answers come to. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'
import { patternFault } from './pattern.rules.ts'
import { type Answer, type Answers, type Form, fieldOfQuestion, holdsOf, type Question } from './question.rules.ts'

/** The questions that are asked, given the answers so far. */
export const askedIn = (form: Form, answers: Readonly<Record<string, unknown>>): Question[] =>
  settled(form, answers).asked

/**
 * The answers as they are kept: defaults filled in, and without what was not asked. Every fault at once, under
 * `answers.{key}`; what the form does not ask at all is one.
 */
export function answersOf(
  form: Form,
  given: Readonly<Record<string, unknown>>,
): { readonly answers: Answers; readonly faults: readonly Fault[] } {
  const known = new Set(form.map(({ key }) => key))
  const unknown = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => fault(`answers.${key}`, 'unknown-field', '表单中没有这一项。', 'The form has no such question.'))
  const { answers, faults } = settled(form, given)
  return { answers, faults: [...unknown, ...faults] }
}

/** Question after question: what one says decides whether a later one is asked. */
function settled(form: Form, given: Readonly<Record<string, unknown>>) {
  const answers: Record<string, Answer> = {}
  const faults: Fault[] = []
  const asked: Question[] = []
  for (const question of form) {
    if (!holdsOf(form, question.when, answers)) continue
    asked.push(question)
    const { key, required, kind } = question
    const value = isBlank(given[key]) ? question.default : given[key]
    if (isBlank(value) || (kind === 'flag' && value === false)) {
      if (required) faults.push(fault(`answers.${key}`, 'required', ...(kind === 'flag' ? mustAgree : mustFill)))
      else if (kind === 'flag') answers[key] = false
      continue
    }
    const read = readAnswer(question, value)
    if ('wrong' in read) faults.push(fault(`answers.${key}`, 'wrong-type', ...read.wrong))
    else answers[key] = read.answer
  }
  return { answers, faults, asked }
}

const mustFill: Words = ['此项必填。', 'This must be filled in.']
const mustAgree: Words = ['须勾选此项。', 'This must be ticked.']

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** An answer in the one form in which it is kept, or why it is none. */
export function readAnswer(
  question: Question,
  value: unknown,
): { readonly answer: Answer } | { readonly wrong: Words } {
  const read = fieldOfQuestion(question).schema.safeParse(value)
  if (!read.success) return { wrong: unfit(question) }
  if (question.pattern && patternFault(question.pattern) === undefined) {
    if (!new RegExp(`^(?:${question.pattern})$`, 'u').test(String(read.data)))
      return { wrong: ['格式不符。', 'This does not have the form it should.'] }
  }
  return { answer: read.data as Answer }
}

function unfit({ kind, min, max, maxLength }: Question): Words {
  switch (kind) {
    case 'text':
    case 'prose': {
      const most = maxLength ?? (kind === 'text' ? 200 : 4_000)
      return [`不超过 ${most} 个字符。`, `No more than ${most} characters.`]
    }
    case 'number':
      if (min !== undefined && max !== undefined)
        return [`须是 ${min} 到 ${max} 之间的数。`, `This must be a number from ${min} to ${max}.`]
      if (min !== undefined) return [`须是不小于 ${min} 的数。`, `This must be a number of at least ${min}.`]
      if (max !== undefined) return [`须是不大于 ${max} 的数。`, `This must be a number of at most ${max}.`]
      return ['须是数字。', 'This must be a number.']
    case 'choice':
    case 'choices':
      return ['请从所列各项中选择。', 'Choose from what is listed.']
    case 'date':
      return ['须是日期。', 'This must be a date.']
    case 'flag':
      return ['须是“是”或“否”。', 'This is either yes or no.']
    case 'file':
      return ['最多 10 个文件。', 'Ten files at most.']
    default:
      return ['所选的记录不存在。', 'The chosen record does not exist.']
  }
}
