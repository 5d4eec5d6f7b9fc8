import type { Reference } from '../../probe-agent/references.rules.ts'
import { probeSettings } from '../probe.settings.ts'
import { excused, mayBeTheNetwork } from '../prober.rules.ts'
import { observe } from './checks/observe.ts'
import type { ProbeReading } from './scheduler.ts'

/** Longest that a reference may take to answer, milliseconds. */
const limitMs = 1_000
/** Looks in a row that nothing answered before the prober is said to be cut off. */
const before = 2

export interface LookoutOptions {
  /** Asked at each look. */
  references(): readonly Reference[]
  /** Now, milliseconds since 1970, by the clock of the readings. */
  now(): number
  /** The kind of a probe; undefined for one that is watched no more. */
  kindOf(probe: string): string | undefined
}

/**
 * Looks whether the prober's own network is well, by references that answer as long as it is. Where none of several is
 * known to answer nor to be silent (no helper for ping), it is taken to be well.
 */
export class Lookout {
  readonly #options: LookoutOptions
  #looking: Promise<boolean> | null = null
  #silentSince: number | null = null
  #silentLooks = 0
  #lastSilent = Number.NEGATIVE_INFINITY

  constructor(options: LookoutOptions) {
    this.#options = options
  }

  /** Since when no reference answers, milliseconds since 1970; null while the network is well. */
  get cutOffSince(): number | null {
    return this.#silentLooks >= before ? this.#silentSince : null
  }

  /** Asks all references; true where none answers. Who comes while somebody looks hears the same. */
  look(): Promise<boolean> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  /** The readings, with failures that the network explains turned into nothing learnt. */
  async excuse(readings: readonly ProbeReading[]): Promise<ProbeReading[]> {
    const { kindOf, references } = this.#options
    const doubtful = ({ probeId, reading }: ProbeReading) => mayBeTheNetwork(kindOf(probeId) ?? '', reading)
    if (references().length === 0 || !readings.some(doubtful)) return [...readings]
    const silent = await this.look()
    return readings.map((one) =>
      doubtful(one) && (silent || one.reading.startedAt <= this.#lastSilent)
        ? { ...one, reading: excused(one.reading) }
        : one,
    )
  }

  async #look(): Promise<boolean> {
    const at = this.#options.now()
    const references = this.#options.references()
    const outcomes = await Promise.all(references.map(outcomeOf))
    const silent = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'down')
    if (silent) {
      this.#lastSilent = this.#options.now()
      this.#silentSince ??= at
      this.#silentLooks++
    } else {
      this.#silentSince = null
      this.#silentLooks = 0
    }
    return silent
  }
}

async function outcomeOf({ host, port }: Reference) {
  const settings = probeSettings.parse(
    port === null
      ? { kind: 'ping', host, packets: 1, timeoutMs: limitMs }
      : { kind: 'tcp', host, port, timeoutMs: limitMs },
  )
  return (await observe(settings, { intervalMs: 2 * limitMs, now: Date.now() })).outcome
}
