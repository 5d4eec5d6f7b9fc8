/** What somebody who orders is asked: pure zod, shared by the server, the form and the builder. */
import { z } from 'zod'
import { type Condition, conditionOps, conditionSchema, conditionsHold } from '../../../record/condition.ts'
import { type Field, f } from '../../../record/field.ts'
import type { Words } from '../../../record/words.ts'

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
