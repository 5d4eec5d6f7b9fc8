import type { Kysely } from 'kysely'
import { needed } from '../../record/approval.ts'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { deputiesOf, matterOf, peopleMeant, standIns } from './seats.ts'
import { type Approval, seatsIn, votesIn } from './state.ts'

/** An approval that waits while somebody named in it has left, and who may still bring it to an end. */
export interface LeftApproval {
  readonly id: string
  readonly record: string
  readonly recordId: string
  readonly verb: string
  readonly step: Words
  /** Who has left: they were asked and have not spoken, or they asked for it and are no longer here to do it. */
  readonly person: string
  readonly as: 'asked' | 'requester'
  /** Who may decide now: those asked who are here, and who stands in for them. */
  readonly deciders: readonly string[]
  /** When others are asked too, and whom that would be today. */
  readonly escalation: { readonly at: string; readonly people: readonly string[] } | null
  /** Those who may speak are too few to agree: it waits in vain, until it is withdrawn or escalated. */
  readonly isStuck: boolean
}

/** What waits for these people, who have left, or was asked for by them; the newest first. */
export async function approvalsOfLeavers(engine: Engine, people: readonly string[]): Promise<LeftApproval[]> {
  if (people.length === 0) return []
  const { db } = engine
  const pending = await db
    .selectFrom('approval')
    .selectAll()
    .where('state', '=', 'pending')
    .where(({ eb, or, exists, selectFrom, ref }) =>
      or([
        eb('requestedBy', 'in', people),
        exists(
          selectFrom('approvalSeat as s')
            .select('s.person')
            .where('s.approval', '=', ref('approval.id'))
            .where('s.step', '=', ref('approval.step'))
            .where('s.person', 'in', people),
        ),
      ]),
    )
    .orderBy('id', 'desc')
    .execute()
  const found: LeftApproval[] = []
  for (const approval of pending) found.push(...(await named(engine, db, approval, people)))
  return found
}

/** Once for each leaver that it names. */
async function named(
  engine: Engine,
  db: Kysely<Tables>,
  approval: Approval,
  people: readonly string[],
): Promise<LeftApproval[]> {
  const seats = (await seatsIn(db, approval)).filter(({ step }) => step === approval.step)
  const votes = (await votesIn(db, approval)).filter(({ step }) => step === approval.step)
  const silent = seats.filter(({ person }) => !votes.some(({ forPerson }) => forPerson === person))
  const waitsFor = silent.map(({ person }) => person).filter((person) => people.includes(person))
  const isTheirs = people.includes(approval.requestedBy)
  const step = approval.steps[approval.step]
  if (!step || (waitsFor.length === 0 && !isTheirs)) return []

  const matter = matterOf(engine, approval)
  const meant = await peopleMeant(engine, db, matter, [...step.who, ...step.escalateTo])
  const open = silent.map(({ person }) => person).filter((person) => meant.includes(person))
  const makers = [...matter.makers, ...(await standIns(engine, db, matter.makers))]
  const deputies = (await deputiesOf(engine, db, open, approval.record)).map(({ deputy }) => deputy)
  const wanted = needed(step, seats.filter(({ escalated }) => !escalated).length)
  const about = {
    id: approval.id,
    record: approval.record,
    recordId: approval.recordId,
    verb: approval.verb,
    step: step.name,
    deciders: [...new Set([...open, ...deputies])].filter((person) => !makers.includes(person)),
    escalation: approval.escalateAt
      ? { at: approval.escalateAt, people: await peopleMeant(engine, db, matter, step.escalateTo) }
      : null,
    isStuck: votes.filter(({ vote }) => vote === 'agree').length + open.length < wanted,
  }
  return [
    ...waitsFor.map((person) => ({ ...about, person, as: 'asked' as const })),
    ...(isTheirs ? [{ ...about, person: approval.requestedBy, as: 'requester' as const }] : []),
  ]
}
