import { RE2JS, RE2JSException } from 're2js'
import { type Fault, fault } from '../../../record/problem.ts'
import { dayNumberOf } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import { filledText, type Given, namesIn, type Parameter, textsOf, type Values } from './parameter.rules.ts'
import type { Step } from './step.rules.ts'

/** What values are held against. */
export interface Ground {
  /** Codes of the components that are there. */
  readonly components: ReadonlySet<string>
  /** Nobody has been asked yet: what stands for a parameter of the including runbook (`{{key}}`) is taken for what it will be. */
  readonly open: boolean
}

/** What the parameters of a runbook are in one run; each fault at `parameters.<key>`. */
export function resolved(
  declared: readonly Parameter[],
  given: Given,
  ground: Ground,
): { values: Values; faults: Fault[] } {
  const known = new Set(declared.map(({ key }) => key))
  const faults = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => unknownName(`parameters.${key}`, key))
  const values = new Map<string, string>()
  for (const one of declared) {
    const value = String(given[one.key] ?? '') || (one.default ?? '')
    values.set(one.key, value)
    const why =
      value === '' ? missing(one) : ground.open && namesIn(value).length > 0 ? null : misfit(one, value, ground)
    if (why) faults.push(fault(`parameters.${one.key}`, why.code, ...named(one, why.text)))
  }
  return { values, faults }
}

/** What keeps a declaration from being asked; each fault at `parameters.<position>`. */
export function declarationFaults(declared: readonly Parameter[], ground: Ground): Fault[] {
  return declared.flatMap((one, at) => {
    const say = (field: string, code: string, ...text: Words) => [fault(`parameters.${at}.${field}`, code, ...text)]
    const first = declared.findIndex(({ key }) => key === one.key)
    const why = one.default === undefined || isUnsound(one) ? null : misfit(one, one.default, ground)
    return [
      ...(first === at
        ? []
        : say('key', 'repeated-key', `参数标识「${one.key}」重复。`, `The key ${one.key} is there twice.`)),
      ...(isUnsound(one)
        ? say('pattern', 'bad-pattern', '格式不是正则表达式(RE2)。', 'The pattern is no regular expression (RE2).')
        : []),
      ...(one.kind === 'number' && one.least !== undefined && one.most !== undefined && one.least > one.most
        ? say('most', 'bounds', '下限大于上限。', 'The lower bound is above the upper.')
        : []),
      ...(why ? say('default', why.code, ...named(one, why.text)) : []),
    ]
  })
}

/** Every place of the steps that names a parameter which is not declared, or one that cannot stand there. */
export function namingFaults(steps: readonly Step[], declared: readonly Parameter[]): Fault[] {
  const known = new Map(declared.map((one) => [one.key, one]))
  return steps.flatMap((step, at) =>
    textsOf(step).flatMap(([field, text]) =>
      namesIn(text).flatMap((key) => {
        const path = `steps.${at}.${field}`
        const one = known.get(key)
        if (!one) return [unknownName(path, key)]
        if (!field.startsWith('components')) return []
        return one.kind === 'component' && text === `{{${key}}}` && isAlwaysThere(one)
          ? []
          : [
              fault(
                path,
                'not-a-component',
                `「{{${key}}}」要作为组件,须是组件型参数,且必填或有默认值。`,
                `{{${key}}} stands for a component only as a parameter of that kind that is required or has a default.`,
              ),
            ]
      }),
    ),
  )
}

/**
 * Arguments go to the program as they are, with no shell to read them. What a program may still take for an option of its own is an
 * argument that begins with a hyphen where the runbook left its beginning to whoever gives the value.
 */
export const hyphenFaults = (step: Step, values: Values): Fault[] =>
  (step.args ?? []).flatMap((text) => {
    const [key] = namesIn(text)
    return key !== undefined && text.startsWith(`{{${key}}}`) && filledText(text, values).startsWith('-')
      ? [
          fault(
            `parameters.${key}`,
            'leading-hyphen',
            `「${key}」单独作为命令参数,不能以“-”开头,以免被当作选项。`,
            `${key} is an argument of its own and must not begin with a hyphen: a program would take it for an option.`,
          ),
        ]
      : []
  })

/** A run of it can begin with nobody there to be asked. */
export const isAlwaysThere = ({ required, default: preset }: Parameter): boolean => required || preset !== undefined
export const wantsSomebody = ({ required, default: preset }: Parameter): boolean => required && preset === undefined

const unknownName = (path: string, key: string): Fault =>
  fault(path, 'unknown-parameter', `没有参数「${key}」。`, `There is no parameter ${key}.`)

interface Misfit {
  readonly code: string
  readonly text: Words
}

const named = ({ name: [zh, en] }: Parameter, [whyZh, whyEn]: Words): Words => [`「${zh}」${whyZh}`, `${en} ${whyEn}`]

const missing = ({ required }: Parameter): Misfit | null =>
  required ? { code: 'required', text: ['必须填写。', 'is required.'] } : null

/** Why a value does not fit its parameter. */
function misfit(one: Parameter, value: string, { components }: Ground): Misfit | null {
  if (value.includes('\0')) return { code: 'invalid', text: ['不能含空字符。', 'must not hold a NUL.'] }
  switch (one.kind) {
    case 'text':
      return !one.pattern || matches(one.pattern, value)
        ? null
        : { code: 'pattern', text: [`不符合格式 ${one.pattern}。`, `does not match ${one.pattern}.`] }
    case 'number':
      return number(one, value)
    case 'choice':
      return one.choices.includes(value)
        ? null
        : {
            code: 'not-a-choice',
            text: [`只能是:${one.choices.join('、')}。`, `must be one of: ${one.choices.join(', ')}.`],
          }
    case 'component':
      return components.has(value)
        ? null
        : { code: 'unknown-component', text: [`:没有组件「${value}」。`, `: there is no component ${value}.`] }
    case 'date':
      return dayNumberOf(value) !== null
        ? null
        : { code: 'invalid', text: ['须是日期,如 2026-11-30。', 'must be a date such as 2026-11-30.'] }
  }
}

function number({ least, most }: Extract<Parameter, { kind: 'number' }>, value: string): Misfit | null {
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(value)) return { code: 'invalid', text: ['须是数字。', 'must be a number.'] }
  if (least !== undefined && Number(value) < least)
    return { code: 'too-small', text: [`不得小于 ${least}。`, `must not be below ${least}.`] }
  if (most !== undefined && Number(value) > most)
    return { code: 'too-large', text: [`不得大于 ${most}。`, `must not be above ${most}.`] }
  return null
}

const isUnsound = (one: Parameter): boolean =>
  one.kind === 'text' && one.pattern !== undefined && compiled(one.pattern) === null

/** By RE2, which takes time linear to the value, whatever the pattern. */
const matches = (pattern: string, value: string): boolean => compiled(pattern)?.matches(value) ?? false

function compiled(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    if (error instanceof RE2JSException) return null
    throw error
  }
}
