import type { Words } from '../../record/words.ts'

declare module '../tables.ts' {
  interface Tables {
    /** The rows of a bulk, chosen when it was asked for, and what came of each. */
    workRow: {
      work: string
      recordId: string
      /** As who asked knows it; null for an id that they may not read. */
      number: string | null
      /** Null until it was tried. */
      outcome: 'changed' | 'same' | 'waiting' | 'refused' | null
      code: string | null
      text: Words | null
    }
  }
}
