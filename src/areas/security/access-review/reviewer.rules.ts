/** Who may be asked, and whom an account concerns. */
export interface Parties {
  /** Whose account it is. */
  readonly subject: string | null
  /** Who approved the grants behind it. */
  readonly approvers: readonly string[]
  /** Of the system. */
  readonly owner: string | null
  /** The head of the subject's department. */
  readonly head: string | null
  /** Managers of the firm, in the order in which they are asked. */
  readonly managers: readonly string[]
  /** Who else must not: whoever looked at it before. */
  readonly barred?: readonly string[]
}

export interface Assigned {
  /** Null: nobody is left. */
  readonly reviewer: string | null
  /** It went to a manager, as those who should would judge themselves. */
  readonly escalated: boolean
}

/** By whom an account is looked at: the system's owner, or the head of the person's department. */
export const reviewBys = ['owner', 'head'] as const
export type ReviewBy = (typeof reviewBys)[number]

/**
 * Who reviews an account (复核人): nobody their own, and nobody what they approved (clause S-05). Where neither the one nor the other
 * is left, a manager does.
 */
export function reviewerFor(parties: Parties, by: ReviewBy): Assigned {
  const barred = new Set([parties.subject, ...parties.approvers, ...(parties.barred ?? [])])
  const may = (one: string | null): one is string => one !== null && !barred.has(one)
  const usual = by === 'owner' ? [parties.owner, parties.head] : [parties.head, parties.owner]
  const found = usual.find(may)
  if (found) return { reviewer: found, escalated: false }
  return { reviewer: parties.managers.find(may) ?? null, escalated: true }
}
