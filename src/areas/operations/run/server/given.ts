import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { type Shown, shown } from '../../runbook/parameter.rules.ts'
import type { RunRow } from './begin.ts'

/** What was given when a run began, under the names that its edition has for it. */
export async function shownParameters(
  db: Kysely<Tables>,
  { runbook, mirrored, parameters }: Pick<RunRow, 'runbook' | 'mirrored' | 'parameters'>,
): Promise<Shown[]> {
  if (Object.keys(parameters).length === 0) return []
  const declared = await db
    .selectFrom('runbook')
    .select('parameters')
    .where('id', '=', mirrored ?? runbook)
    .executeTakeFirstOrThrow()
  return shown(declared.parameters, parameters)
}
