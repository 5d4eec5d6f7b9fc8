import { fold } from '../../../../record/fold.ts'
import { agrees, withinOf } from '../../stocktake/result.rules.ts'
import { readCode } from '../../stocktake-count/code.rules.ts'
import type { Line, Mine, Place, Seen, Take } from './kept.ts'

/** All that a phone knows of a stocktake. */
export interface Known {
  readonly take: Take
  readonly lines: readonly Line[]
  readonly seen: readonly Seen[]
  readonly mine: readonly Mine[]
}

/** What a label that was just read means here. */
export type Reading =
  | { readonly is: 'place'; readonly place: Place }
  | {
      readonly is: 'asset'
      readonly tag: string
      readonly line: Line | null
      readonly said: Said
      readonly again: boolean
    }

/** What can be said of it at once, before the server has heard of it; blind nothing is. */
export type Said = 'found' | 'wrong-place' | 'surplus' | 'noted'

/** Reads a label: a place of the stocktake to go on at, or a tag to count at the place where one stands. */
export function readAt(known: Known, at: string | null, text: string, me: string): Reading {
  const code = readCode(text)
  const key = code.text.toUpperCase()
  const place = known.take.places.find((one) => one.number === key || fold(one.code).toUpperCase() === key)
  if (place && code.is !== 'number') return { is: 'place', place }
  const line = known.lines.find((one) => (code.is === 'number' ? one.number : one.tag) === code.text) ?? null
  const tag = line?.tag ?? code.text
  const again = known.mine.some((one) => one.tag === tag && one.place === at && one.by === me)
  return { is: 'asset', tag, line, said: saidOf(known, line, at), again }
}

function saidOf(known: Known, line: Line | null, at: string | null): Said {
  if (known.take.mode === 'blind') return 'noted'
  if (!line) return 'surplus'
  return agrees(line.place, at, withinOf(parentsOf(known))) ? 'found' : 'wrong-place'
}

/** `北京 › 主机房 › A01`: a place by the way to it. */
export function pathOf(places: readonly Place[], id: string | null): string {
  const way: string[] = []
  const seen = new Set<string>()
  let at = places.find((one) => one.id === id)
  while (at && !seen.has(at.id)) {
    way.unshift(at.name)
    seen.add(at.id)
    const { parent } = at
    at = places.find((one) => one.id === parent)
  }
  return way.join(' › ')
}

/** What nobody has counted yet, of what is registered at a place or in it. */
export function leftIn(known: Known, at: string): Line[] {
  const within = withinOf(parentsOf(known))
  return uncounted(known).filter(({ place }) => place !== null && within(place, at))
}

/** What is registered in each place, its inner places among them, and how much of it nobody has counted. */
export function sums(known: Known): Map<string, { all: number; left: number }> {
  const parents = parentsOf(known)
  const left = new Set(uncounted(known))
  const total = new Map<string, { all: number; left: number }>()
  for (const line of known.lines) {
    const seen = new Set<string>()
    for (let at = line.place; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at)
      const sum = total.get(at) ?? { all: 0, left: 0 }
      sum.all++
      if (left.has(line)) sum.left++
      total.set(at, sum)
    }
  }
  return total
}

function uncounted({ lines, seen, mine }: Known): Line[] {
  const counted = new Set([...seen, ...mine].map(({ tag }) => tag))
  return lines.filter((line) => !line.counted && !counted.has(line.tag))
}

const parentsOf = ({ take }: Known) => new Map(take.places.map(({ id, parent }) => [id, parent]))
