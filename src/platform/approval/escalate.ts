import type { Engine } from '../engine.ts'
import { seat } from './ask.ts'
import { matterOf, peopleMeant } from './seats.ts'
import { approvalActor, lockApproval, seatsIn } from './state.ts'

/**
 * Puts a step that took too long before others too, once. Queued with the step, so it survives a restart; run twice or late
 * it finds nothing left to do.
 */
export async function escalateStep(engine: Engine, payload: { approval: string; step: number }): Promise<void> {
  await engine.inTx(approvalActor, async (tx) => {
    const approval = await lockApproval(tx, payload.approval)
    const { escalateAt, state, step } = approval
    if (state !== 'pending' || step !== payload.step || escalateAt === null) return
    // By the firm's clock: the queue keeps its own.
    if (escalateAt > tx.now) return tx.job('approval-escalate', payload, { runAt: escalateAt })
    await tx.db.updateTable('approval').set({ escalateAt: null }).where('id', '=', approval.id).execute()
    const asked = (await seatsIn(tx.db, approval)).filter((one) => one.step === step).map(({ person }) => person)
    const to = await peopleMeant(engine, tx.db, matterOf(engine, approval), approval.steps[step]?.escalateTo ?? [])
    const people = to.filter((person) => !asked.includes(person))
    if (people.length > 0) await seat(engine, tx, approval, people, { escalated: true, verb: 'approval-escalate' })
  })
}
