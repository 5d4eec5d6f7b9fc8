import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import { type CarriedOut, carriedOut } from '../include.rules.ts'
import type { runbook } from '../runbook.record.ts'

export type RunbookRow = RowOf<typeof runbook>

export interface FoundSteps extends CarriedOut {
  /** The edition whose reverse they are. */
  readonly mirrored: string | null
}

/**
 * The steps of a runbook as they would be carried out now: its own, those of the effective editions it includes, or the reverse of the one
 * it mirrors. Neither a mirror nor a step that stands for a runbook keeps any, so they never lag behind.
 */
export async function stepsOf(db: Kysely<Tables>, row: RunbookRow): Promise<FoundSteps> {
  const alone = row.mirrors === null && row.steps.every(({ mode }) => mode !== 'runbook')
  const effective = alone
    ? []
    : await db
        .selectFrom('runbook')
        .select(['id', 'code', 'steps', 'mirrors'])
        .where('state', '=', 'effective')
        .execute()
  const library = new Map(effective.map((book) => [book.code, book]))
  return { ...carriedOut(row, library), mirrored: library.get(row.mirrors ?? '')?.id ?? null }
}
