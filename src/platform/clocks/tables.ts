import type { ClockState } from '../../record/clock.ts'

declare module '../tables.ts' {
  interface Tables {
    clock: {
      recordId: string
      name: string
      record: string
      target: string
      state: ClockState
      open: boolean
      dueAt: string | null
      nextAt: string | null
      /** Milliseconds of working time, once it has ended. */
      took: number | null
    }
    clockMark: { recordId: string; clock: string; mark: string; at: string }
  }
}
