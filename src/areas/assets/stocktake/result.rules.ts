/** The six things that a stocktake can find of an asset or a tag (R12). */
export type Result = 'found' | 'wrong-place' | 'wrong-holder' | 'missing' | 'surplus' | 'twice'

/** Where an asset should be, as frozen. */
export interface Line {
  readonly location: string | null
  readonly custodian: string | null
}

/** One scan: where, in whose hand (null: nobody looked), by whom and when it was really made. */
export interface Count {
  readonly id: string
  readonly place: string | null
  readonly holder: string | null
  readonly counter: string
  readonly countedAt: string
}

/** Does the first place lie in the second, or is it the same? */
export type Within = (inner: string, outer: string) => boolean

export interface Outcome<C extends Count = Count> {
  readonly result: Result
  /** The count that stands: the last that was made. */
  readonly stands: C | null
  /** One for each counter and place, in order; more than one is *twice*. */
  readonly voices: readonly C[]
  /** Made anew by the same counter at the same place: replaced, and shown as such. */
  readonly replaced: readonly C[]
}

/** What came of one asset (`line` null: it was not expected) from all its counts. */
export function outcomeOf<C extends Count>(line: Line | null, counts: readonly C[], within: Within): Outcome<C> {
  const ordered = [...counts].sort(byTime)
  const last = new Map(ordered.map((one) => [`${one.counter} ${one.place}`, one]))
  const voices = ordered.filter((one) => last.get(`${one.counter} ${one.place}`) === one)
  const replaced = ordered.filter((one) => !voices.includes(one))
  const stands = ordered.at(-1) ?? null
  return { result: resultOf(line, stands, voices.length, within), stands, voices, replaced }
}

function resultOf(line: Line | null, stands: Count | null, voices: number, within: Within): Result {
  if (line === null) return 'surplus'
  if (stands === null) return 'missing'
  if (voices > 1) return 'twice'
  if (!agrees(line.location, stands.place, within)) return 'wrong-place'
  return heldAs(line, stands) ? 'found' : 'wrong-holder'
}

/** A room is no contradiction to a rack in it, nor the other way round; where no place was told, none is contradicted. */
export function agrees(expected: string | null, place: string | null, within: Within): boolean {
  if (place === null) return true
  return expected !== null && (within(expected, place) || within(place, expected))
}

const heldAs = (line: Line, { holder }: Count): boolean => holder === null || holder === line.custodian

/** Do all who counted it say what the register says? */
export const allAgree = (line: Line, voices: readonly Count[], within: Within): boolean =>
  voices.every((one) => agrees(line.location, one.place, within) && heldAs(line, one))

const byTime = (a: Count, b: Count): number =>
  a.countedAt < b.countedAt ? -1 : a.countedAt > b.countedAt ? 1 : a.id < b.id ? -1 : 1

/** A tree of places by each one's parent; a ring in it ends the way up. */
export function withinOf(parents: ReadonlyMap<string, string | null>): Within {
  return (inner, outer) => {
    const seen = new Set<string>()
    for (let at: string | null = inner; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === outer) return true
      seen.add(at)
    }
    return false
  }
}
