import type { Parameter } from './parameter.rules.ts'
import type { Step } from './step.rules.ts'

/** One thing that says something else in the later edition. */
export interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What became of one step. `moved`: it stands elsewhere among the steps that both editions have. */
export interface StepChange {
  readonly key: string
  readonly title: readonly [string, string]
  readonly is: 'added' | 'removed' | 'changed' | 'same'
  readonly moved: boolean
  readonly changes: readonly Change[]
}

const stepFields = [
  ...[
    'title',
    'instructions',
    'instructionsEn',
    'expected',
    'expectedEn',
    'mode',
    'components',
    'action',
    'args',
    'runbook',
    'parameters',
    'probe',
    'proof',
    'expect',
  ],
  ...['makerPost', 'checkerPost', 'needs', 'earliest', 'deadline', 'evidence', 'onFailure', 'closing'],
] as const

/** What of two values of the same names differs; one that is left out is as if it were empty. */
export const changesOf = (names: readonly string[], before: object, after: object): Change[] =>
  names.flatMap((field) => {
    const [one, other] = [before, after].map((all) => (all as Record<string, unknown>)[field] ?? null)
    // Both come from the database, which gives the parts of a value in one order.
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ field, before: one, after: other }]
  })

/** What a parameter says otherwise, each as a whole under its name; in the order of the later edition, then what it has no more. */
export function compareParameters(before: readonly Parameter[], after: readonly Parameter[]): Change[] {
  const keys = [...new Set([...after, ...before].map(({ key }) => key))]
  const of = (all: readonly Parameter[]) => Object.fromEntries(all.map((one) => [`{{${one.key}}}`, one]))
  return changesOf(
    keys.map((key) => `{{${key}}}`),
    of(before),
    of(after),
  )
}

/** Step by step, in the order of the later edition; what it has no more stands where it stood, after what came before it. */
export function compareSteps(before: readonly Step[], after: readonly Step[]): StepChange[] {
  const was = new Map(before.map((step) => [step.key, step]))
  const now = new Set(after.map(({ key }) => key))
  const common = (steps: readonly Step[]) =>
    steps.filter(({ key }) => was.has(key) && now.has(key)).map(({ key }) => key)
  const stays = inOrder(common(before), common(after))
  const told = after.map((step): StepChange => {
    const { key, title } = step
    const old = was.get(key)
    if (!old) return { key, title, is: 'added', moved: false, changes: [] }
    const changes = changesOf(stepFields, old, step)
    return { key, title, is: changes.length > 0 ? 'changed' : 'same', moved: !stays.has(key), changes }
  })
  for (const [at, { key, title }] of before.entries()) {
    if (now.has(key)) continue
    const last = before.slice(0, at).findLast((step) => told.some((one) => one.key === step.key))
    const place = last ? told.findIndex((one) => one.key === last.key) + 1 : 0
    told.splice(place, 0, { key, title, is: 'removed', moved: false, changes: [] })
  }
  return told
}

/** The longest run of keys that keep their order: as few as can be are said to have moved. */
function inOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = after.map((key) => before.indexOf(key))
  const best: number[][] = []
  for (const [at, place] of places.entries()) {
    const longest = best.slice(0, at).filter((_one, n) => (places[n] as number) < place)
    const head = longest.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...head, at])
  }
  const kept = best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
  return new Set(kept.map((at) => after[at] as string))
}
