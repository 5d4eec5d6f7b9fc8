import { sql } from 'kysely'
import { conditionsHold } from '../../record/condition.ts'
import { Refusal } from '../../record/problem.ts'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import type { Tx } from '../tx.ts'
import { deputiesOf, enoughOrRefuse, matterOf, seatsOf } from './seats.ts'
import type { ApprovalRule } from './settings.ts'
import { type Approval, askedDigest, contentOf, noteOnRecord, pendingOf, tellConcerned } from './state.ts'
import './tables.ts'

/** How a verb came that was approved: it is done under the name of whoever asked, and not asked for again. */
export const viaApproval = 'approval'

/** A person's verb that has passed every check and is about to be done. */
export interface Attempt {
  readonly record: AnyRecord
  readonly verb: string
  readonly before: AnyRow
  readonly after: AnyRow
  readonly values: Readonly<Record<string, unknown>>
}

export const waitingText = [
  '这一步正在审批,批准后自动办理。',
  'This waits for approval and is done by itself once approved.',
] as const

/**
 * Asks for approval where a rule in force wants it of this verb, and answers whether it did: then the verb is not done now.
 * What the system does by itself is never asked for. Refuses `waiting-approval` when it has been asked for already, and
 * `guarded` when nobody could decide.
 */
export async function askWhereWanted(engine: Engine, tx: Tx, attempt: Attempt): Promise<boolean> {
  const { record, verb, before, values } = attempt
  if (tx.actor.kind !== 'person' || tx.actor.via === viaApproval) return false
  const pending = (await pendingOf(tx.db, before.id)).find((one) => one.verb === verb)
  if (pending) throw new Refusal('waiting-approval', waitingText, [], { approval: pending.id })
  const rules = await rulesFor(engine, tx, attempt)
  const [rule] = rules
  if (!rule) return false
  const steps = rules.flatMap((one) => one.steps)

  const approval = await tx.db
    .insertInto('approval')
    .values({
      id: tx.newId(),
      record: record.name,
      recordId: before.id,
      verb,
      given: JSON.stringify(values) as never,
      shown: JSON.stringify(contentOf(record, before)) as never,
      digest: askedDigest(record, before, verb, values),
      rule: rule.id,
      ruleName: rules.map(({ name }) => name).join(' + '),
      steps: JSON.stringify(steps) as never,
      requestedBy: tx.actor.id,
      requestedAt: tx.now,
      state: 'pending',
      step: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const later = steps.slice(1)
  for (const [i, step] of later.entries())
    enoughOrRefuse(step, i + 1, await seatsOf(engine, tx.db, matterOf(engine, approval), step))
  await openStep(engine, tx, approval, 0, 'approval-ask')
  return true
}

/** What the row asks for by itself, then what the settings want: the first of their rules that fits. */
async function rulesFor(
  engine: Engine,
  tx: Tx,
  { record, verb, after }: Attempt,
): Promise<Omit<ApprovalRule, 'when'>[]> {
  const own = await engine.behaviourOf(record).approvals[verb]?.rule(tx, after as never)
  const set = await engine.approvalRules(tx.db, record.name, verb)
  return [own, set.find(({ when }) => conditionsHold(record, when, after))].filter((one) => one != null)
}

/** Puts a step before those it asks. Refuses `guarded` when there are too few of them. */
export async function openStep(
  engine: Engine,
  tx: Tx,
  approval: Approval,
  n: number,
  verb: 'approval-ask' | 'approval-step',
): Promise<void> {
  const step = approval.steps[n]
  if (!step) throw new Error(`Approval ${approval.id} has no step ${n}`)
  const people = await seatsOf(engine, tx.db, matterOf(engine, approval), step)
  enoughOrRefuse(step, n, people)
  const after = step.escalateAfter
  const due = after === null ? null : new Date(Date.parse(tx.now) + after * 60_000).toISOString()
  await tx.db.updateTable('approval').set({ step: n, escalateAt: due }).where('id', '=', approval.id).execute()
  await seat(engine, tx, { ...approval, step: n }, people, { escalated: false, verb })
  if (due) await tx.job('approval-escalate', { approval: approval.id, step: n }, { runAt: due })
}

/** Seats people in the present step, and says so on the record and to them. */
export async function seat(
  engine: Engine,
  tx: Tx,
  approval: Approval,
  people: readonly string[],
  as: { escalated: boolean; verb: 'approval-ask' | 'approval-step' | 'approval-escalate' },
): Promise<void> {
  const { id, step } = approval
  await sql`insert into approval_seat (approval, step, person, since, escalated)
    select ${id}, ${step}, person, ${tx.now}, ${as.escalated} from unnest(${[...people].sort()}::uuid[]) as person`.execute(
    tx.db,
  )
  const deputies = (await deputiesOf(engine, tx.db, people, approval.record)).map(({ deputy }) => deputy)
  await noteOnRecord(tx, approval, as.verb, {
    step: [null, step + 1],
    asked: [null, people],
    ...(deputies.length > 0 && { deputies: [null, deputies] as const }),
  })
  await tellConcerned(engine, tx, approval)
}
