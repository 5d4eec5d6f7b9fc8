import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import { type CarriedOut, carriedOut, nobodyAsked, parametersOf } from '../include.rules.ts'
import type { Given, Parameter } from '../parameter.rules.ts'
import type { runbook } from '../runbook.record.ts'

export type RunbookRow = RowOf<typeof runbook>

export interface FoundSteps extends CarriedOut {
  /** The edition whose reverse they are. */
  readonly mirrored: string | null
  /** What it asks for. */
  readonly parameters: readonly Parameter[]
}

/**
 * The steps of a runbook as they would be carried out now: its own, those of the effective editions it includes, or the reverse of the one
 * it mirrors. Neither a mirror nor a step that stands for a runbook keeps any, so they never lag behind.
 */
export async function stepsOf(db: Kysely<Tables>, row: RunbookRow, given?: Given): Promise<FoundSteps> {
  const alone = row.mirrors === null && row.steps.every(({ mode }) => mode !== 'runbook')
  const effective = alone
    ? []
    : await db
        .selectFrom('runbook')
        .select(['id', 'code', 'steps', 'mirrors', 'parameters'])
        .where('state', '=', 'effective')
        .execute()
  const library = new Map(effective.map((book) => [book.code, book]))
  const asked = given ? { given, open: false } : nobodyAsked(row, library)
  const found = carriedOut(row, library, { ...asked, components: await componentCodes(db) })
  return {
    ...found,
    mirrored: library.get(row.mirrors ?? '')?.id ?? null,
    parameters: parametersOf(row, library),
  }
}

/** Codes of the components that a parameter may mean. */
async function componentCodes(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('component').select('code').where('state', '<>', 'retired').execute()
  return new Set(rows.map(({ code }) => code))
}
