/** One port of this machine that something listens on. */
export interface Target {
  readonly name: string
  readonly host: string
  readonly port: number
}

/** A monitoring system as its users would run it, set to ask each target every `every` seconds and to alarm at the first failure. */
export interface Contender {
  readonly name: string
  /** Begins to watch. `folder` is its own, and removed by whoever called. */
  watch(targets: readonly Target[], every: number, folder: string): Promise<Watching>
}

export interface Watching {
  /** The process all others of it come from. */
  readonly pid: number
  /** The names of the targets that it has an alarm for now. */
  alarms(): Promise<ReadonlySet<string>>
  stop(): Promise<void>
}
