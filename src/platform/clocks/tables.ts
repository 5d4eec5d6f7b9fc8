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
    }
    clockMark: { recordId: string; clock: string; mark: string; at: string }
  }
}
