/** What the screen of a run makes of its steps. Pure. */
import type { Words } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { isSatisfied, type StepState } from '../../run-step/run-step.rules.ts'
import { runStepWords } from '../../run-step/run-step.words.ts'
import type { BoardStep } from './board.ts'
import { stepTones } from './tones.ts'
import { runScreenWords as words } from './words.ts'

type Stated = Pick<BoardStep, 'state' | 'checkerPost'>

/** Done is all there is to do where nobody is to check, and not yet enough where somebody is. */
export const toneOfStep = (step: Stated): Tone =>
  step.state === 'done' && isSatisfied(step) ? 'kept' : stepTones[step.state]

export const stateOfStep = (step: Stated): Words =>
  step.state === 'done' && !isSatisfied(step) ? words.toCheck : runStepWords.states[step.state]

/** What comes next in each state, the likeliest first. Further verbs are in the menu. */
const nextVerbs: Readonly<Record<StepState, readonly string[]>> = {
  waiting: ['start'],
  ready: ['start'],
  doing: ['done'],
  done: ['check'],
  checked: [],
  failed: ['retry', 'waive'],
  'timed-out': ['retry', 'waive'],
  unknown: ['confirm', 'retry', 'waive'],
  'waive-asked': ['confirm-waive'],
  waived: [],
  'override-asked': ['confirm-override'],
}

export interface Offer {
  readonly verb: string
  readonly words: Words
  /** Why not, if not. */
  readonly refused: Words | undefined
  /** Allowed once a note is given along with it. */
  readonly wantsNote: boolean
}

/** The one thing that comes next, allowed or with the reason why not, and whatever else a person may do. */
export function offersOf(step: Stated & Pick<BoardStep, 'can'>): { next: Offer | undefined; others: Offer[] } {
  if (isSatisfied(step)) return { next: undefined, others: [] }
  const offers = Object.entries(step.can).map(([verb, may]): Offer => {
    const wantsNote = may !== true && may.code === 'note-wanted'
    return {
      verb,
      wantsNote,
      words: (runStepWords.verbs as Record<string, Words>)[verb] ?? [verb, verb],
      refused: may === true || wantsNote ? undefined : may.text,
    }
  })
  const likely = nextVerbs[step.state].flatMap((verb) => offers.find((offer) => offer.verb === verb) ?? [])
  const next = likely.find(({ refused }) => refused === undefined) ?? likely[0]
  return { next, others: offers.filter((offer) => offer !== next) }
}

/**
 * The step that is in this person's hand: what they are doing, else the first that they may carry on, else the first
 * that is under way, else the first that is not settled; undefined when all is.
 */
export function inHand(steps: readonly BoardStep[], me: string): BoardStep | undefined {
  const mine = steps.find(({ state, maker }) => state === 'doing' && maker === me)
  const mayNext = steps.find((step) => {
    const { next } = offersOf(step)
    return next !== undefined && next.refused === undefined
  })
  const open = steps.filter((step) => !isSatisfied(step))
  return mine ?? mayNext ?? open.find(({ state }) => state !== 'waiting') ?? open[0]
}

/** The step above or below in their order; the ends hold. */
export function neighbour<S extends { readonly key: string }>(
  steps: readonly S[],
  key: string,
  by: 1 | -1,
): S | undefined {
  const at = steps.findIndex((step) => step.key === key)
  return steps[Math.min(steps.length - 1, Math.max(0, at + by))]
}

/** How a step stands against its plan. Instants; `lateMs` is how long after the deadline. */
export type Timing =
  | { readonly is: 'none' | 'missed' }
  | { readonly is: 'plan'; readonly at: string }
  | { readonly is: 'done'; readonly at: string; readonly lateMs: number }
  | { readonly is: 'late'; readonly at: string; readonly lateMs: number }

type Timed = Stated &
  Pick<BoardStep, 'deadlineAt' | 'lateAt' | 'missedAt' | 'doneAt' | 'checkedAt' | 'waivedAt' | 'startedAt'>

/** `now` in milliseconds, on the server's clock. */
export function timingOf(step: Timed, now: number): Timing {
  const { deadlineAt } = step
  const past = (at: number) => (deadlineAt === null ? 0 : Math.max(0, at - Date.parse(deadlineAt)))
  if (isSatisfied(step)) {
    const at = step.checkedAt ?? step.waivedAt ?? step.doneAt
    return at === null ? { is: 'none' } : { is: 'done', at, lateMs: past(Date.parse(at)) }
  }
  if (deadlineAt !== null && past(now) > 0) return { is: 'late', at: deadlineAt, lateMs: past(now) }
  if (step.missedAt !== null && step.startedAt === null) return { is: 'missed' }
  return deadlineAt === null ? { is: 'none' } : { is: 'plan', at: deadlineAt }
}

/** A person in few letters: a Chinese name whole where it is short, else the first letter of each part. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  if (/^\p{Script=Han}+$/u.test(trimmed)) return trimmed.length <= 3 ? trimmed : trimmed.slice(0, 2)
  return trimmed
    .split(/[\s·]+/)
    .map((part) => part.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3)
}
