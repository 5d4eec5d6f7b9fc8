/** One echo request: how long its answer took, milliseconds; null where none came. */
export interface Echo {
  readonly address: string
  readonly ms: number | null
}

const line = /^(\S+)\s+: \[\d+\], (?:\d+ bytes, (\d+(?:\.\d+)?) ms|timed out)/

/** A line of `fping -l`; null for one that tells of no echo. */
export function echoOf(text: string): Echo | null {
  const found = line.exec(text)
  return found ? { address: found[1] as string, ms: found[2] === undefined ? null : Number(found[2]) } : null
}

/** Of some echoes: the share that was lost, percent, and the mean of the others, milliseconds. */
export function lossAndDelay(echoes: readonly Pick<Echo, 'ms'>[]): { loss: number; delay: number | null } {
  const answered = echoes.flatMap(({ ms }) => ms ?? [])
  const mean = answered.reduce((sum, ms) => sum + ms, 0) / answered.length
  return {
    loss: Math.round((1_000 * (echoes.length - answered.length)) / echoes.length) / 10,
    delay: answered.length === 0 ? null : Math.round(mean * 100) / 100,
  }
}
