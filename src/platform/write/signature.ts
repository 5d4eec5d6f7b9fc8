import type { Actor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import type { Proof, Tx } from '../tx.ts'
import { digestOfShown } from './shown.ts'

/** The proof of whoever acts; refuses `wrong-signature` without one. */
export function proofOrRefuse(proof: Proof | undefined, actor: Actor): Proof {
  if (proof && actor.kind === 'person' && proof.person === actor.id) return proof
  throw new Refusal('wrong-signature', [
    '请用密码、一次性口令或通行密钥签字。',
    'Sign with your password, a one-time code or a passkey.',
  ])
}

/** What was signed: the verb on a record, exactly as it stood before the person. */
export interface Signed {
  readonly record: string
  readonly recordId: string
  readonly verb: string
  readonly shown: Record<string, unknown>
}

/** Keeps what was signed, with its digest and what proves it. */
export async function keepSignature({ db, now, newId }: Tx, signed: Signed, proof: Proof): Promise<void> {
  await db
    .insertInto('signature')
    .values({
      id: newId(),
      ...signed,
      person: proof.person,
      at: now,
      method: proof.method,
      shown: JSON.stringify(signed.shown),
      digest: digestOfShown(signed.shown),
      evidence: proof.evidence === undefined ? null : JSON.stringify(proof.evidence),
    })
    .execute()
}
