import type { Total } from '../../backup-plan/method.settings.ts'

/** A copy as it was restored, until it is closed. */
export interface Restored {
  /** What is always counted: tables and rows, or files and bytes. */
  readonly counted: Readonly<Record<string, number>>
  /** What the plan asks of it, as text; null where it has no answer. */
  measure(total: Total): Promise<string | null>
  close(): Promise<void>
}

/** Where a copy is restored, and how long all of it may take. */
export interface Scratch {
  /** Empty, and ours alone; PostgreSQL's and MariaDB's accounts may pass through it. */
  readonly folder: string
  /** Milliseconds that are left. */
  left(): number
}
