import { type Fault, fault } from '../../../record/problem.ts'

/** Units of a rack of which nobody said how high it is. */
export const usualHeight = 42

/** What stands in a rack: from its lowest unit upwards. */
export interface Racked {
  readonly id: string
  readonly name: string
  readonly unit: number
  readonly units: number
}

export const topOf = ({ unit, units }: Pick<Racked, 'unit' | 'units'>): number => unit + units - 1

const overlap = (a: Racked, b: Racked): boolean => a.unit <= topOf(b) && b.unit <= topOf(a)

/** `U12`, or `U12–U13` of what is higher than one unit. */
export const unitsText = (one: Pick<Racked, 'unit' | 'units'>): string =>
  one.units === 1 ? `U${one.unit}` : `U${one.unit}–U${topOf(one)}`

/** What keeps one from standing where it is put: the rack is too low, or somebody else is there. */
export function spaceFaults(one: Racked, height: number, others: readonly Racked[]): Fault[] {
  if (topOf(one) > height)
    return [
      fault(
        'rackUnit',
        'too-high',
        `机柜只有 ${height}U,${unitsText(one)} 放不下。`,
        `The rack has ${height} units; ${unitsText(one)} does not fit.`,
      ),
    ]
  return others
    .filter((other) => other.id !== one.id && overlap(one, other))
    .map((other) =>
      fault(
        'rackUnit',
        'taken',
        `${unitsText(other)} 已有「${other.name}」。`,
        `${unitsText(other)} is taken by ${other.name}.`,
      ),
    )
}

/** A free stretch of a rack. */
export type Gap = Pick<Racked, 'unit' | 'units'>

/** Free stretches from the bottom up. */
export function gapsIn(height: number, racked: readonly Racked[]): Gap[] {
  const gaps: Gap[] = []
  let free = 1
  for (const one of [...racked].sort((a, b) => a.unit - b.unit)) {
    if (one.unit > free) gaps.push({ unit: free, units: one.unit - free })
    free = Math.max(free, topOf(one) + 1)
  }
  if (free <= height) gaps.push({ unit: free, units: height - free + 1 })
  return gaps
}

/** The lowest units at which so many stand free together. */
export const placesFor = (units: number, height: number, racked: readonly Racked[]): number[] =>
  gapsIn(height, racked).flatMap((gap) =>
    Array.from({ length: Math.max(0, gap.units - units + 1) }, (_, i) => gap.unit + i),
  )
