import { dayAway } from '../../../record/time.ts'

/** So much may be used from a day to a day, both included; without a last day for ever. */
export interface Granted {
  readonly quantity: number
  readonly validFrom: string
  readonly validTo: string | null
}

/** So much has been given out from a day on; from the day in `to` on no longer. */
export interface Held {
  readonly quantity: number
  readonly from: string
  readonly to: string | null
}

export interface Point {
  readonly date: string
  readonly entitled: number
  readonly used: number
}

/** What is left; below nothing where more is used than one may. */
export const freeAt = ({ entitled, used }: Omit<Point, 'date'>): number => entitled - used

/** How it stands at the end of a day. What has expired does not count, nor what has not begun. */
export const positionOn = (granted: readonly Granted[], held: readonly Held[], date: string): Point => ({
  date,
  entitled: sum(granted.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))),
  used: sum(held.filter(({ from, to }) => from <= date && (to === null || date < to))),
})

/** The first day, each on which something changes, and the last. */
export function positionsBetween(
  granted: readonly Granted[],
  held: readonly Held[],
  first: string,
  last: string,
): Point[] {
  const edges = [
    ...granted.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [dayAway(validTo, 1)])]),
    ...held.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]),
  ]
  const days = new Set([first, ...edges.filter((day) => first < day && day < last), last])
  return [...days].sort().map((day) => positionOn(granted, held, day))
}

/** The last day of what counts now that ends first; null where nothing ends. */
export function endsFirst(granted: readonly Granted[], today: string): string | null {
  const ends = granted.flatMap(({ validFrom, validTo }) =>
    validTo !== null && validFrom <= today && today <= validTo ? [validTo] : [],
  )
  return ends.sort()[0] ?? null
}

const sum = (all: readonly { readonly quantity: number }[]): number => all.reduce((n, one) => n + one.quantity, 0)
