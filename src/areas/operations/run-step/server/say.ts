import type { Tx } from '../../../../platform/tx.ts'
import type { Words } from '../../../../record/words.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import type { RunStepRow } from './order.ts'

/**
 * A line of the operations log about a step: which run, which step, what happened. Written last in its transaction:
 * numbers of log lines are drawn one after the other, and whoever draws one should have no row left to wait for.
 */
export async function logStep(
  tx: Tx,
  step: RunStepRow,
  what: Words,
  severity: 'info' | 'warning' | 'critical' = 'info',
): Promise<void> {
  const run = await tx.db
    .selectFrom('run')
    .select(['title', 'titleEn'])
    .where('id', '=', step.run)
    .executeTakeFirstOrThrow()
  await writeLog(tx, {
    kind: 'run',
    severity,
    text: [
      `${run.title} 第 ${step.position} 步「${step.title}」:${what[0]}`,
      `${run.titleEn ?? run.title}, step ${step.position} “${step.titleEn ?? step.title}”: ${what[1]}`,
    ],
    about: { record: 'run-step', id: step.id, number: step.number },
    component: step.components.length === 1 ? (step.components[0] ?? null) : null,
  })
}
