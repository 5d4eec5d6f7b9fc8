import type { Words } from '../../../../record/words.ts'

/** What came of a source altogether. */
export interface EventSourceTrafficTable {
  source: string
  lastAt: string
  accepted: number
  refused: number
}

/** One delivery as it came, and what became of it. */
export interface EventDeliveryTable {
  id: string
  source: string
  at: string
  accepted: boolean
  raised: number
  resolved: number
  /** Notices that told nothing new. */
  known: number
  /** Why it was refused: a sentence for the whole and one for each fault. */
  reasons: readonly Words[]
  body: string
}

/** The last time that an event stood, by its source and what makes it the same. */
export interface EventOccurrenceTable {
  source: string
  key: string
  start: string
  severity: 'critical' | 'warning'
  lastAt: string
  endedAt: string | null
}
