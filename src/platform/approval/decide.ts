import { sql } from 'kysely'
import { standingOf } from '../../record/approval.ts'
import { fault, invalid, Refusal } from '../../record/problem.ts'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import type { Proof, Tx } from '../tx.ts'
import { refusalOf } from '../write/refused.ts'
import { keepSignature, proofOrRefuse } from '../write/signature.ts'
import { openStep, viaApproval } from './ask.ts'
import {
  type Approval,
  approvalActor,
  endApproval,
  lockApproval,
  noteOnRecord,
  seatsIn,
  tellConcerned,
  votesIn,
} from './state.ts'
import { voiceOf } from './voice.ts'

/** What somebody says to what was shown to them: `digest` names it, in hexadecimal. */
export interface Voice {
  readonly vote: 'agree' | 'refuse'
  readonly note: string | null
  readonly digest: string
  readonly via: string
}

/**
 * Takes a voice and whatever follows from it: the next step, the end, and with the last agreement the verb itself, done under
 * the name of whoever asked. Refuses as `voiceOf` does, `stale` when something else was shown, and `invalid` for a
 * refusal without a reason.
 */
export async function decide(engine: Engine, tx: Tx, id: string, voice: Voice, proof?: Proof): Promise<void> {
  if (tx.actor.kind !== 'person') throw new Error('Only persons decide')
  const me = tx.actor.id
  const approval = await lockApproval(tx, id)
  const forPerson = await voiceOf(engine, tx.db, approval, me)
  if (voice.digest !== approval.digest.toString('hex')) throw otherContent()
  if (voice.vote === 'refuse' && voice.note === null)
    throw invalid([fault('note', 'required', '否决须说明理由。', 'Say why you refuse.')])
  await signWhereWanted(tx, approval, voice, proof)
  const { requestedBy, step, digest } = approval
  await tx.db
    .insertInto('approvalVote')
    .values({ approval: id, step, person: me, forPerson, requestedBy, ...voice, at: tx.now, digest })
    .execute()
  await noteOnRecord(tx, approval, `approval-${voice.vote}`, {
    step: [null, step + 1],
    ...(forPerson !== me && { for: [null, forPerson] as const }),
    ...(voice.note !== null && { note: [null, voice.note] as const }),
  })
  await goOn(engine, tx, approval, voice)
  await tellConcerned(engine, tx, approval)
}

/** What was asked for is taken back by whoever asked; refuses `not-allowed` for anybody else. */
export async function withdraw(engine: Engine, tx: Tx, id: string): Promise<void> {
  const approval = await lockApproval(tx, id)
  if (tx.actor.kind !== 'person' || tx.actor.id !== approval.requestedBy)
    throw new Refusal('not-allowed', ['只有申请人可以撤回。', 'Only whoever asked may withdraw it.'])
  await endApproval(tx, approval, { state: 'withdrawn', by: tx.actor.id })
  await noteOnRecord(tx, approval, 'approval-withdraw', {})
  await tellConcerned(engine, tx, approval)
}

async function goOn(engine: Engine, tx: Tx, approval: Approval, voice: Voice): Promise<void> {
  const step = approval.steps[approval.step]
  if (!step) throw new Error(`Approval ${approval.id} has no step ${approval.step}`)
  const here = <T extends { step: number }>(all: readonly T[]) => all.filter((one) => one.step === approval.step)
  const standing = standingOf(step, here(await seatsIn(tx.db, approval)), here(await votesIn(tx.db, approval)))
  if (standing === 'open') return
  const by = tx.actor.kind === 'person' ? tx.actor.id : null
  if (standing === 'refused') return refuse(engine, tx, approval, by, voice.note ?? '')
  const last = approval.step + 1 === approval.steps.length
  const failed = await attempt(engine, tx, async () => {
    if (!last) return openStep(engine, tx.as(viaApproval), approval, approval.step + 1, 'approval-step')
    await endApproval(tx, approval, { state: 'approved', by })
    await carryOut(engine, tx, approval)
  })
  if (!failed) return
  await endApproval(tx, approval, { state: 'failed', by: null, reason: failed.text })
  await noteOnRecord(tx.as(viaApproval), approval, 'approval-fail', { reason: [null, failed.text] })
}

/** Ends it, and lets the record's own code do what follows from it. */
async function refuse(engine: Engine, tx: Tx, approval: Approval, by: string | null, note: string): Promise<void> {
  const reason = [note, note] as const
  await endApproval(tx, approval, { state: 'refused', by, ...(note !== '' && { reason }) })
  const { record } = engine.registry.get(approval.record)
  const system = tx.as(approvalActor.name)
  const row = await system.lock(record, approval.recordId)
  await engine.behaviourOf(record).approvals[approval.verb]?.refused?.(system, row as never, reason)
}

/** Whoever agrees in a step that wants it signs what was shown; refuses `wrong-signature` without a proof. */
async function signWhereWanted(tx: Tx, approval: Approval, { vote }: Voice, proof: Proof | undefined): Promise<void> {
  if (vote !== 'agree' || !approval.steps[approval.step]?.sign) return
  const { record, recordId, verb, shown, given } = approval
  const signed = { record, recordId, verb: 'approval-agree', shown: { verb, given, row: shown } }
  await keepSignature(tx, signed, proofOrRefuse(proof, tx.actor))
}

/** Does what was asked, as whoever asked may do it today. */
async function carryOut(engine: Engine, tx: Tx, approval: Approval): Promise<void> {
  const requester = await engine.directory.actor(tx.db, approval.requestedBy, viaApproval)
  if (!requester) throw new Refusal('guarded', gone)
  const { record } = engine.registry.get(approval.record)
  await tx.approved(requester).act(record, approval.recordId, approval.verb, approval.given)
}

const gone: Words = [
  '申请人已离职,不能以其名义办理。',
  'Whoever asked is no longer here, so it cannot be done in their name.',
]

/** Does something whole or not at all within the transaction; answers the refusal that kept it from being done. */
async function attempt(engine: Engine, tx: Tx, work: () => Promise<void>): Promise<Refusal | undefined> {
  await sql`savepoint attempt`.execute(tx.db)
  try {
    await work()
    await sql`release savepoint attempt`.execute(tx.db)
    return undefined
  } catch (error) {
    const refusal = await refusalOf(engine, tx.actor, error)
    if (!(refusal instanceof Refusal)) throw error
    await sql`rollback to savepoint attempt`.execute(tx.db)
    return refusal
  }
}

/** What was seen is not what is asked for now. */
export const otherContent = (): Refusal =>
  new Refusal('stale', [
    '您看到的内容与现在待批的不一致,请重新载入后再表态。',
    'What you saw is not what is asked for now. Reload it and look again.',
  ])
