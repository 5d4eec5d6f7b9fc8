/** How far an impact picture reaches, to either side. */
export const levels = 3
/** How many of a level are shown; of the others it says how many there are. */
export const mostShown = 14
/** Beyond so many it only says that there are more. */
export const mostCounted = 1_000

/** How many of a level are not shown; it is below 0 for what the asset stands on. */
export interface More {
  readonly level: number
  readonly count: number
  /** There are more than were counted. */
  readonly atLeast: boolean
}

interface Counted {
  readonly level: number
  readonly shown: readonly string[]
  readonly count: number
}

export const moreOf = (steps: readonly Counted[]): More[] =>
  steps.flatMap(({ level, shown, count }) => {
    const hidden = Math.min(count, mostCounted) - shown.length
    return hidden > 0 ? [{ level, count: hidden, atLeast: count > mostCounted }] : []
  })

/** Each once, at the level where it is nearest; what is equally near on both sides is what is touched. */
export function nearest(found: readonly { readonly id: string; readonly level: number }[]): Map<string, number> {
  const levelOf = new Map<string, number>()
  for (const { id, level } of [...found].sort((a, b) => Math.abs(a.level) - Math.abs(b.level) || b.level - a.level))
    if (!levelOf.has(id)) levelOf.set(id, level)
  return levelOf
}
