import { dayMs, instantAt, msOf } from '../../../record/time.ts'

/** Hours of training that count: on which day, and how many. */
export interface Hours {
  readonly heldOn: string
  readonly hours: number
}

const yearDays = 365

/** Hours within a year before an instant; a day counts from its noon in UTC, so that no zone takes one away. */
const hoursAt = (all: readonly Hours[], at: number): number =>
  all
    .filter((one) => at - noonOf(one) < yearDays * dayMs && noonOf(one) <= at + dayMs)
    .reduce((sum, one) => sum + one.hours, 0)

const noonOf = ({ heldOn }: Hours): number => msOf(`${heldOn}T12:00:00.000Z`)

/** What is wanted of somebody who has been here since an instant: the year's hours, or their share of them. */
const wantedAt = (since: string, target: number, at: number): number =>
  target * Math.min(1, Math.max(0, at - msOf(since)) / (yearDays * dayMs))

export interface Standing {
  readonly hours: number
  readonly wanted: number
  /** When time alone may change it: hours fall out of the year, or more is wanted. */
  readonly until: string | null
}

/** How somebody stands against the hours wanted of them in a year, pro rata in their first. */
export function standingOf(all: readonly Hours[], since: string, target: number, now: string): Standing {
  const at = msOf(now)
  const hours = hoursAt(all, at)
  const wanted = wantedAt(since, target, at)
  const growsPast = msOf(since) + (hours / target) * yearDays * dayMs
  const turns = [
    ...all.map((one) => noonOf(one) + yearDays * dayMs),
    ...(hours < target ? [Math.floor(growsPast) + 1] : []),
  ].filter((turn) => turn > at)
  return { hours, wanted, until: turns.length === 0 ? null : instantAt(Math.min(...turns)) }
}
