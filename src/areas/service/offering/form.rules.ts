import { conditionFaults } from '../../../record/condition.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { readAnswer } from './answers.rules.ts'
import { patternFault } from './pattern.rules.ts'
import { type Form, fieldsOfForm, type Question } from './question.rules.ts'

/** Everything that is wrong with a form, each with its path (`form.3.default`). */
export const checkForm = (form: Form): Fault[] =>
  form.flatMap((question, n) => {
    const at = `form.${n}`
    return [
      ...repeatedKey(form, n, at),
      ...choiceFaults(question, at),
      ...boundFaults(question, at),
      ...defaultFaults(question, at),
      ...whenFaults(form, n, at),
    ]
  })

function repeatedKey(form: Form, n: number, at: string): Fault[] {
  const first = form.findIndex(({ key }) => key === form[n]?.key)
  if (first === n) return []
  return [
    fault(`${at}.key`, 'repeated-key', `标识与第 ${first + 1} 项重复。`, `Question ${first + 1} already has this key.`),
  ]
}

function choiceFaults({ kind, choices }: Question, at: string): Fault[] {
  const wants = kind === 'choice' || kind === 'choices'
  if (!wants)
    return choices.length === 0
      ? []
      : [fault(`${at}.choices`, 'does-not-fit', '这类问题没有选项。', 'A question of this kind has no choices.')]
  if (choices.length === 0)
    return [fault(`${at}.choices`, 'required', '至少要有一个选项。', 'There must be at least one choice.')]
  return choices.flatMap(({ value }, i) =>
    choices.findIndex((one) => one.value === value) < i
      ? [fault(`${at}.choices.${i}.value`, 'twice', '选项的值重复。', 'This value is there already.')]
      : [],
  )
}

function boundFaults({ kind, min, max, maxLength, pattern }: Question, at: string): Fault[] {
  const misplaced = (name: string) =>
    fault(`${at}.${name}`, 'does-not-fit', '这类问题没有这项限制。', 'A question of this kind has no such bound.')
  const isText = kind === 'text' || kind === 'prose'
  const bad = pattern === undefined || kind !== 'text' ? undefined : patternFault(pattern)
  return [
    ...(min !== undefined && kind !== 'number' ? [misplaced('min')] : []),
    ...(max !== undefined && kind !== 'number' ? [misplaced('max')] : []),
    ...(maxLength !== undefined && !isText ? [misplaced('maxLength')] : []),
    ...(pattern !== undefined && kind !== 'text' ? [misplaced('pattern')] : []),
    ...(min !== undefined && max !== undefined && min > max
      ? [fault(`${at}.max`, 'does-not-fit', '上限须不小于下限。', 'The most must not be below the least.')]
      : []),
    ...(bad ? [fault(`${at}.pattern`, 'bad-pattern', ...bad)] : []),
  ]
}

function defaultFaults(question: Question, at: string): Fault[] {
  if (question.default === undefined || (question.choices.length === 0 && /^choice/.test(question.kind))) return []
  if (question.kind === 'file')
    return [fault(`${at}.default`, 'does-not-fit', '附件没有默认值。', 'Files have no default.')]
  const read = readAnswer(question, question.default)
  return 'wrong' in read ? [fault(`${at}.default`, 'wrong-type', ...read.wrong)] : []
}

/** A question looks back only: at what has been answered when it is reached. */
function whenFaults(form: Form, n: number, at: string): Fault[] {
  const earlier = form.slice(0, n)
  return (form[n] as Question).when.flatMap((condition, i) => {
    if (form.some(({ key }) => key === condition.field) && !earlier.some(({ key }) => key === condition.field))
      return [
        fault(
          `${at}.when.${i}.field`,
          'not-earlier',
          '条件只能看排在前面的问题。',
          'A condition looks at questions that come before.',
        ),
      ]
    return conditionFaults(fieldsOfForm(earlier), [condition], `${at}.when`).map((one) => ({
      ...one,
      path: one.path.replace(`${at}.when.0`, `${at}.when.${i}`),
    }))
  })
}
