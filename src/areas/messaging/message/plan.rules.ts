/** A message that is due, as far as it matters when it goes and with which others. */
export interface Due {
  readonly id: string
  /** Its receiver; those of one may go together. */
  readonly to: string
  /** It was held back, for a digest or quiet hours. */
  readonly held: boolean
  /** Tried before: it goes as it is. */
  readonly tried: boolean
}

export interface Plan<D> {
  /** What goes out now, in this order: one message, or several for one receiver together. */
  readonly out: readonly (readonly D[])[]
  /** In how many milliseconds to look again at what is left; null when nothing is. */
  readonly wait: number | null
}

const minute = 60_000
/** So many at once for one receiver are a heap: it reads better as one. */
const heap = 4

/**
 * What may go out now through a channel that takes `perMinute` in any minute (null: all), given when it was last used (milliseconds,
 * the latest last). Singly while less than half of that is used; from there on whatever waits for one receiver goes together, and
 * evenly over the rest of the minute, so that a storm neither bans the channel nor makes anybody wait long.
 */
export function planOf<D extends Due>(
  due: readonly D[],
  used: readonly number[],
  perMinute: number | null,
  now: number,
): Plan<D> {
  const recent = used.filter((at) => at > now - minute)
  const out: D[][] = []
  const left = [...byReceiver(due).values()].flatMap(bundles)
  if (perMinute === null) return { out: left, wait: null }
  while (left.length > 0) {
    const ready = readyAt(recent, perMinute, now)
    if (ready > now) return { out, wait: ready - now }
    const next = left.shift() as D[]
    const paced = recent.length >= perMinute / 2
    out.push(paced ? [...next, ...takeFor(left, next)] : next)
    recent.push(now)
  }
  return { out, wait: null }
}

/** When the channel may be used again. */
function readyAt(recent: readonly number[], perMinute: number, now: number): number {
  if (recent.length === 0) return now
  const free = recent.length < perMinute ? now : (recent[recent.length - perMinute] as number) + minute
  if (recent.length < perMinute / 2) return free
  return Math.max(free, (recent.at(-1) as number) + Math.ceil(minute / Math.max(1, Math.floor(perMinute / 2))))
}

function byReceiver<D extends Due>(due: readonly D[]): Map<string, D[]> {
  const found = new Map<string, D[]>()
  for (const one of due) found.set(one.to, [...(found.get(one.to) ?? []), one])
  return found
}

/** What for one receiver goes together: what was held back, and what is a heap. */
function bundles<D extends Due>(all: readonly D[]): D[][] {
  const fresh = all.filter(({ tried }) => !tried)
  const again = all.filter(({ tried }) => tried).map((one) => [one])
  if (fresh.length === 0) return again
  if (fresh.length >= heap) return [...again, fresh]
  const held = fresh.filter((one) => one.held)
  const now = fresh.filter((one) => !one.held).map((one) => [one])
  return [...again, ...now, ...(held.length > 0 ? [held] : [])]
}

/** Takes from what is left whatever else goes to the same receiver for the first time, where this does too. */
function takeFor<D extends Due>(left: D[][], next: readonly D[]): D[] {
  const first = next[0] as D
  if (first.tried) return []
  const mine = left.filter(([one]) => one?.to === first.to && !one.tried)
  for (const one of mine) left.splice(left.indexOf(one), 1)
  return mine.flat()
}
