/** What is heard of an agent again and again, beside its record. */
export interface ProbeAgentStandTable {
  agent: string
  seenAt: string
  host: string
  version: string
  waiting: number
  lost: number
  /** Readings taken since it joined, and how many of them came late. */
  taken: number
  late: number
}
