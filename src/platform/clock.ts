/** The instant, as ISO-8601 in UTC with milliseconds. Passed in wherever time matters. */
export interface Clock {
  now(): string
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
