import type { Span } from '../../../record/working-time.ts'
import { hoursByWeek, nightsOf, type Wall, weekOf } from './rest.rules.ts'
import { type Away, groupBy, isFit, type Limits, type Position, type Someone, type Watch } from './shape.rules.ts'
import type { Slot } from './slots.rules.ts'

/** Why somebody cannot take a place. */
export const hindrances = ['not-qualified', 'on-leave', 'on-duty', 'rest', 'nights', 'week-hours'] as const
export type Hindrance = (typeof hindrances)[number]

export interface Plan {
  readonly filled: readonly (Slot & { readonly person: string })[]
  /** What nobody could take, and how many could not for which reason. */
  readonly unfilled: readonly (Slot & { readonly why: Readonly<Partial<Record<Hindrance, number>>> })[]
}

export interface Task {
  readonly slots: readonly Slot[]
  /** What stands already: set by hand, or in force before and after. */
  readonly fixed: readonly Watch[]
  readonly away: readonly Away[]
  readonly positions: readonly Position[]
  readonly people: readonly Someone[]
  readonly limits: Limits
}

const hourMs = 3_600_000
/** A night weighs as this many hours when the load is shared out. */
const nightWeight = 6

/**
 * Fills places in the order of time, each with whoever has had least of nights and hours and is hindered by nothing. A place that
 * nobody can take is tried once more by giving one duty in its way to somebody else; then the load is evened out. The same
 * task has the same answer.
 */
export function generate(task: Task, wall: Wall): Plan {
  const hands = task.people.map((someone) => makeHand(someone, task, wall))
  const taken = new Map<Slot, Hand>()
  const open: Slot[] = []
  const give = (slot: Slot, hand: Hand) => {
    hand.add(slot)
    taken.set(slot, hand)
  }
  for (const slot of task.slots) {
    const best = bestOf(hands, slot, wall)
    if (best) give(slot, best)
    else open.push(slot)
  }
  const unfilled = open.filter((slot) => !makeRoom(slot, hands, taken, give))
  even(hands, taken, wall)
  return {
    filled: task.slots.flatMap((slot) => {
      const hand = taken.get(slot)
      return hand ? [{ ...slot, person: hand.id }] : []
    }),
    unfilled: unfilled.map((slot) => ({ ...slot, why: whyNot(hands, slot) })),
  }
}

/** One person as duties are handed out. */
interface Hand {
  readonly id: string
  readonly spans: readonly Span[]
  nights: number
  hours: number
  hindrance(slot: Slot, but?: Span): Hindrance | null
  add(slot: Slot): void
  drop(slot: Slot): void
}

function makeHand(someone: Someone, { fixed, away, positions, limits }: Task, wall: Wall): Hand {
  const at = new Map(positions.map((one) => [one.id, one]))
  const gone = away.filter(({ person }) => person === someone.id)
  const spans: Span[] = fixed.filter(({ person }) => person === someone.id)
  const rest = limits.restHours * hourMs
  const count = (span: Span, sign: 1 | -1) => {
    hand.nights += sign * nightsOf(span, wall).length
    hand.hours += (sign * (span.to - span.from)) / hourMs
  }
  const hand: Hand = {
    id: someone.id,
    spans,
    nights: 0,
    hours: 0,
    hindrance(slot, but) {
      const position = at.get(slot.position)
      if (!position || !isFit(someone, position)) return 'not-qualified'
      if (gone.some(({ from, to }) => from < slot.to && to > slot.from)) return 'on-leave'
      const near = spans.filter((one) => one !== but && one.from < slot.to + weekMs && one.to > slot.from - weekMs)
      if (near.some(({ from, to }) => from < slot.to && to > slot.from)) return 'on-duty'
      if (near.some(({ from, to }) => from < slot.to + rest && to > slot.from - rest)) return 'rest'
      if (nightsInRow([...near, slot], slot, wall) > limits.nightsInRow) return 'nights'
      const weeks = hoursByWeek([...near, slot], wall)
      const own = [weekOf(wall.dayAt(slot.from)), weekOf(wall.dayAt(slot.to - 1))]
      return own.some((week) => (weeks.get(week) ?? 0) > limits.weekHours * hourMs) ? 'week-hours' : null
    },
    add(slot) {
      spans.push(slot)
      count(slot, 1)
    },
    drop(slot) {
      spans.splice(spans.indexOf(slot), 1)
      count(slot, -1)
    },
  }
  for (const span of spans) count(span, 1)
  return hand
}

/** Long enough for a week's hours and for the longest run of nights that a roster may allow. */
const weekMs = 32 * 24 * hourMs

/** How many nights in a row the nights of one span are part of. */
function nightsInRow(spans: readonly Span[], of: Span, wall: Wall): number {
  const own = nightsOf(of, wall)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return 0
  const nights = new Set(spans.flatMap((one) => nightsOf(one, wall)))
  let [from, to] = [first, last]
  while (nights.has(from - 1)) from--
  while (nights.has(to + 1)) to++
  return to - from + 1
}

const load = ({ hours, nights }: Hand): number => hours + nights * nightWeight

/** Whoever has had so many more nights than another has days first. */
const nightsApart = 2

/** Nights go to whoever has had fewest, days to whoever has had many more nights, everything else to whoever has had least. */
function bestOf(hands: readonly Hand[], slot: Slot, wall: Wall): Hand | null {
  const isNight = nightsOf(slot, wall).length > 0
  let best: Hand | null = null
  for (const hand of hands) {
    if (hand.hindrance(slot) !== null) continue
    if (best === null || less(hand, best, isNight)) best = hand
  }
  return best
}

function less(a: Hand, b: Hand, isNight: boolean): boolean {
  if (isNight && a.nights !== b.nights) return a.nights < b.nights
  if (!isNight && Math.abs(a.nights - b.nights) > nightsApart) return a.nights > b.nights
  return load(a) < load(b)
}

/** Takes one duty from somebody who could else take this place, and gives it to another. */
function makeRoom(
  slot: Slot,
  hands: readonly Hand[],
  taken: Map<Slot, Hand>,
  give: (slot: Slot, hand: Hand) => void,
): boolean {
  for (const hand of hands) {
    for (const held of [...taken].flatMap(([one, by]) => (by === hand ? [one] : []))) {
      if (hand.hindrance(slot, held) !== null) continue
      const other = hands.find((one) => one !== hand && one.hindrance(held) === null)
      if (!other) continue
      hand.drop(held)
      give(held, other)
      give(slot, hand)
      return true
    }
  }
  return false
}

/** Gives duties of those who have most to those who have least, as long as that brings the two closer together. */
function even(hands: readonly Hand[], taken: Map<Slot, Hand>, wall: Wall): void {
  for (let turn = 0; turn < 4; turn++) {
    let moved = false
    for (const [slot, hand] of taken) {
      const isNight = nightsOf(slot, wall).length > 0
      const weight = (slot.to - slot.from) / hourMs + (isNight ? nightWeight : 0)
      const other = [...hands]
        .sort((a, b) => load(a) - load(b))
        .find(
          (one) =>
            load(one) + weight < load(hand) && (!isNight || one.nights < hand.nights) && one.hindrance(slot) === null,
        )
      if (!other) continue
      hand.drop(slot)
      other.add(slot)
      taken.set(slot, other)
      moved = true
    }
    if (!moved) return
  }
}

function whyNot(hands: readonly Hand[], slot: Slot): Partial<Record<Hindrance, number>> {
  const reasons = hands.flatMap((hand) => hand.hindrance(slot) ?? [])
  return Object.fromEntries([...groupBy(reasons, (one) => one)].map(([reason, all]) => [reason, all.length]))
}
