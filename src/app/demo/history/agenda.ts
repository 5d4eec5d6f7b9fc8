import type { SetClock } from '../clock.ts'

/** Something that happens at its time. */
export interface Act {
  /** Milliseconds since 1970. */
  readonly at: number
  do(): Promise<unknown>
}

/** A moment of the history: how many trading days before today, and the time on the firm's clock. */
export type When = readonly [daysAgo: number, time: string]

/** The instant that the firm's clock shows a time on a day; China keeps one time all year. */
export const shanghai = (day: string, time: string): number => Date.parse(`${day}T${time}+08:00`)

/** The trading day so many before today, or the first where the calendar does not reach back so far. */
export const tradingDay = (days: readonly string[], ago: number): string =>
  days.at(-Math.max(1, ago)) ?? (days[0] as string)

/** Turns moments into instants; null where the calendar does not reach back so far. */
export const instantsOf =
  (days: readonly string[]) =>
  ([daysAgo, time]: When): number | null => {
    const day = days.at(-daysAgo)
    return day === undefined ? null : shanghai(day, time)
  }

/** Does everything in the order of time, each with the clock at its own; `meanwhile` sees to what comes by itself before. */
export async function play(
  acts: readonly Act[],
  clock: SetClock,
  meanwhile: (until: number) => Promise<void>,
): Promise<void> {
  for (const act of [...acts].sort((a, b) => a.at - b.at)) {
    await meanwhile(act.at)
    clock.set(act.at)
    await act.do()
  }
}
