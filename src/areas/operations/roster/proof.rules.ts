import type { Span } from '../../../record/working-time.ts'
import { brokenRules, type Wall } from './rest.rules.ts'
import {
  type Away,
  type Finding,
  groupBy,
  isFit,
  type Limits,
  type Needed,
  type Position,
  type Someone,
  type Watch,
  without,
} from './shape.rules.ts'

export interface Ground {
  readonly needed: readonly Needed[]
  readonly watches: readonly Watch[]
  readonly away: readonly Away[]
  readonly positions: readonly Position[]
  readonly people: readonly Someone[]
  readonly limits: Limits
}

/**
 * The proof of a roster: every stretch in which a position has too few, whoever stands at two places or where they may
 * not, and every rule of rest that is broken. Whoever is on leave, or may not stand there, covers nothing.
 */
export function prove(ground: Ground, wall: Wall): Finding[] {
  const { watches, away, needed } = ground
  const positions = new Map(ground.positions.map((one) => [one.id, one]))
  const people = new Map(ground.people.map((one) => [one.id, one]))
  const leaves = groupBy(away, ({ person }) => person)
  const fit = (one: Watch) => {
    const position = positions.get(one.position)
    return position !== undefined && isFit(people.get(one.person), position)
  }
  const there = watches
    .filter(fit)
    .flatMap((one) => without(one, leaves.get(one.person) ?? []).map((left): Watch => ({ ...one, ...left })))
  return [
    ...holesOf(needed, there, positions),
    ...overlapsOf(watches, positions),
    ...watches.filter((one) => !fit(one)).map((one) => about(one, 'not-qualified')),
    ...watches.flatMap((one) =>
      (leaves.get(one.person) ?? [])
        .filter((gone) => gone.from < one.to && gone.to > one.from)
        .map((gone) => ({ ...about(one, 'on-leave'), ...common(one, gone) })),
    ),
    ...brokenRules(watches, ground.limits, wall),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Where fewer stand than are wanted; what is short by as many, end to end, is one hole. */
export function holesOf(
  needed: readonly Needed[],
  watches: readonly Watch[],
  positions: ReadonlyMap<string, Position>,
): Finding[] {
  const at = groupBy(watches, ({ position }) => position)
  return needed.flatMap((need) => {
    const want = positions.get(need.position)?.people ?? 1
    const near = (at.get(need.position) ?? []).filter(({ from, to }) => from < need.to && to > need.from)
    const holes: Finding[] = []
    for (const piece of piecesOf(need, near)) {
      const present = near.filter(({ from, to }) => from <= piece.from && to >= piece.to)
      const have = new Set(present.map(({ person }) => person)).size
      if (have >= want) continue
      const last = holes.at(-1)
      const duties = present.map(({ id }) => id)
      if (last?.to === piece.from && last.have === have) holes[holes.length - 1] = { ...last, to: piece.to }
      else holes.push({ kind: 'hole', ...piece, position: need.position, person: null, duties, have, want })
    }
    return holes
  })
}

/** A span cut wherever somebody comes or goes. */
function piecesOf({ from, to }: Span, near: readonly Span[]): Span[] {
  const edges = near.flatMap((one) => [one.from, one.to]).filter((edge) => edge > from && edge < to)
  const marks = [...new Set([from, ...edges, to])].sort((a, b) => a - b)
  return marks.slice(1).map((mark, n) => ({ from: marks[n] as number, to: mark }))
}

/** One person at two positions at once: worst where one makes and the other checks. */
export function overlapsOf(watches: readonly Watch[], positions: ReadonlyMap<string, Position>): Finding[] {
  const found: Finding[] = []
  for (const [person, own] of groupBy(watches, (one) => one.person)) {
    const sorted = [...own].sort((a, b) => a.from - b.from)
    for (const [n, first] of sorted.entries())
      for (const second of sorted.slice(n + 1)) {
        if (second.from >= first.to) break
        const both = [first, second].map(({ position }) => positions.get(position)?.part)
        const kind = both.includes('maker') && both.includes('checker') ? 'maker-is-checker' : 'two-places'
        found.push({
          ...{ kind, ...common(first, second), position: second.position, person },
          ...{ duties: [first.id, second.id], have: 2, want: 1 },
        })
      }
  }
  return found
}

const common = (a: Span, b: Span): Span => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })

const about = ({ id, from, to, person, position }: Watch, kind: Finding['kind']): Finding => ({
  ...{ kind, from, to, person, position },
  ...{ duties: [id], have: 0, want: 1 },
})
