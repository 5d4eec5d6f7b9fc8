import { type Fault, fault } from '../../../record/problem.ts'
import { reversed } from './mirror.rules.ts'
import type { Step } from './step.rules.ts'

/** An edition of a runbook, as far as it says what is to be done. */
export interface Book {
  readonly code: string
  readonly steps: readonly Step[]
  readonly mirrors: string | null
}

/** Effective editions by code. */
export type Library = ReadonlyMap<string, Book>

/** A step that is done itself, and does not stand for the steps of another runbook. */
export type Work = Step & { readonly mode: Exclude<Step['mode'], 'runbook'> }

export interface CarriedOut {
  readonly steps: readonly Work[]
  readonly faults: readonly Fault[]
}

/**
 * What carrying a runbook out comes to: where a step stands for another runbook, the steps of that one's effective edition are in its
 * place, and a mirror does those of what it mirrors in reverse. Whoever waited for such a step waits for the last of its steps, the first
 * of them wait for what it waited for, and its times are theirs where they have none. `within`: the runbooks this one is a part of.
 */
export function carriedOut(book: Book, library: Library, within: readonly string[] = []): CarriedOut {
  if (book.mirrors === null) return included(book.steps, library, [...within, book.code])
  const original = library.get(book.mirrors)
  const faults: Fault[] = []
  if (book.steps.length > 0)
    faults.push(
      fault(
        'steps',
        'mirror-with-steps',
        '反向流程的步骤由原流程得出,不能另行填写。',
        'The steps of a mirror are derived; it cannot have its own.',
      ),
    )
  if (!original || original.mirrors !== null)
    return {
      steps: [],
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
  const forth = included(original.steps, library, [...within, book.code, original.code])
  return { steps: reversed(forth.steps) as Work[], faults: [...faults, ...forth.faults] }
}

function included(steps: readonly Step[], library: Library, within: readonly string[]): CarriedOut {
  const faults: Fault[] = []
  const parts = steps.map((step, at): readonly Step[] => {
    if (step.mode !== 'runbook') return [step]
    const found = partOf(step, library, within)
    if ('code' in found) faults.push({ ...found, path: `steps.${at}.${found.path}` })
    return 'code' in found ? [] : found
  })
  const lastOf = new Map(
    steps.map((step, at) => [step.key, step.mode === 'runbook' ? lastKeys(parts[at] ?? []) : [step.key]]),
  )
  const before = ({ needs }: Step) => [...new Set(needs.flatMap((need) => lastOf.get(need) ?? [need]))]
  const whole = parts.flatMap((part, at) => {
    const outer = steps[at] as Step
    if (outer.mode !== 'runbook') return [{ ...outer, needs: before(outer) } as Work]
    const last = lastKeys(part)
    return part.map((step) => placed(step as Work, outer, before(outer), last))
  })
  return { steps: whole, faults }
}

/** The steps that a step stands for, under keys of their own; or why there are none. */
function partOf(step: Step, library: Library, within: readonly string[]): readonly Step[] | Fault {
  const code = step.runbook ?? ''
  const book = library.get(code)
  if (within.includes(code))
    return fault(
      'runbook',
      'runbook-ring',
      `流程「${code}」会包含它自己。`,
      `Runbook ${code} would be a part of itself.`,
    )
  const inner = book ? carriedOut(book, library, within) : null
  if (!inner || inner.faults.length > 0 || inner.steps.length === 0)
    return fault(
      'runbook',
      'unknown-runbook',
      `没有可执行的生效流程「${code}」。`,
      `No effective runbook ${code} is there that could be carried out.`,
    )
  const key = (of: string) => `${step.key}-${of}`
  if (inner.steps.some((one) => key(one.key).length > longestKey))
    return fault(
      'key',
      'key-too-long',
      `标识过长:加上流程「${code}」各步骤的标识后不得超过 ${longestKey} 个字符。`,
      `Too long: with the keys of the steps of ${code} it may have ${longestKey} characters.`,
    )
  return inner.steps.map((one) => ({ ...one, key: key(one.key), needs: one.needs.map(key) }))
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
