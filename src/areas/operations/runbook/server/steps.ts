import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { reversed } from '../mirror.rules.ts'
import type { runbook } from '../runbook.record.ts'
import type { Step } from '../step.rules.ts'

export type RunbookRow = RowOf<typeof runbook>

export interface FoundSteps {
  readonly steps: readonly Step[]
  /** The edition whose reverse they are. */
  readonly mirrored: string | null
  readonly faults: readonly Fault[]
}

/**
 * The steps of a runbook: its own, or those of the edition now effective of the runbook it mirrors, in reverse. A mirror
 * keeps no steps, so it can never lag behind what it mirrors.
 */
export async function stepsOf(db: Kysely<Tables>, row: RunbookRow): Promise<FoundSteps> {
  if (row.mirrors === null) return { steps: row.steps, mirrored: null, faults: [] }
  const original = await db
    .selectFrom('runbook')
    .select(['id', 'steps', 'mirrors'])
    .where('code', '=', row.mirrors)
    .where('state', '=', 'effective')
    .executeTakeFirst()
  const faults: Fault[] = []
  if (row.steps.length > 0)
    faults.push(
      fault(
        'steps',
        'mirror-with-steps',
        '反向流程的步骤由原流程得出,不能另行填写。',
        'The steps of a mirror are derived; it cannot have its own.',
      ),
    )
  if (!original || original.mirrors !== null)
    faults.push(
      fault(
        'mirrors',
        'no-original',
        `没有生效的流程「${row.mirrors}」可供反向执行。`,
        `No effective runbook ${row.mirrors} with steps of its own is there to reverse.`,
      ),
    )
  return { steps: original ? reversed(original.steps) : [], mirrored: original?.id ?? null, faults }
}
