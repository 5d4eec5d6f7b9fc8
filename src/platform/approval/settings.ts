import type { Kysely } from 'kysely'
import type { ApprovalStep } from '../../record/approval.ts'
import type { Condition } from '../../record/condition.ts'
import type { Tables } from '../tables.ts'

/** What the settings say about one verb of one record. */
export interface ApprovalRule {
  readonly id: string
  readonly name: string
  /** All must hold for the row as it would be. */
  readonly when: readonly Condition[]
  readonly steps: readonly ApprovalStep[]
}

/** The rules in force for a verb, the one that decides first: settings are records, and the engine names none. */
export type ApprovalRules = (db: Kysely<Tables>, record: string, verb: string) => Promise<readonly ApprovalRule[]>

/** Somebody who stands in for another while they are away. */
export interface Deputy {
  readonly person: string
  readonly deputy: string
  /** Kinds of record it is limited to; none: all of them. */
  readonly records: readonly string[]
}

export const standsInFor = ({ records }: Deputy, record: string): boolean =>
  records.length === 0 || records.includes(record)
