/**
 * What a runbook asks for before a run of it begins, and how what was given gets into its steps: `{{key}}` in their words, components
 * and arguments. Pure, shared by the declaration, the editor and the checks.
 */
import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'
import type { Step } from './step.rules.ts'

export const longestValue = 500

const value = (words: Words) => shaped(z.string().min(1).max(longestValue), words)
const line = () => z.string().trim().min(1).max(120)
const preset = () => value(['默认值', 'Default']).optional()

const said = {
  /** Names it in `{{key}}`, in every edition. */
  key: shaped(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), ['标识(在步骤中写作 {{标识}})', 'Key (in a step: {{key}})']),
  name: shaped(z.tuple([line(), line()]), ['名称', 'Name']),
  required: shaped(z.boolean().default(true), ['必填', 'Required']),
}

/** One thing that a run is asked for. */
export const parameterSchema = z.discriminatedUnion('kind', [
  shaped(
    z.strictObject({
      kind: z.literal('text'),
      ...said,
      default: preset(),
      pattern: shaped(z.string().min(1).max(200).optional(), [
        '格式(正则表达式,须整体符合)',
        'Pattern (it fits as a whole)',
      ]),
    }),
    ['文字', 'Text'],
  ),
  shaped(
    z.strictObject({
      kind: z.literal('number'),
      ...said,
      default: preset(),
      least: shaped(z.number().optional(), ['下限', 'Not below']),
      most: shaped(z.number().optional(), ['上限', 'Not above']),
    }),
    ['数值', 'Number'],
  ),
  shaped(
    z.strictObject({
      kind: z.literal('choice'),
      ...said,
      default: preset(),
      choices: shaped(
        z
          .array(value(['选项', 'Choice']))
          .min(1)
          .max(50),
        ['选项', 'Choices'],
        { tags: true },
      ),
    }),
    ['选一项', 'One of several'],
  ),
  shaped(z.strictObject({ kind: z.literal('component'), ...said, default: preset() }), ['组件', 'Component']),
  shaped(z.strictObject({ kind: z.literal('date'), ...said, default: preset() }), ['日期', 'Date']),
])

export const parametersSchema = z.array(shaped(parameterSchema, ['参数', 'Parameter'])).max(20)

/** What was given, by key. */
export const givenSchema = z.record(z.string().max(40), z.union([z.string().max(longestValue), z.number()]))

export type Parameter = z.output<typeof parameterSchema>
export type Given = z.output<typeof givenSchema>
/** What each parameter is in one run; empty where it was left out. */
export type Values = ReadonlyMap<string, string>

const placeholder = /\{\{([a-z][a-z0-9-]{0,39})\}\}/g

/** Keys of the parameters that a text names. */
export const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, key]) => key as string)

/** A text with what was given in it, read once: a value that looks like a name of another stays as it is. */
export const filledText = (text: string, values: Values, empty = ''): string =>
  text.replaceAll(placeholder, (whole, key: string) => {
    const found = values.get(key)
    return found === undefined ? whole : found || empty
  })

/** A step with what was given in its words, its components and its arguments. An argument of what was left out is left out. */
export function filled(step: Step, values: Values): Step {
  const spoken = <T extends object>(of: T): T =>
    Object.fromEntries(Object.entries(of).map(([name, one]) => [name, worded.has(name) ? inWords(one) : one])) as T
  const inWords = (text: unknown) =>
    Array.isArray(text) ? text.map((one) => filledText(one, values, '—')) : filledText(text as string, values, '—')
  const whole = (text: string) => {
    const isLeftOut = namesIn(text).some((key) => values.get(key) === '')
    return isLeftOut ? [] : [filledText(text, values)]
  }
  return {
    ...spoken(step),
    components: step.components.flatMap(whole),
    ...(step.args ? { args: step.args.flatMap(whole) } : {}),
    ...(step.closing ? { closing: spoken(step.closing) } : {}),
  }
}

const worded: ReadonlySet<string> = new Set(['title', 'instructions', 'instructionsEn', 'expected', 'expectedEn'])

/** The texts of a step in which a parameter may be named, by the field to which a fault belongs. */
export function textsOf({ closing = {}, components, args = [], parameters = {}, ...step }: Step): [string, string][] {
  const words = (of: object) => Object.entries(of).flatMap(([name, text]) => (worded.has(name) ? [[name, text]] : []))
  const all = [
    ...words(step),
    ...words(closing).map(([, text]) => ['closing', text]),
    ...components.map((text, n) => [`components.${n}`, text]),
    ...args.map((text, n) => [`args.${n}`, text]),
    ...Object.entries(parameters).map(([key, text]) => [`parameters.${key}`, text]),
  ]
  return all.flatMap(([field, text]) => [text].flat().map((one): [string, string] => [field, one]))
}

/** What was given in a run, as it is shown and signed. */
export const shownSchema = z.array(
  z.object({ key: z.string(), name: z.tuple([z.string(), z.string()]).readonly(), value: z.string() }),
)

export interface Shown {
  readonly key: string
  readonly name: Words
  readonly value: string
}

export const shown = (declared: readonly Parameter[], given: Given): Shown[] =>
  declared.flatMap(({ key, name }) => (given[key] === undefined ? [] : [{ key, name, value: String(given[key]) }]))
