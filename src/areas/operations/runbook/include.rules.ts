import { type Fault, fault } from '../../../record/problem.ts'
import { type Ground, hyphenFaults, resolved } from './given.rules.ts'
import { reversed } from './mirror.rules.ts'
import { filled, filledText, type Given, type Parameter, type Values } from './parameter.rules.ts'
import type { Step } from './step.rules.ts'

/** An edition of a runbook, as far as it says what is to be done. */
export interface Book {
  readonly code: string
  readonly steps: readonly Step[]
  readonly mirrors: string | null
  readonly parameters: readonly Parameter[]
}

/** Effective editions by code. */
export type Library = ReadonlyMap<string, Book>

/** A step that is done itself, and does not stand for the steps of another runbook. */
export type Work = Step & { readonly mode: Exclude<Step['mode'], 'runbook'> }

export interface CarriedOut {
  readonly steps: readonly Work[]
  readonly faults: readonly Fault[]
  /** What each of its parameters is, by key; those that were left out are not among them. */
  readonly given: Given
}

/** What was given of a runbook's parameters, and what values are held against. */
export interface Asked extends Ground {
  readonly given: Given
}

/** What a runbook asks for: a mirror asks what the one asks that it does in reverse. */
export const parametersOf = (book: Book, library: Library): readonly Parameter[] =>
  book.mirrors === null ? book.parameters : (library.get(book.mirrors)?.parameters ?? [])

/** As a runbook stands while nobody has been asked: each parameter is its own name. */
export const nobodyAsked = (book: Book, library: Library): Asked => ({
  given: Object.fromEntries(parametersOf(book, library).map(({ key }) => [key, `{{${key}}}`])),
  components: new Set(),
  open: true,
})

/**
 * What carrying a runbook out comes to: where a step stands for another runbook, the steps of that one's effective edition are in its
 * place, and a mirror does those of what it mirrors in reverse. Whoever waited for such a step waits for the last of its steps, the first
 * of them wait for what it waited for, and its times are theirs where they have none. What was given is filled in, that of an included
 * runbook by the step that stands for it. `within`: the runbooks this one is a part of.
 */
export function carriedOut(
  book: Book,
  library: Library,
  asked: Asked = nobodyAsked(book, library),
  within: readonly string[] = [],
): CarriedOut {
  if (book.mirrors === null) return included(book, library, asked, [...within, book.code])
  const original = library.get(book.mirrors)
  const faults: Fault[] = []
  if (book.steps.length > 0 || book.parameters.length > 0)
    faults.push(
      fault(
        'steps',
        'mirror-with-steps',
        '反向流程的步骤与参数由原流程得出,不能另行填写。',
        'The steps and parameters of a mirror are derived; it cannot have its own.',
      ),
    )
  if (!original || original.mirrors !== null)
    return {
      steps: [],
      given: {},
      faults: [
        ...faults,
        fault(
          'mirrors',
          'no-original',
          `没有生效的流程「${book.mirrors}」可供反向执行。`,
          `No effective runbook ${book.mirrors} with steps of its own is there to reverse.`,
        ),
      ],
    }
  const forth = included(original, library, asked, [...within, book.code, original.code])
  return { ...forth, steps: reversed(forth.steps) as Work[], faults: [...faults, ...forth.faults] }
}

function included({ steps, parameters }: Book, library: Library, asked: Asked, within: readonly string[]): CarriedOut {
  const { values, faults } = resolved(parameters, asked.given, asked)
  const parts = steps.map((step, at): readonly Step[] => {
    if (step.mode !== 'runbook') {
      faults.push(...hyphenFaults(step, values))
      return [filled(step, values)]
    }
    const found = partOf(step, library, { ...asked, given: passedOn(step, values) }, within)
    if ('steps' in found) return found.steps
    faults.push(...found.faults.map((one) => ({ ...one, path: `steps.${at}.${one.path}` })))
    return []
  })
  const lastOf = new Map(
    steps.map((step, at) => [step.key, step.mode === 'runbook' ? lastKeys(parts[at] ?? []) : [step.key]]),
  )
  const before = ({ needs }: Step) => [...new Set(needs.flatMap((need) => lastOf.get(need) ?? [need]))]
  const whole = parts.flatMap((part, at) => {
    const outer = steps[at] as Step
    const last = lastKeys(part)
    return part.map((step) =>
      outer.mode === 'runbook'
        ? placed(step as Work, outer, before(outer), last)
        : ({ ...step, needs: before(step) } as Work),
    )
  })
  return { steps: whole, faults, given: Object.fromEntries([...values].filter(([, value]) => value !== '')) }
}

/** What a step gives the runbook that it stands for. */
const passedOn = ({ parameters = {} }: Step, values: Values): Given =>
  Object.fromEntries(Object.entries(parameters).map(([key, text]) => [key, filledText(text, values)]))

/** The steps that a step stands for, under keys of their own; or why there are none. */
function partOf(
  step: Step,
  library: Library,
  asked: Asked,
  within: readonly string[],
): { readonly steps: readonly Step[] } | { readonly faults: readonly Fault[] } {
  const code = step.runbook ?? ''
  const book = library.get(code)
  const because = (...why: Parameters<typeof fault>) => ({ faults: [fault(...why)] })
  if (within.includes(code))
    return because(
      'runbook',
      'runbook-ring',
      `流程「${code}」会包含它自己。`,
      `Runbook ${code} would be a part of itself.`,
    )
  const inner = book ? carriedOut(book, library, asked, within) : null
  const ofParameters = inner?.faults.filter(({ path }) => /(^|\.)parameters\./.test(path)) ?? []
  if (ofParameters.length > 0) return { faults: ofParameters }
  if (!inner || inner.faults.length > 0 || inner.steps.length === 0)
    return because(
      'runbook',
      'unknown-runbook',
      `没有可执行的生效流程「${code}」。`,
      `No effective runbook ${code} is there that could be carried out.`,
    )
  const key = (of: string) => `${step.key}-${of}`
  if (inner.steps.some((one) => key(one.key).length > longestKey))
    return because(
      'key',
      'key-too-long',
      `标识过长:加上流程「${code}」各步骤的标识后不得超过 ${longestKey} 个字符。`,
      `Too long: with the keys of the steps of ${code} it may have ${longestKey} characters.`,
    )
  return { steps: inner.steps.map((one) => ({ ...one, key: key(one.key), needs: one.needs.map(key) })) }
}

const longestKey = 40

/** The keys of those that no other of these waits for. */
const lastKeys = (steps: readonly Step[]): string[] =>
  steps.filter(({ key }) => !steps.some(({ needs }) => needs.includes(key))).map(({ key }) => key)

/** A step of another runbook in the place of the step that stands for it. */
function placed(step: Work, outer: Step, needs: string[], last: readonly string[]): Work {
  const isFirst = step.needs.length === 0
  return {
    ...step,
    ...(isFirst ? { needs } : {}),
    ...(isFirst && !step.earliest && outer.earliest ? { earliest: outer.earliest } : {}),
    ...(last.includes(step.key) && !step.deadline && outer.deadline ? { deadline: outer.deadline } : {}),
    ...(outer.closing?.skip ? { closing: { ...step.closing, skip: true } } : {}),
  }
}
