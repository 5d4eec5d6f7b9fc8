import type { ApprovalStep } from '../../record/approval.ts'
import type { Words } from '../../record/words.ts'

export type ApprovalState = 'pending' | 'approved' | 'refused' | 'void' | 'withdrawn' | 'failed'

/** One request for a verb, with what was asked exactly as it stood. */
export interface ApprovalTable {
  id: string
  record: string
  recordId: string
  verb: string
  given: Record<string, unknown>
  shown: Record<string, unknown> & { number: string; state: string }
  digest: Buffer
  rule: string
  ruleName: string
  steps: ApprovalStep[]
  requestedBy: string
  requestedAt: string
  state: ApprovalState
  /** The step in which it is, or ended; counted from 0. */
  step: number
  escalateAt: string | null
  reason: Words | null
  endedAt: string | null
  endedBy: string | null
}

/** Somebody who is asked in a step. */
export interface ApprovalSeatTable {
  approval: string
  step: number
  person: string
  since: string
  escalated: boolean
}

/** What a person said in a step, for themself or for whom they stand in. */
export interface ApprovalVoteTable {
  approval: string
  step: number
  person: string
  forPerson: string
  requestedBy: string
  vote: 'agree' | 'refuse'
  note: string | null
  at: string
  via: string
  digest: Buffer
}

declare module '../tables.ts' {
  interface Tables {
    approval: ApprovalTable
    approvalSeat: ApprovalSeatTable
    approvalVote: ApprovalVoteTable
  }
}
