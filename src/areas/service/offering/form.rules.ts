/** What somebody who orders is asked: pure zod and pure checks, shared by the server, the form and the builder. */
import { z } from 'zod'
import {
  type Condition,
  conditionFaults,
  conditionOps,
  conditionSchema,
  conditionsHold,
} from '../../../record/condition.ts'
import { type Field, f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'
import { patternFault } from './pattern.rules.ts'

export const questionKinds = [
  'text',
  'prose',
  'number',
  'choice',
  'choices',
  'date',
  'flag',
  'person',
  'department',
  'component',
  'file',
] as const
export type QuestionKind = (typeof questionKinds)[number]

const line = z.string().trim().min(1).max(120)
const hint = z.string().trim().min(1).max(500)

/** Names of files, for a question that asks for them; ids, for one that asks for people or things. */
export const answerSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
])
export type Answer = z.output<typeof answerSchema>

export const answersSchema = z.record(z.string().max(40), answerSchema.nullable())
/** By the keys of questions; what was not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>

const choiceSchema = z.strictObject({
  value: z.string().trim().min(1).max(60),
  label: line,
  labelEn: line.optional(),
})

export const questionSchema = z.strictObject({
  /** Names the question within its form, in every edition. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: line,
  labelEn: line.optional(),
  kind: z.enum(questionKinds),
  /** Must be answered; a yes or no must be yes. */
  required: z.boolean().default(false),
  help: hint.optional(),
  helpEn: hint.optional(),
  default: answerSchema.optional(),
  choices: z.array(choiceSchema).max(100).default([]),
  /** Of a number. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Characters, of a text. */
  maxLength: z.int().min(1).max(20_000).optional(),
  /** What a whole line must look like; `pattern.rules.ts` says which patterns are taken. */
  pattern: z.string().min(1).max(100).optional(),
  /** Asked only if all of this holds of the answers before it. */
  when: z.array(conditionSchema).max(10).default([]),
})

/** In the order in which they are asked. */
export const formSchema = z.array(questionSchema).max(60)

export type Question = z.output<typeof questionSchema>
export type Choice = Question['choices'][number]
export type Form = readonly Question[]
/** A question as it may be written, with defaults left out. */
export type QuestionInput = z.input<typeof questionSchema>

export const labelOf = ({ label, labelEn }: Pick<Question, 'label' | 'labelEn'>): Words => [label, labelEn ?? label]

export const helpOf = ({ help, helpEn }: Question): Words | undefined => (help ? [help, helpEn ?? help] : undefined)

/** A question as a declared field: its widget, the values it takes, how conditions compare it. */
export function fieldOfQuestion({ kind, choices, min, max, maxLength }: Question): Field {
  const [first = '', ...rest] = choices.map(({ value }) => value)
  const among = z.enum([first, ...rest])
  switch (kind) {
    case 'text':
      return f.text({ optional: true, max: Math.min(maxLength ?? 200, 200) })
    case 'prose':
      return f.prose({ optional: true, max: maxLength ?? 4_000 })
    case 'number':
      return f.number({
        optional: true,
        integer: false,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
      })
    case 'choice':
      return f.choice([first, ...rest], { optional: true })
    case 'choices':
      return { ...f.links('choice'), schema: z.array(among).max(100) as z.ZodType, choices: [first, ...rest] }
    case 'date':
      return f.date({ optional: true })
    case 'flag':
      return f.flag({ optional: true })
    case 'person':
    case 'department':
    case 'component':
      return f.link(kind, { optional: true })
    case 'file':
      return f.json(z.array(z.string().trim().min(1).max(200)).max(10), { default: [] })
  }
}

/** A condition as a person says it: `金额(元) 不小于 10000`. */
export function conditionWords(form: Form, { field, op, value }: Condition): Words {
  const question = form.find(({ key }) => key === field)
  const said = (at: 0 | 1) =>
    [value]
      .flat()
      .map((one) => {
        const choice = question?.choices.find((known) => known.value === one)
        if (typeof one === 'boolean') return (one ? ['是', 'yes'] : ['否', 'no'])[at]
        return choice ? labelOf(choice)[at] : String(one)
      })
      .join(at === 0 ? '、' : ', ')
  const [zh, en] = question ? labelOf(question) : [field, field]
  return [`${zh} ${conditionOps[op][0]} ${said(0)}`, `${en} ${conditionOps[op][1]} ${said(1)}`]
}

/** What conditions on answers are read against. */
export const fieldsOfForm = (form: Form) => ({
  fields: Object.fromEntries(form.map((question) => [question.key, fieldOfQuestion(question)])),
})

/** Do all of them hold of the answers? */
export const holdsOf = (form: Form, when: readonly Condition[], answers: Answers): boolean =>
  conditionsHold(fieldsOfForm(form), when, answers)

/** The questions that are asked, given the answers so far. */
export const askedIn = (form: Form, answers: Readonly<Record<string, unknown>>): Question[] =>
  settled(form, answers).asked

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

function readAnswer(question: Question, value: unknown): { readonly answer: Answer } | { readonly wrong: Words } {
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
