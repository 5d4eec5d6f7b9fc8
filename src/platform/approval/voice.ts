import type { Kysely } from 'kysely'
import { fault, Refusal } from '../../record/problem.ts'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { deputiesOf, matterOf, peopleMeant, standIns } from './seats.ts'
import { type Approval, pendingOrRefuse, seatsIn, votesIn } from './state.ts'
import type { ApprovalSeatTable, ApprovalVoteTable } from './tables.ts'

/**
 * Whose seat a person fills in the present step: their own, else of somebody for whom they stand in. Refuses `wrong-state`
 * once it has ended and before their step has come, `same-person` for whoever asked, for whom, and who stands in for them,
 * `conflict` when they have spoken, `not-allowed` when they are not asked, or no longer.
 */
export async function voiceOf(engine: Engine, db: Kysely<Tables>, approval: Approval, me: string): Promise<string> {
  pendingOrRefuse(approval)
  const seats = await seatsIn(db, approval)
  const votes = (await votesIn(db, approval)).filter(({ step }) => step === approval.step)
  const now = seats.filter(({ step }) => step === approval.step)
  const people = now.map(({ person }) => person)
  const deputies = await deputiesOf(engine, db, people, approval.record)
  const meFor = deputies.filter(({ deputy }) => deputy === me).map(({ person }) => person)

  if (me === approval.requestedBy) throw samePerson(ownRequest)
  const { makers } = matterOf(engine, approval)
  if (makers.includes(me)) throw samePerson(forMyself)
  if ((await standIns(engine, db, makers)).includes(me)) throw samePerson(ownPrincipal)
  if (votes.some(({ person, forPerson }) => person === me || forPerson === me)) throw new Refusal('conflict', spoken)
  const wanted = now.filter(({ person }) => person === me || meFor.includes(person))
  const mine = wanted.filter(open(votes)).sort((a, b) => Number(b.person === me) - Number(a.person === me))
  if (wanted.length > 0 && mine.length === 0) throw new Refusal('conflict', filled)
  const still = mine.length > 0 ? await stillMeant(engine, db, approval) : []
  const found = mine.find(({ person }) => still.includes(person))
  if (found) return found.person
  if (mine.length > 0) throw new Refusal('not-allowed', noLonger)
  throw (await isLater(engine, db, approval, me))
    ? new Refusal('wrong-state', tooEarly(approval))
    : new Refusal('not-allowed', notAsked)
}

const open =
  (votes: readonly ApprovalVoteTable[]) =>
  ({ person }: ApprovalSeatTable): boolean =>
    !votes.some(({ forPerson }) => forPerson === person)

/** Whom the present step means today: whoever has lost the post that it asks has lost their say. */
function stillMeant(engine: Engine, db: Kysely<Tables>, approval: Approval): Promise<string[]> {
  const step = approval.steps[approval.step]
  return peopleMeant(engine, db, matterOf(engine, approval), [...(step?.who ?? []), ...(step?.escalateTo ?? [])])
}

/** Will a later step ask them? */
async function isLater(engine: Engine, db: Kysely<Tables>, approval: Approval, me: string): Promise<boolean> {
  const later = approval.steps.slice(approval.step + 1).flatMap(({ who }) => who)
  return (await peopleMeant(engine, db, matterOf(engine, approval), later)).includes(me)
}

const samePerson = (text: Words): Refusal => new Refusal('same-person', text, [fault('', 'same-person', ...text)])

const ownRequest: Words = ['自己提出的申请不能自己审批。', 'Nobody approves what they asked for.']
const forMyself: Words = ['为您提出的申请须由他人审批。', 'What was asked for you is decided by others.']
const ownPrincipal: Words = [
  '您正代理申请人的职责,不能审批其申请。',
  'You stand in for whoever asked, so you do not decide on it.',
]
const spoken: Words = [
  '这一步您已表态(或由代理人代为表态)。',
  'You, or who stands in for you, have spoken in this step already.',
]
const filled: Words = ['您所代理的人这一步已表态。', 'Whom you stand in for has spoken in this step already.']
const noLonger: Words = [
  '您已不再担任这一步要求的岗位或角色。',
  'You no longer hold the post or role that this step asks.',
]
const notAsked: Words = ['这一步没有请您审批。', 'You are not asked in this step.']
const tooEarly = ({ step }: Approval): Words => [
  `现在是第 ${step + 1} 步,还没轮到您。`,
  `Step ${step + 1} comes first; yours has not begun.`,
]
