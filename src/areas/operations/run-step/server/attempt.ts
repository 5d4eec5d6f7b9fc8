import type { ColumnType } from 'kysely'
import type { AttemptOutcome } from '../evidence.rules.ts'

/**
 * One try of a command on one component. `launched` is committed before the program is started: an attempt that is
 * launched and whose copy is gone may or may not have done its work, and is never run again by itself.
 */
export interface StepAttemptTable {
  id: string
  step: string
  /** Counts within the step. */
  n: number
  round: number
  component: string
  componentCode: string
  action: string
  program: string
  args: ColumnType<string[], string, never>
  timeoutSeconds: number
  state: 'queued' | 'launched' | 'ended'
  copy: number | null
  queuedAt: string
  launchedAt: string | null
  endedAt: string | null
  outcome: AttemptOutcome | null
  exitCode: number | null
  signal: string | null
  output: string
}
