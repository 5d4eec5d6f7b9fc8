import type { Chance } from '../chance.ts'

const second = 1_000
const minute = 60 * second

/** What a step must say for its times to be found. */
interface Paced {
  readonly key: string
  readonly needs: readonly string[]
  readonly checkerPost: string | null
}

/** What went otherwise than planned with one step. */
export interface Mishap {
  /** Minutes that its beginning was held up. */
  readonly heldUp?: number
  /** Why it failed at first; then it was done again, or, with `waive`, left out for that reason. */
  readonly failure?: string
  readonly waive?: string
}

export interface Timed {
  readonly at: number
  readonly key: string
  readonly verb: 'start' | 'fail' | 'retry' | 'done' | 'check' | 'waive' | 'confirm-waive'
}

/**
 * When two people at a believable pace do a run's steps: the operator one after the other, as soon as what each
 * needs is settled, the checker a little behind. Steps come in an order that their needs allow.
 */
export function paced(
  steps: readonly Paced[],
  begin: number,
  luck: Chance,
  mishaps: Readonly<Record<string, Mishap>> = {},
): Timed[] {
  const timed: Timed[] = []
  const settled = new Map<string, number>()
  let operator = begin
  let checker = begin
  for (const { key, needs, checkerPost } of steps) {
    const { heldUp = 0, failure, waive } = mishaps[key] ?? {}
    const say = (at: number, verb: Timed['verb']) => timed.push({ at, key, verb })
    const after = Math.max(operator, ...needs.map((need) => settled.get(need) ?? begin))
    let at = after + luck.between(8, 35) * second + heldUp * minute
    say(at, 'start')
    at += luck.between(35, 130) * second
    if (failure) {
      say(at, 'fail')
      at += luck.between(120, 200) * second
      say(at, waive ? 'waive' : 'retry')
      at += luck.between(60, 110) * second
    }
    if (waive) say(at, 'confirm-waive')
    else say(at, 'done')
    operator = at
    if (checkerPost !== null && !waive) {
      at = Math.max(checker, at) + luck.between(20, 70) * second
      checker = at
      say(at, 'check')
    }
    settled.set(key, at)
  }
  return timed
}
