import { layersOf } from '../../../record/graph.ts'
import type { Step } from './step.rules.ts'

/**
 * The closing of an opening: every edge turned round, start for stop, up for down. Steps that the reverse leaves out are
 * bridged, so that what came before and after them keeps its order. Keys stay. What `closing` says replaces the
 * opening's words and times; the opening's own go into `closing`, so that turning twice gives the opening again.
 * The graph must have no cycle.
 */
export function reversed(steps: readonly Step[]): Step[] {
  const kept = bridged(steps)
  const after = new Map<string, string[]>(kept.map(({ key }) => [key, []]))
  for (const { key, needs } of kept) for (const need of needs) after.get(need)?.push(key)
  return kept.map((step) => turned(step, after.get(step.key) ?? [])).reverse()
}

/** The steps without those that the reverse leaves out; whoever needed one of them needs what that one needed. */
function bridged(steps: readonly Step[]): Step[] {
  const byKey = new Map(steps.map((step) => [step.key, step]))
  const needs = new Map<string, string[]>()
  for (const key of layersOf(steps).flat()) {
    const through = (byKey.get(key) as Step).needs.flatMap((need) => {
      const before = byKey.get(need)
      if (!before) return []
      return before.closing?.skip ? (needs.get(need) ?? []) : [need]
    })
    needs.set(key, [...new Set(through)])
  }
  return steps.filter((step) => !step.closing?.skip).map((step) => ({ ...step, needs: needs.get(step.key) ?? [] }))
}

function turned(step: Step, needs: string[]): Step {
  const { closing = {}, earliest, deadline, ...same } = step
  const said = wordNames.filter((name) => closing[name] !== undefined)
  return {
    ...same,
    ...wordsOf(closing, said),
    ...(step.action ? { action: opposite[step.action] ?? step.action } : {}),
    expect: turns(step) ? (step.expect === 'up' ? 'down' : 'up') : step.expect,
    needs,
    // An opening's times say nothing about a closing.
    ...(closing.earliest ? { earliest: closing.earliest } : {}),
    ...(closing.deadline ? { deadline: closing.deadline } : {}),
    closing: { ...wordsOf(step, said), ...(earliest ? { earliest } : {}), ...(deadline ? { deadline } : {}) },
  }
}

const wordNames = ['title', 'instructions', 'instructionsEn', 'expected', 'expectedEn'] as const
type WordName = (typeof wordNames)[number]

const wordsOf = (
  from: { readonly [K in WordName]?: Step[K] | undefined },
  names: readonly WordName[],
): Partial<Pick<Step, WordName>> => Object.fromEntries(names.map((name) => [name, from[name]]))

const opposite: Partial<Record<NonNullable<Step['action']>, Step['action']>> = { start: 'stop', stop: 'start' }

/** A command that is not undone by its opposite (a backup, a restart) expects the same either way. */
const turns = (step: Step): boolean => step.mode !== 'command' || (step.action ?? '') in opposite
