import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import { order } from '../../component/server/order.ts'
import { runStep } from '../run-step.record.ts'
import type { StepAttemptTable } from './attempt.ts'
import type { RunStepRow } from './order.ts'

export type Attempt = Selectable<StepAttemptTable>

/** Told to every copy when attempts are queued: whoever is free takes them. */
export const attemptsTopic = 'step-attempt'

/** The last try on each component in the present round. */
export async function lastAttempts(db: Kysely<Tables>, step: RunStepRow): Promise<Attempt[]> {
  const all = await db
    .selectFrom('stepAttempt')
    .selectAll()
    .where('step', '=', step.id)
    .where('round', '=', step.round)
    .orderBy('n')
    .execute()
  return [...new Map(all.map((attempt) => [attempt.component, attempt])).values()]
}

/**
 * Queues the step's command for each component that has not yet succeeded in this round (O5); where all have and it
 * must be done again all the same, a new round begins. The command is copied as it is declared now: what was run
 * stays readable. Refuses `guarded` where a component no longer declares the action.
 */
export async function queueAttempts(tx: Tx, step: RunStepRow): Promise<void> {
  const before = await lastAttempts(tx.db, step)
  const done = new Set(before.filter(({ outcome }) => outcome === 'ok').map(({ component }) => component))
  const again = step.components.filter((component) => !done.has(component))
  const round = again.length > 0 ? step.round : step.round + 1
  const targets = again.length > 0 ? again : step.components
  if (round !== step.round) await tx.as('commands').update(runStep, step.id, { round })
  const rows = await tx.db
    .selectFrom('component')
    .select(['id', 'code', 'actions'])
    .where('id', 'in', [...targets])
    .execute()
  const { n } = await tx.db
    .selectFrom('stepAttempt')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('step', '=', step.id)
    .executeTakeFirstOrThrow()
  const inOrder = step.plan.components.flatMap((code) => rows.filter((row) => row.code === code))
  for (const [at, component] of inOrder.entries()) {
    const declared = component.actions.find(({ verb }) => verb === step.plan.action)
    if (!declared) throw undeclared(component.code, step.plan.action ?? '')
    await tx.db
      .insertInto('stepAttempt')
      .values({
        id: tx.newId(),
        step: step.id,
        n: n + at + 1,
        round,
        component: component.id,
        componentCode: component.code,
        action: declared.verb,
        program: declared.program,
        args: JSON.stringify([...declared.args, ...(step.plan.args ?? [])]),
        timeoutSeconds: declared.timeoutSeconds,
        state: 'queued',
        queuedAt: tx.now,
        output: '',
      })
      .execute()
  }
  await order(
    tx,
    inOrder.map(({ id }) => id),
    step.plan.action,
  )
  await tx.notify(attemptsTopic, {})
}

const undeclared = (component: string, verb: string): Refusal =>
  new Refusal('guarded', [
    `组件「${component}」已不再声明动作「${verb}」。`,
    `Component ${component} no longer declares the action ${verb}.`,
  ])
