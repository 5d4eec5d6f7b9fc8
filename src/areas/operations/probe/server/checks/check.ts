/** What every check is given and what it gives back. */
import type { Programs } from '../../../../../platform/process/programs.ts'
import type { SnmpAccess } from '../../../../assets/assets.api.ts'
import type { Outcome } from '../../probe.rules.ts'

/** What a check found; time and instant are added by those who run it. */
export interface Finding {
  outcome: Outcome
  value: number | null
  note: string
  /** What the next check goes on from; left out, that stays as it was. */
  carry?: unknown
}

/** What a check may use besides its settings. */
export interface CheckContext {
  /** Aborted when the time is up: the check then lets go of sockets and files at once. */
  signal: AbortSignal
  /** The time the check has, in milliseconds. */
  limitMs: number
  /** Now, milliseconds since 1970: for ages. */
  now: number
  /** Connection string of a named database target; null when there is none of that name. */
  target: (name: string) => string | null | Promise<string | null>
  /** When the heartbeat was last pushed, milliseconds since 1970; null for never. */
  lastPush: number | null
  /** How a registered network device is spoken to; null when there is none of this id. */
  device: (id: string) => Promise<SnmpAccess | null>
  /** A program that the server declares for probes; null when there is none of this name. */
  plugin: (name: string) => Programs[string] | null
  /** What the check before left to go on from. */
  carry: unknown
}

export const up = (note: string, value: number | null = null): Finding => ({ outcome: 'up', value, note })
export const slow = (note: string, value: number | null = null): Finding => ({ outcome: 'slow', value, note })
export const down = (note: string, value: number | null = null): Finding => ({ outcome: 'down', value, note })
/** Nothing was learnt: what is missing is not fine, and not broken either. */
export const unknown = (note: string): Finding => ({ outcome: 'unknown', value: null, note })

export const timedOut = down('timeout')

/**
 * The short fact behind a failed call: its error code, else the beginning of its message.
 * An error of our own code (a TypeError without code and its like) is no fact about a target and is thrown on.
 */
export function noteOf(error: unknown): string {
  if (!(error instanceof Error)) throw error
  if (error.name === 'AbortError') return timedOut.note
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) throw error
  return error.message.slice(0, 80)
}
