import { type Kysely, type Selectable, sql } from 'kysely'
import { asSystem } from '../../record/actor.ts'
import { notFound, Refusal } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, fieldsOfRecord } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import { tellPerson } from '../events/personal.ts'
import type { JournalTable, Tables } from '../tables.ts'
import type { Tx } from '../tx.ts'
import { canonical, digestOf } from '../write/canonical.ts'
import { deputiesOf } from './seats.ts'
import type { ApprovalSeatTable, ApprovalState, ApprovalTable, ApprovalVoteTable } from './tables.ts'

export type Approval = Selectable<ApprovalTable>

/** What the engine does about approvals is journalled under this name. */
export const approvalActor = asSystem('approval')

/** What was asked for, exactly: the verb, what was given along with it, and all that the row says. */
export const askedDigest = (record: AnyRecord, row: AnyRow, verb: string, given: object): Buffer =>
  digestOf(canonical({ row: contentOf(record, row), verb, given }))

/** The row as shown: its number, state, maker and fields; who touched it last and when is no content. */
export function contentOf(record: AnyRecord, row: AnyRow): ApprovalTable['shown'] {
  const { id, number, state, createdBy } = row
  const fields = fieldsOfRecord(record).map(([name]) => [name, row[name] ?? null])
  return { id, number, state, createdBy, ...Object.fromEntries(fields) }
}

/**
 * An approval and its record's row, both kept locked: the row first, as every write does, so that a vote and a change wait
 * for each other only one way. Refuses `not-found`.
 */
export async function lockApproval(tx: Tx, id: string): Promise<Approval> {
  const found = await tx.db
    .selectFrom('approval')
    .select(['record', 'recordId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound()
  await tx.as(approvalActor.name).lock(tx.registry.get(found.record).record, found.recordId)
  return tx.db.selectFrom('approval').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

/** What is asked for and not decided yet on a record. */
export const pendingOf = (db: Kysely<Tables>, recordId: string): Promise<Approval[]> =>
  db.selectFrom('approval').selectAll().where('recordId', '=', recordId).where('state', '=', 'pending').execute()

export const seatsIn = (db: Kysely<Tables>, { id }: Approval): Promise<ApprovalSeatTable[]> =>
  db.selectFrom('approvalSeat').selectAll().where('approval', '=', id).orderBy('step').orderBy('since').execute()

export const votesIn = (db: Kysely<Tables>, { id }: Approval): Promise<ApprovalVoteTable[]> =>
  db.selectFrom('approvalVote').selectAll().where('approval', '=', id).orderBy('at').execute()

/** Ends it; refuses `wrong-state` when it has ended already. */
export async function endApproval(
  tx: Tx,
  approval: Approval,
  as: { state: Exclude<ApprovalState, 'pending'>; by: string | null; reason?: Words | undefined },
): Promise<void> {
  pendingOrRefuse(approval)
  await tx.db
    .updateTable('approval')
    .set({
      state: as.state,
      reason: as.reason ? sql`${JSON.stringify(as.reason)}::jsonb` : null,
      escalateAt: null,
      endedAt: tx.now,
      endedBy: as.by,
    })
    .where('id', '=', approval.id)
    .execute()
}

export function pendingOrRefuse({ state }: Pick<Approval, 'state'>): void {
  if (state === 'pending') return
  throw new Refusal('wrong-state', endedText[state], [], { state })
}

const endedText: Readonly<Record<Exclude<ApprovalState, 'pending'>, Words>> = {
  approved: ['这项审批已经通过。', 'This has been approved already.'],
  refused: ['这项审批已被否决。', 'This has been refused already.'],
  void: ['内容在审批期间被更改,这项审批已作废。', 'The content was changed meanwhile: this approval is void.'],
  withdrawn: ['申请人已撤回这项审批。', 'Whoever asked has withdrawn this.'],
  failed: ['这项审批通过后未能办成。', 'This was approved, and then could not be done.'],
}

/** Writes on the record's own chain, under the name of whoever acts, who need not be able to read the record. */
export const noteOnRecord = (
  tx: Tx,
  approval: Approval,
  verb: `approval-${string}`,
  changes: JournalTable['changes'],
): Promise<void> => {
  const about = { approval: [null, approval.id], verb: [null, approval.verb], ...changes } as const
  return tx.journal(tx.registry.get(approval.record).record, approval.recordId, verb, about, approvalActor)
}

/** The screens of everybody concerned fetch it again. */
export async function tellConcerned(engine: Engine, tx: Tx, approval: Approval): Promise<void> {
  const seats = (await seatsIn(tx.db, approval)).map(({ person }) => person)
  const deputies = (await deputiesOf(engine, tx.db, seats, approval.record)).map(({ deputy }) => deputy)
  for (const person of new Set([approval.requestedBy, ...seats, ...deputies]))
    await tellPerson(tx.db, { person, record: 'approval', id: approval.id })
}
