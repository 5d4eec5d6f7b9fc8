/** What the editor does to steps. Pure: each gives new steps and leaves the old ones as they were. */
import type { Step } from '../../runbook/step.rules.ts'

/** A fault at its place: `steps.3.deadline`. */
export interface PlacedFault {
  readonly path: string
  readonly message: string
}

/** A new step after position `at` (-1: first), waiting for the one before it; its key is free. */
export function added(steps: readonly Step[], at: number): { steps: Step[]; key: string } {
  const taken = new Set(steps.map(({ key }) => key))
  let n = steps.length + 1
  while (taken.has(`step-${n}`)) n++
  const key = `step-${n}`
  const before = steps[at]
  const step: Step = {
    key,
    title: ['', ''],
    instructions: '',
    expected: '',
    mode: 'hand',
    components: [],
    expect: 'up',
    makerPost: before?.makerPost ?? '',
    checkerPost: before?.checkerPost ?? null,
    needs: before ? [before.key] : [],
    evidence: 'none',
    onFailure: { retry: true, waive: true },
  }
  return { steps: [...steps.slice(0, at + 1), step, ...steps.slice(at + 1)], key }
}

/** Without a step; whoever waited for it waits for what it waited for, so that the order around it stays. */
export function removed(steps: readonly Step[], key: string): Step[] {
  const gone = steps.find((step) => step.key === key)
  const bridged = (needs: readonly string[]) => [
    ...new Set(needs.flatMap((need) => (need === key ? (gone?.needs ?? []) : [need]))),
  ]
  return steps.filter((step) => step.key !== key).map((step) => ({ ...step, needs: bridged(step.needs) }))
}

/** A step one place up or down the list; their order of work is in `needs` and stays. */
export function moved(steps: readonly Step[], key: string, by: 1 | -1): Step[] {
  const from = steps.findIndex((step) => step.key === key)
  const to = from + by
  if (from < 0 || to < 0 || to >= steps.length) return [...steps]
  const next = [...steps]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** Changes a step; a new key, which must be free, is followed by those that wait for it. A field set to undefined is left out. */
export function changed(
  steps: readonly Step[],
  key: string,
  change: { readonly [K in keyof Step]?: Step[K] | undefined },
): Step[] {
  const renamed = (needs: string[]) =>
    change.key === undefined ? needs : needs.map((need) => (need === key ? (change.key as string) : need))
  return steps.map((step) => {
    const needs = renamed(step.needs)
    return step.key === key ? (given({ ...step, needs, ...change }) as Step) : { ...step, needs }
  })
}

/** As they are sent: without what is empty, and without what the step's mode has no use for. */
export function tidied(steps: readonly Step[]): Step[] {
  return steps.map(({ action, args, probe, proof, runbook, parameters, closing, ...step }) => {
    const said = closing && given(closing)
    return given({
      ...step,
      action: step.mode === 'command' ? action : undefined,
      args: step.mode === 'command' ? args?.filter((one) => one !== '') : undefined,
      runbook: step.mode === 'runbook' ? runbook : undefined,
      parameters: step.mode === 'runbook' ? parameters : undefined,
      components: step.mode === 'runbook' ? [] : step.components,
      probe: step.mode === 'probe' ? probe : undefined,
      proof: step.mode === 'probe' || step.mode === 'runbook' ? undefined : proof,
      closing: said && Object.keys(said).length > 0 ? said : undefined,
    }) as Step
  })
}

/** The faults of one step, by field; those of the step as a whole under an empty name. */
export function faultsAt(faults: readonly PlacedFault[], at: number): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {}
  for (const { path, message } of faults) {
    const [list, index, field = ''] = path.split('.')
    if (list !== 'steps' || Number(index) !== at) continue
    found[field] = [...(found[field] ?? []), message]
  }
  return found
}

/** How many faults each step has, by position. */
export const faultCount = (faults: readonly PlacedFault[], at: number): number =>
  Object.values(faultsAt(faults, at)).flat().length

/** The faults that belong to no step. */
export const faultsOfNone = (faults: readonly PlacedFault[]): readonly string[] =>
  faults.filter(({ path }) => !/^steps\.\d+/.test(path)).map(({ message }) => message)

const given = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, one]) => one !== undefined && one !== '' && !(isPair(one) && one.every((text) => text === '')),
    ),
  )

const isPair = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string') && value[0] === ''
